import pytest

from detente.negotiation.course import FINE, calls, month_weights, shared_out
from tests.negotiation.walks import course, sale


def test_months_count_alike_where_nobody_is_impatient() -> None:
    assert month_weights(course(sale(), months=3)) == {"A": (1, 1, 1), "B": (1, 1, 1)}


def test_the_months_of_the_impatient_count_less_and_less() -> None:
    found = month_weights(
        course(sale(principals={"A": {"impatience": {"value": 19, "reason": "x"}}}), months=24)
    )

    assert sum(found["A"]) == sum(found["B"]) == FINE
    assert [*found["A"]] == sorted(found["A"], reverse=True)
    assert found["A"][12] / found["A"][0] == pytest.approx(0.81, abs=1e-4)
    assert max(found["B"]) - min(found["B"]) <= 1


def test_whoever_sees_a_year_ahead_as_nothing_counts_the_first_month_alone() -> None:
    assert shared_out(0.0, 3) == (FINE, 0, 0)


def test_whom_steps_call_on_is_asked() -> None:
    found = course(sale(-50))

    assert found.asked == ("workers",)
    assert [calls(found.case, step) for step in found.steps] == [(), (), ("workers",)]


def test_principals_to_whom_the_case_offers_nothing_are_not_compared() -> None:
    found = course(sale())

    assert found.counted == ("A", "B")
    assert type(found)(
        found.after, found.package, found.steps, 5, {**found.tops, "B": found.tops["B"] * 0}
    ).counted == ("A",)


def test_effects_that_are_switched_off_bear_on_nothing() -> None:
    eased = {"ratifiers": {"workers": {"reserve": {"value": -100, "reason": "x"}}}}
    step = {"name": "x", "option": {"price": "middle"}, "effects": eased}
    case = sale(-50, steps={"halfway": step})

    assert course(case).able == ("halfway",)
    assert course(case, effects=False).able == ()
