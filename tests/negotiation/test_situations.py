from datetime import date

from detente.case.situation import in_world, on_day
from detente.negotiation.payoff import compile_case
from detente.negotiation.situations import Situations
from tests.case.outlook_text import outlook_case


def test_a_situation_is_the_case_in_a_scenario_as_of_a_day() -> None:
    case = outlook_case()
    found = Situations(case)

    for states in ({}, {"rate": "high", "rain": "wet"}):
        for day in (date(2023, 1, 1), case.as_of, date(2026, 5, 1)):
            expected = compile_case(on_day(in_world(case, states), day))
            assert found.on(day, states).values == expected.values
    assert found.world({"rate": "low"}) is found.on(case.as_of, {"rate": "low"})


def test_days_on_which_the_same_holds_are_compiled_once() -> None:
    found = Situations(outlook_case())

    assert found.on(date(2026, 4, 1), {}) is found.on(date(2026, 9, 1), {})
    assert found.on(date(2026, 4, 1), {}) is not found.on(date(2026, 3, 31), {})


def test_what_a_state_has_taken_away_a_dated_entry_leaves_alone() -> None:
    case = outlook_case()

    found = Situations(case).on(date(2023, 1, 1), {"rate": "low"})

    assert "before_the_loan" in case.dated
    assert found.case.commitments == {}
