"""Targets: what is asked of an agreement beyond being open."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import obstacles
from detente.negotiation.target import Target, attained, reaches
from detente.testing import Bounds, two_issue_case
from detente.testing.strategies import cases

SMALL = Bounds(issues=(2, 3), options=(2, 3), packages=18, reserves=True)
RANDOM = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target(), True),
        (Target(require={"price": "middle"}), True),
        (Target(require={"price": "low"}), False),  # B alone would gain
        (Target(require={"delivery": "late"}), False),
        (Target(gain={"A": Fraction(40)}), True),  # just so, by the high price
        (Target(gain={"A": Fraction(41)}), False),
        (Target(gain={"A": Fraction(12), "B": Fraction(44)}), True),
        (Target(gain={"A": Fraction(13), "B": Fraction(44)}), False),
        (Target({"price": "high"}, {"B": Fraction(21)}), False),
    ],
)
def test_targets_of_two_issues(target: Target, expected: bool) -> None:
    assert reaches(compile_case(two_issue_case()), target) is expected


@given(cases(SMALL), st.data())
@RANDOM
def test_what_attains_a_target_meets_it(case: Case, data: st.DataObject) -> None:
    payoffs = compile_case(case)
    issue = data.draw(st.sampled_from([*case.issues]))
    option = data.draw(st.sampled_from([*case.issues[issue].options]))
    party = data.draw(st.sampled_from([*case.parties]))
    target = Target({issue: option}, {party: Fraction(data.draw(st.integers(-20, 20)))})

    for lifted in (frozenset[str](), frozenset(obstacles(case))):
        for point in attained(payoffs, target, lifted):
            assert point.package[issue] == option
            assert payoffs.gain(party, point.package, lifted) >= target.gain[party]
            assert all(value > 0 for value in point.values)


@given(cases(SMALL), st.data())
@RANDOM
def test_asking_more_or_lifting_less_reaches_no_more(case: Case, data: st.DataObject) -> None:
    payoffs = compile_case(case)
    names = obstacles(case)
    more = frozenset(n for n in names if data.draw(st.booleans()))
    less = frozenset(n for n in more if data.draw(st.booleans()))
    party = data.draw(st.sampled_from([*case.parties]))
    gains = sorted(data.draw(st.tuples(st.integers(-20, 40), st.integers(-20, 40))))
    modest, bold = (Target(gain={party: Fraction(gain)}) for gain in gains)

    assert reaches(payoffs, modest, more) >= reaches(payoffs, modest, less)
    assert reaches(payoffs, modest, more) >= reaches(payoffs, bold, more)
    assert reaches(payoffs, Target(), more) >= reaches(payoffs, modest, more)


def test_a_third_partys_option_is_never_attained() -> None:
    form = two_issue_case()
    price = form.issues["price"]
    taken = price.options["high"].model_copy(update={"controller": ("X",)})
    issue = price.model_copy(update={"options": {**price.options, "high": taken}})
    third = {"X": {"name": "a third party"}}
    case = form.model_copy(
        update={"issues": {**form.issues, "price": issue}, "third_parties": third}
    )

    assert reaches(compile_case(form), Target(require={"price": "high"}))
    assert not reaches(compile_case(case), Target(require={"price": "high"}))
