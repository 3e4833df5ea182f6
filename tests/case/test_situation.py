from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.change import ChangeError
from detente.case.situation import (
    as_believed,
    as_judged,
    in_force,
    in_world,
    on_day,
    present,
    worlds,
)
from detente.case.written import written
from detente.testing import two_issue_case
from tests.case.outlook_text import outlook_case


@st.composite
def shocks(draw: st.DrawFn) -> dict[str, object]:
    """Draw up to three shocks, each given one before it or none."""
    found: dict[str, dict[str, object]] = {}
    sizes: dict[str, int] = {}
    for name in "abc"[: draw(st.integers(0, 3))]:
        sizes[name] = draw(st.integers(2, 4))
        given_ = draw(st.sampled_from([None, *list(sizes)[:-1]]))
        rows = [
            draw(st.lists(st.integers(1, 9), min_size=sizes[name], max_size=sizes[name]))
            for _ in range(sizes[given_] if given_ else 1)
        ]
        shares = [[f"{part}/{sum(row)}" for part in row] for row in rows]
        states = {
            f"s{n}": {
                "name": "s",
                "probabilities": {f"s{m}": row[n] for m, row in enumerate(shares)},
            }
            if given_
            else {"name": "s", "probability": shares[0][n]}
            for n in range(sizes[name])
        }
        found[name] = {"name": name, "now": "s0", "reason": "r", "states": states}
        if given_:
            found[name]["given"] = given_
    return dict(found)


@given(shocks())
def test_scenarios_are_exclusive_and_exhaustive(drawn: dict[str, object]) -> None:
    case = Case.model_validate({**written(two_issue_case()), "shocks": drawn})
    found = worlds(case)

    assert sum(world.probability for world in found) == 1
    assert len({tuple(world.states.items()) for world in found}) == len(found)
    assert in_world(case, present(case)) == case


def test_probabilities_given_another_shock_are_multiplied() -> None:
    case = outlook_case("{high: 0.5, low: 0.5}", "{high: 0.9, low: 0.5}".replace("0.9", "0.5"))
    table = {tuple(w.states.values()): w.probability for w in worlds(case)}

    assert table["high", "dry"] == Fraction(3, 10)
    assert table["low", "wet"] == Fraction(1, 5)


def test_a_case_without_shocks_has_one_scenario() -> None:
    (world,) = worlds(two_issue_case())

    assert not world.states
    assert world.probability == 1


def test_a_scenario_changes_what_its_states_say() -> None:
    case = outlook_case()
    after = in_world(case, {"rate": "low"})

    assert present(case) == {"rate": "high", "rain": "dry"}
    assert after.issues["credit"].status_quo == "open"
    assert not after.commitments
    weights = after.principals["UPP"].weights.points
    assert {issue: weight.mode for issue, weight in weights.items()} == {"water": 30, "power": 70}
    reserve = after.principals["UPP"].reserve
    assert reserve is not None
    assert (reserve.reason, reserve.signer) == ("judged", "analyst")


def test_dated_entries_hold_from_their_day_until_before_another() -> None:
    case = outlook_case()

    days = ("2019-12-31", "2020-01-01", "2024-04-30", "2024-05-01", "2026-04-01")
    assert [in_force(case, date.fromisoformat(day)) for day in days] == [
        (),
        ("before_the_loan",),
        ("before_the_loan",),
        (),
        ("spring",),
    ]
    assert on_day(case, case.as_of) == case
    assert not on_day(case, date(2023, 1, 1)).commitments
    later = on_day(case, date(2026, 5, 1))
    assert later.as_of == date(2026, 5, 1)
    assert later.principals["LOW"].reserve is not None
    assert case.principals["LOW"].reserve is None


def test_what_was_not_known_yet_is_left_out_of_an_earlier_day() -> None:
    case = outlook_case("  steady: {text", "  steady: {known_from: 2025-06-01, text")

    assert "steady" not in on_day(case, date(2025, 5, 31)).linkages
    assert "steady" in on_day(case, date(2025, 6, 1)).linkages
    assert "steady" in on_day(case, date(2026, 5, 1)).linkages


def test_a_belief_is_its_holder_s_and_a_set_its_signer_s() -> None:
    case = outlook_case()

    assert as_believed(case, "LOW").principals["UPP"].weights.points["water"].mode == 70
    assert as_believed(case, "UPP") == case
    score = as_judged(case, "second").issues["power"].options["sales"].scores["LOW"]
    assert (score.signer, score.reason, score.date) == ("analyst", "It pays.", date(2026, 1, 20))


def test_what_a_scenario_has_taken_away_is_left_alone_on_a_day() -> None:
    case = outlook_case()
    world = in_world(case, {"rate": "low"})  # the loan is gone in it, and on that day too

    with pytest.raises(ChangeError):
        on_day(world, date(2023, 1, 1))
    assert on_day(world, date(2023, 1, 1), case).commitments == {}
