from fractions import Fraction

from detente.testing.oracle_walk import Walk, may_follow
from tests.negotiation.walks import HIGH_EARLY, STEPS, sale


def _walk(**more: object) -> Walk:
    return Walk(sale(**more), HIGH_EARLY, 5, {"A": Fraction(70), "B": Fraction(60)})  # type: ignore[arg-type]  # rooms of a case


def test_the_ways_to_a_package_by_hand() -> None:
    assert [(w.name, w.months) for w in _walk().ways] == [
        ("halfway", 1), ("paid", 2), ("shipped", 2),
    ]  # fmt: skip


def test_a_price_that_was_raised_is_not_lowered() -> None:
    walk = _walk()
    halfway, paid, _ = walk.ways

    assert may_follow(walk, halfway, paid)
    assert not may_follow(walk, paid, halfway)


def test_the_case_after_a_step() -> None:
    made = {"principals": {"A": {"reserve": {"value": 9, "reason": "x"}}}}
    walk = _walk(steps={**STEPS, "halfway": {**STEPS["halfway"], "effects": made}})

    after = walk.after(frozenset({"halfway", "paid"})).principals["A"].reserve

    assert after is not None and after.mode == 9  # noqa: PT018 - for the type
    assert walk.after(frozenset({"paid"})) is walk.case


def test_days_are_months_after_the_case() -> None:
    assert _walk().day(8).isoformat() == "2018-01-11"
