from fractions import Fraction

from detente.case.case import Case
from detente.case.numbers import Number
from detente.case.outlook_numbers import own_numbers
from detente.negotiation.swayed import ends
from tests.study.situations import WHY, stormy, with_rooms


def _numbers(case: Case) -> dict[str, Number]:
    return {number.key: number for number in own_numbers(case)}


def _three(transitions: object = None) -> Case:
    """Return a case with three states, of 1/2, 3/10 and 1/5."""
    shares = {"calm": [0.4, 0.5, 0.8], "storm": [0.1, 0.3, 0.4], "flood": 0.2}
    states = {
        name: {"name": name, "probability": {"value": share, "reason": WHY}}
        for name, share in shares.items()
    }
    shock: dict[str, object] = {
        "name": "The weather",
        "now": "calm",
        "states": states,
        "reason": WHY,
    }
    if transitions:
        shock["transitions"] = transitions
    return with_rooms(shocks={"weather": shock})


def test_the_other_states_make_room_in_proportion() -> None:
    case = _three()

    found = ends(case, _numbers(case)["shocks.weather.states.calm.probability"])

    assert found is not None
    assert [[*table.values()] for table in found] == [
        [Fraction(2, 5), Fraction(9, 25), Fraction(6, 25)],
        [Fraction(4, 5), Fraction(3, 25), Fraction(2, 25)],
    ]
    assert all(sum(table.values()) == 1 for table in found)


def test_a_transition_takes_no_more_than_stays() -> None:
    case = _three(
        {
            "storms": {"from": "calm", "to": "storm", "hazard": [0.1, 0.3, 0.9]},
            "floods": {"from": "calm", "to": "flood", "hazard": [0, 0.2, 0.4]},
        }
    )
    numbers = _numbers(case)
    key = "shocks.weather.transitions.{}.hazard"

    assert ends(case, numbers[key.format("storms")]) == (
        {key.format("storms"): Fraction(1, 10)},
        {key.format("storms"): Fraction(4, 5)},
    )
    floods = ends(case, numbers[key.format("floods")])
    assert floods is not None
    assert floods[1] == {key.format("floods"): Fraction(2, 5)}
    assert ends(case, numbers["shocks.weather.states.calm.probability"]) is None


def test_a_certain_state_leaves_nothing_to_share_out() -> None:
    states = {
        name: {"name": name, "probability": {"value": share, "reason": WHY}}
        for name, share in {"calm": [0.9, 1, 1], "storm": 0}.items()
    }
    case = with_rooms(shocks={"weather": {"name": "W", "now": "calm", "states": states}})

    assert ends(case, _numbers(case)["shocks.weather.states.calm.probability"]) is None
    table = ends(stormy(), _numbers(stormy())["shocks.weather.states.calm.probability"])
    assert table is not None
    assert [*table[0].values()] == [Fraction(3, 4), Fraction(1, 4)]
