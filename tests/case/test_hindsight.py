import pytest

from detente.case.hindsight import hindsight
from detente.testing import random_case
from tests.broken.material import edited, problems_of
from tests.case.outlook_text import OUTLOOK, found, outlook_case

LATE, DAY = "known_from: 2026-02-01", "known_from: 2026-01-31"

CHANGES = {
    "a principal": ("name: Upland\n", f"name: Upland\n    {LATE}\n", "principals.UPP.known_from"),
    "an estimate": (
        "    price: 5",
        f"    price: {{value: 5, {LATE}}}",
        "commitments.loan.price.known_from",
    ),
    "a code": (
        "{power: 3}",
        f"{{power: {{code: 3, {LATE}}}}}",
        "issues.power.options.sales.codes.UPP.power.known_from",
    ),
    "a state": (
        "{name: A dry year,",
        f"{{name: A dry year, {LATE},",
        "shocks.rain.states.dry.known_from",
    ),
    "an estimate in changes": (
        "{value: 4, reason: Fields need less.}",
        f"{{value: 4, {LATE}}}",
        "shocks.rain.states.wet.changes.principals.LOW.baseline.known_from",
    ),
    "a claim": ("number: 2, ", f"number: 2, {LATE}, ", "claims.hills.known_from"),
    "a fact's date": (
        'source: "Yearbook 2025"',
        'source: "Yearbook 2025", date: 2026-02',
        "facts.flow.date",
    ),
    "a fact's year": (
        'source: "Yearbook 2025"',
        "source: Yearbook, date: '2027'",
        "facts.flow.date",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_became_known_later_is_found_where_it_stands(name: str) -> None:
    old, new, path = CHANGES[name]

    assert found(old, new) == [("C501", path)]
    assert found(old, new.replace(LATE, DAY)) == [("C501", path)] * (LATE not in new)


def test_a_fact_may_be_of_the_cases_own_year_or_month() -> None:
    for day in ("2026", "2026-01", "2026-01-31", "1956-12-08"):
        assert found("low., source", f"low., date: '{day}', source") == []


def test_a_fact_s_date_is_a_date() -> None:
    assert found("low., source", "low., date: last spring, source") == [("C106", "facts.flow.date")]


def test_the_day_of_a_judgement_is_no_hindsight() -> None:
    assert found("date: 2026-01-20", "date: 2030-01-20") == []
    assert found("    price: 5", "    price: {value: 5, date: 2030-01-01}") == []


def test_a_message_says_when_it_became_known_and_the_cases_date() -> None:
    (problem,) = problems_of(edited("name: Upland\n", f"name: Upland\n    {LATE}\n", OUTLOOK))

    assert problem.message == (
        "principals.UPP became known on 2026-02-01, after the case's date 2026-01-31"
    )


def test_good_cases_hold_no_hindsight() -> None:
    assert [*hindsight(outlook_case())] == []
    assert [*hindsight(random_case(3))] == []
