from fractions import Fraction

import pytest

from detente.base.errors import NotProved
from detente.case.case import Case
from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.study.sequence import sequence, target_package
from detente.study.sequence_result import SequenceResult
from detente.testing import random_case
from tests.negotiation.walks import STEPS, sale


def _asked(case: Case, **more: object) -> SequenceResult:
    found = sequence(compile_case(case), months=5, **more)  # type: ignore[arg-type]  # as a test asks
    assert found is not None
    return found


@pytest.fixture(scope="module")
def reference() -> SequenceResult:
    found = sequence(compile_case(open_case("japan-russia-2017").case))
    assert found is not None
    return found


def test_a_sale_in_dates() -> None:
    found = _asked(sale())

    assert [(s.step, s.begins, s.ends, s.replaced, s.stone) for s in found.plan.steps] == [
        ("halfway", "2017-05-11", "2017-06-11", "2017-09-11", True),
        ("shipped", "2017-05-11", "2017-07-11", None, False),
        ("paid", "2017-07-11", "2017-09-11", None, False),
    ]
    assert [(s.month, s.completed) for s in found.plan.stops] == [
        (0, ()), (1, ("price=middle",)), (2, ("delivery=early",)), (4, ("price=high",)), (5, ()),
    ]  # fmt: skip
    assert (found.plan.missing, found.plan.proved, found.plan.gap) == ((), True, None)
    assert found.plan.shares == {"A": Fraction(106, 350), "B": Fraction(92, 300)}
    assert (found.begins, found.until) == ("2017-05-11", "2017-10-11")


def test_what_can_be_done_without_the_leaders() -> None:
    found = _asked(sale())

    assert found.without_leaders is not None
    assert {s.option for s in found.without_leaders.steps} == {"middle", "early"}
    assert found.of_standing == {"A": Fraction(12, 40), "B": Fraction(44, 20)}
    alone = _asked(sale(), leaders=False)
    assert alone.plan == found.without_leaders
    assert alone.without_leaders is None


def test_effects_are_set_side_by_side() -> None:
    eased = {"ratifiers": {"workers": {"reserve": {"value": -100, "reason": "x"}}}}
    case = sale(-50, steps={**STEPS, "halfway": {**STEPS["halfway"], "effects": eased}})

    found = _asked(case, package={"price": "high", "delivery": "early"})

    assert (found.effects, found.toward) == (("halfway",), None)
    assert found.plan.missing == ()
    assert found.without_effects is not None
    assert found.without_effects.missing == ("delivery",)
    assert found.refused_before == ("ratifiers.workers",)
    assert found.refused_after == ()
    assert found.widened is not None
    assert found.widened.zone_after > found.widened.zone_before
    asked = [step for step in found.plan.steps if step.ratifiers]
    assert [(step.option, step.ratifiers) for step in asked] == [("early", ("workers",))]


def test_without_effects_that_bear_nothing_is_set_beside() -> None:
    assert _asked(sale()).without_effects is None
    assert _asked(sale()).widened is None


def test_an_option_without_a_step_or_without_months_is_named() -> None:
    found = _asked(sale(steps={"paid": {"name": "x", "option": {"price": "high"}}}))

    assert found.undated == ("price=high", "delivery=early")
    assert [step.months for step in found.plan.steps] == [None, None]
    assert {step.step for step in found.plan.steps} == {None, "paid"}


def test_a_package_that_cannot_be_reached_in_time_is_approached() -> None:
    found = _asked(sale(steps={**STEPS, "paid": {**STEPS["paid"], "months": 9}}))

    assert found.plan.missing == ("price",)
    assert {step.option for step in found.plan.steps} == {"middle", "early"}


def test_there_is_nothing_to_answer_without_steps_or_a_package() -> None:
    assert sequence(compile_case(sale(steps={}))) is None
    empty = sale(principals={"A": {"reserve": {"value": 90, "reason": "x"}}})
    assert target_package(compile_case(empty)) is None
    assert sequence(compile_case(empty)) is None
    outside = next(c for c in map(random_case, range(99)) if c.no_agreement == "outside")
    step = {"name": "x", "option": {"trade": next(iter(outside.issues["trade"].options))}}
    tree = outside.model_copy(update={"steps": sale(steps={"s": STEPS["paid"]}).steps})
    assert step
    assert sequence(compile_case(tree)) is None


def test_no_time_is_no_proof() -> None:
    found = _asked(sale(), seconds=0.0)

    assert not found.provenance.proved
    assert not found.plan.found
    assert (found.plan.steps, found.plan.gap) == ((), None)
    assert found.plan.missing == ("price", "delivery")


def test_effects_of_too_many_steps_are_refused() -> None:
    made = {"principals": {"A": {"weights": {"points": {"price": 60}}}}}
    many = {f"s{n}": {**STEPS["halfway"], "effects": made} for n in range(7)}
    with pytest.raises(NotProved):
        _asked(sale(steps={**STEPS, **many}))


def test_executive_steps_come_first_in_the_reference_case(reference: SequenceResult) -> None:
    steps = reference.plan.steps
    first = [step.track for step in sorted(steps, key=lambda step: step.ends)[:4]]

    assert first == ["officials"] * 4
    assert reference.plan.missing == ()
    assert reference.plan.proved
    in_force = {step.option: step.ends for step in steps}
    led = [step.option for step in steps if step.track == "leaders"]
    assert {in_force[option] for option in led} == {"2019-05-11"}


def test_the_reference_case_gains_as_much_without_the_leaders_within_two_years(
    reference: SequenceResult,
) -> None:
    assert all(part > 1 for part in reference.of_earned.values())
    assert all(part < 1 for part in reference.of_standing.values())


def test_contact_changes_nothing_in_the_reference_plan(reference: SequenceResult) -> None:
    assert reference.effects == ()
    assert reference.without_effects is None
    assert reference.widened is not None
    assert reference.widened.nash_after is not None
    assert reference.widened.nash_after["access"] == "regular_charters"


def test_nobody_is_exposed_beyond_what_it_bears(reference: SequenceResult) -> None:
    for stop in reference.plan.stops:
        for party, found in reference.tolerances.items():
            assert found.exposure is not None
            assert stop.exposure[party] <= found.exposure
