from datetime import date

import pytest

from detente.negotiation.payoff import compile_case
from detente.negotiation.steps import (
    Candidate,
    before,
    candidates,
    carried,
    date_at,
    may_follow,
    months_until,
    starts,
)
from tests.negotiation.walks import HIGH_EARLY, STEPS, sale


def test_a_month_that_is_shorter_ends_earlier() -> None:
    case = sale().model_copy(update={"as_of": date(2017, 1, 31)})

    assert [date_at(case, n).isoformat() for n in (1, 2, 13)] == [
        "2017-02-28", "2017-03-31", "2018-02-28",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "months"),
    [
        ("2017-05-11", 0),
        ("2016-01-01", 0),
        ("2017-06-10", 0),
        ("2017-06-11", 1),
        ("2019-05-12", 24),
    ],
)
def test_whole_months_are_counted(day: str, months: int) -> None:
    assert months_until(sale(), date.fromisoformat(day)) == months


def test_steps_of_the_package_and_stepping_stones_are_taken() -> None:
    found = candidates(compile_case(sale()), HIGH_EARLY)

    assert [(s.name, s.length, s.stated, s.stone) for s in found] == [
        ("halfway", 1, True, True), ("paid", 2, True, False), ("shipped", 2, True, False),
    ]  # fmt: skip


def test_what_lies_beyond_the_package_is_no_stepping_stone() -> None:
    found = candidates(compile_case(sale()), {"price": "middle", "delivery": "late"})

    assert [step.name for step in found] == ["halfway"]


def test_what_must_come_before_is_taken_along_wherever_it_leads() -> None:
    steps = {**STEPS, "halfway": {**STEPS["halfway"], "after": ["shipped"]}}
    case = sale(steps=steps)
    package = {"price": "middle", "delivery": "late"}

    found = candidates(compile_case(case), package)

    assert [(s.name, s.stone) for s in found] == [("halfway", False), ("shipped", True)]
    assert before(case, "halfway") == {"shipped"}
    assert carried(case, "halfway") == ("price", "middle")


def test_an_option_without_a_step_takes_a_month() -> None:
    case = sale(steps={"paid": STEPS["paid"]})

    found = candidates(compile_case(case), HIGH_EARLY)

    assert found[-1] == Candidate("delivery=early", "delivery", "early", 1, stated=False)


def test_without_leaders_what_needs_their_step_goes_too() -> None:
    steps = {**STEPS, "shipped": {**STEPS["shipped"], "after": ["paid"]}}

    found = candidates(compile_case(sale(steps=steps)), HIGH_EARLY, leaders=False)

    assert [step.name for step in found] == ["halfway"]


def test_nothing_is_taken_back() -> None:
    payoffs = compile_case(sale())
    found = candidates(payoffs, HIGH_EARLY)

    assert may_follow(payoffs, found, 0, 1)
    assert not may_follow(payoffs, found, 1, 0)


def test_what_must_come_before_may_be_left_behind() -> None:
    steps = {**STEPS, "halfway": {**STEPS["halfway"], "after": ["paid"]}}
    payoffs = compile_case(sale(steps=steps))
    found = candidates(payoffs, HIGH_EARLY)

    assert may_follow(payoffs, found, 1, 0)
    assert not may_follow(payoffs, found, 0, 1)


def test_of_two_alike_the_later_in_the_file_follows() -> None:
    again = {"name": "x", "option": {"price": "middle"}}
    payoffs = compile_case(sale(steps={"first": STEPS["halfway"], "again": again}))
    found = candidates(payoffs, {"price": "middle", "delivery": "late"})

    assert may_follow(payoffs, found, 0, 1)
    assert not may_follow(payoffs, found, 1, 0)


def test_a_bar_of_one_day_bars_that_day() -> None:
    entry = {"name": "x", "from": "2017-07-11", "bars": {"price": ["high"]}}
    case = sale(calendar={"vote": entry})
    step = candidates(compile_case(case), HIGH_EARLY)[1]

    assert starts(case, step, 5) == (1, 3)
    assert starts(sale(), step, 5) == (0, 1, 2, 3)
