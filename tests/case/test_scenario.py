import pytest
from pydantic import ValidationError

from detente.case.scenario import Scenario, Shock, State

STATES = {"a": {"name": "a", "probability": "1/3"}, "b": {"name": "b", "probability": "2/3"}}


def test_a_shock_has_states_with_probabilities() -> None:
    shock = Shock.model_validate({"name": "s", "now": "a", "by": "2017-12-31", "states": STATES})

    assert [str(s.probability.mode) for s in shock.states.values() if s.probability] == [
        "1/3",
        "2/3",
    ]
    assert shock.given is None


@pytest.mark.parametrize(
    "states", [{}, {"a": STATES["a"]}, {f"s{n}": STATES["a"] for n in range(7)}]
)
def test_a_shock_has_two_to_six_states(states: object) -> None:
    with pytest.raises(ValidationError):
        Shock.model_validate({"name": "s", "now": "a", "states": states})


def test_changes_are_kept_as_they_are_written() -> None:
    changes = {"principals": {"A": {"reserve": 1, "name": None}}}

    assert State.model_validate({"name": "a", "changes": changes}).changes == changes


def test_a_scenario_names_a_state() -> None:
    with pytest.raises(ValidationError):
        Scenario.model_validate({"name": "x", "states": {}})
