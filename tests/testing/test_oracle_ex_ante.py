"""Choices weighed over scenarios by the oracle, worked by hand."""

from __future__ import annotations

from fractions import Fraction

from detente.testing import two_issue_case
from detente.testing.oracle_changes import altered
from detente.testing.oracle_ex_ante import best, weigh
from tests.negotiation.small import exact

HALF = Fraction(1, 2)


def test_a_choice_counts_where_it_is_acceptable() -> None:
    case = two_issue_case()
    bold = altered(case, [{"principals": {"B": {"reserve": 30}}}])
    found = {one.choices[0]: one for one in weigh([(HALF, case), (HALF, bold)])}

    high = found[("high", "early")]
    assert exact((high.expected, high.acceptance)) == ((20, 10), HALF)
    middle = found[("middle", "early")]
    assert exact((middle.expected, middle.acceptance)) == ((12, 44), 1)
    assert exact([*best([*found.values()])]) == [(12, 44), (20, 10)]


def test_an_issue_left_as_it_stands_is_the_option_that_holds() -> None:
    [none, *_] = weigh([(Fraction(1), two_issue_case())])

    assert none.choices == (("low", "late"), ("low", None), (None, "late"), (None, None))


def test_what_cannot_be_is_left_out() -> None:
    case = two_issue_case()
    bold = altered(case, [{"principals": {"B": {"reserve": 45}}}])

    assert weigh([(Fraction(0), case), (Fraction(1), bold)]) == ()
