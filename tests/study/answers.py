"""A judge who knows the true weights and never errs."""

from collections.abc import Mapping
from fractions import Fraction

from detente.case.case import Case
from detente.study.elicitation import MOST, Comparison, check_pairs, shares, swings


def answers(true: Mapping[str, Fraction]) -> tuple[dict[str, Fraction], list[Comparison]]:
    """Return all answers of the judge: the worths, the yardstick first, and every pair's."""
    first = max(true, key=lambda issue: true[issue])
    order = [first, *(issue for issue in true if issue != first)]
    worths = {issue: MOST * true[issue] / true[first] for issue in order}
    pairs = check_pairs(worths)
    return worths, [Comparison(a, b, MOST * true[b] / true[a]) for a, b in pairs]


def judged_by(case: Case, party: str) -> dict[str, Fraction]:
    """Return the weights of a party as the answers of its own case give them back."""
    points = case.parties[party].weights.points
    true = {swing.issue: points[swing.issue].mode for swing in swings(case, party)}
    found = shares(answers(true)[0])
    return {issue: found[issue] for issue in true}
