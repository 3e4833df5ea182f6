"""The weights that comparisons leave open, and what holds in all of them: closed forms."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.negotiation.polytope import (
    Polytope,
    Terms,
    gain_terms,
    open_issues,
    polytope,
    statements,
)
from detente.testing import two_issue_case
from tests.negotiation.compared import RANKED, compared, moved
from tests.negotiation.small import exact

HALF, THIRD = Fraction(100, 2), Fraction(100, 3)


def _of(case: Case, party: str = "A") -> Polytope:
    found = polytope(case, party)
    assert found is not None
    return found


def test_a_ranking_has_the_known_corners() -> None:
    """Of a ≥ b ≥ c: all on a, halves of a and b, thirds (Barron and Barrett 1996)."""
    found = _of(compared(RANKED))

    assert exact(set(found.hull.corners)) == {
        (100, 0, 0),
        (HALF, HALF, 0),
        (THIRD, THIRD, THIRD),
    }
    assert found.issues == ("a", "b", "c")
    assert len(found.hull.free) == 2


@pytest.mark.parametrize(
    ("issue", "low", "high"), [("a", THIRD, 100), ("b", 0, HALF), ("c", 0, THIRD)]
)
def test_a_ranking_leaves_each_weight_a_known_range(issue: str, low: int, high: int) -> None:
    found = _of(compared(RANKED))
    weight = found.weight(issue)

    assert exact((found.least(weight).value, found.most(weight).value)) == (low, high)


def test_gains_have_their_least_and_most_at_corners() -> None:
    """A gains w_a + w_b − w_c by all three moves, w_b − w_c by the last two."""
    case = compared(RANKED)
    found, payoffs = _of(case), compile_case(case)
    every = gain_terms(payoffs, found, moved("a", "b", "c"))
    last = gain_terms(payoffs, found, moved("b", "c"))

    assert found.least(every).value == THIRD
    assert found.least(every).weights == {"a": THIRD, "b": THIRD, "c": THIRD}
    assert found.most(every).value == 100
    assert exact((found.least(last).value, found.most(last).value)) == (0, HALF)
    assert found.most(last).weights == {"a": HALF, "b": HALF, "c": 0}


def test_a_gain_at_the_modes_is_that_of_the_case() -> None:
    case = compared(RANKED)
    found, payoffs = _of(case), compile_case(case)
    for issues in ((), ("a",), ("a", "c"), ("a", "b", "c")):
        terms = gain_terms(payoffs, found, moved(*issues))
        at = [case.parties["A"].weights.points[issue].mode for issue in found.issues]
        gain = sum((f * w for f, w in zip(terms.factors, at, strict=True)), terms.constant)

        assert gain == payoffs.gain("A", moved(*issues))


def test_what_no_comparison_names_stays_at_its_mode() -> None:
    found = _of(compared({"x": {"more": "a", "than": "b", "times": "3/2"}}))

    assert exact((found.issues, found.fixed)) == (("a", "b"), {"c": 20})
    weight = found.weight("a")
    assert exact((found.least(weight).value, found.most(weight).value)) == (48, 80)
    assert found.least(weight).weights == {"a": 48, "b": 32, "c": 20}


def test_a_range_opens_a_weight_and_bounds_it() -> None:
    weights = {"a": [40, 50, 60], "b": 30, "c": [15, 20, 22]}
    found = _of(compared({"x": {"more": "a", "than": "b"}}, weights))

    assert found.issues == ("a", "b", "c")
    ranges = {
        i: (found.least(found.weight(i)).value, found.most(found.weight(i)).value)
        for i in found.issues
    }
    assert exact(ranges) == {"a": (40, 60), "b": (18, Fraction(85, 2)), "c": (15, 22)}
    assert set(statements(compared({}, weights).parties["A"].weights)) == {"points.a", "points.c"}


def test_alike_leaves_a_line_and_more_a_point() -> None:
    alike = {"x": {"alike": ["a", "b", "c"]}}
    point = _of(compared(alike))
    line = _of(compared({"x": {"alike": ["a", "c"]}, "y": {"ranking": ["b", "c"]}}))

    assert (point.hull.free, point.hull.centre) == ((), (THIRD, THIRD, THIRD))
    assert len(line.hull.free) == 1
    assert line.most(line.weight("b")).value == 100


def test_an_amount_that_is_somewhere_the_first() -> None:
    case = compared(RANKED)
    found, payoffs = _of(case), compile_case(case)
    a, b, ab = (gain_terms(payoffs, found, moved(*issues)) for issues in ("a", "b", "ab"))

    assert found.first_somewhere(ab, [a, b])
    assert found.first_somewhere(a, [ab, b])  # where b is worth nothing
    assert found.first_somewhere(b, [a])  # where both are worth the same
    assert not found.first_somewhere(b, [Terms(a.factors, Fraction(1))])


def test_an_amount_first_nowhere_that_no_single_other_beats_everywhere() -> None:
    """Of a, b and the middle of both less a little: the middle is never the most."""
    found = _of(compared({"x": {"more": ["a", "b", "c"], "than": [], "times": 1}}))
    one, other = found.weight("a"), found.weight("b")
    factors = tuple((f + g) / 2 for f, g in zip(one.factors, other.factors, strict=True))
    middle = Terms(factors, Fraction(-1, 100))

    assert not found.first_somewhere(middle, [one, other])
    assert found.least(one - middle).value < 0
    assert found.least(other - middle).value < 0


def test_a_party_without_comparisons_has_none() -> None:
    case = compared(RANKED)

    assert polytope(case, "B") is None
    assert polytope(two_issue_case(), "A") is None


def test_outside_values_and_linkages_are_in_what_does_not_depend() -> None:
    link = {
        "l": {
            "text": "l",
            "when": {"a": ["moved"], "b": ["moved"]},
            "points": {"A": 4},
            "reason": "because",
        }
    }
    plain = written(compared(RANKED, linkages=link))
    case = Case.model_validate(plain)
    found, payoffs = _of(case), compile_case(case)

    assert gain_terms(payoffs, found, moved("a", "b")).constant == 4
    assert found.least(gain_terms(payoffs, found, moved("a", "b"))).value == 4 + 2 * THIRD


def test_open_issues_stand_in_the_order_of_the_points() -> None:
    case = compared({"x": {"more": "c", "than": "a", "times": "1/5"}})

    assert open_issues(case.parties["A"].weights) == ("a", "c")
    assert all(one < other for one, other in pairwise(open_issues(case.parties["A"].weights)))
