"""Comparisons of weights that cannot hold together: a smallest set of them.

Weights of which all are nothing but one would keep almost any comparisons: A twice B and B twice A
hold where both are worth nothing. Comparisons therefore contradict each other when no weights keep
them *and* give what each says counts (the issues of ``more``, the first of a ranking, those alike)
anything at all. That is one linear program, and leaving comparisons out can only help.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from detente.case.case import Case
from detente.case.finding import Finding
from detente.case.numbers import party_key
from detente.case.party import Weights
from detente.negotiation.polytope import Statement, open_issues, region, statements
from detente.solve.linear import Linear
from detente.solve.smallest_set import SmallestSet, smallest_set


def contradiction(weights: Weights) -> SmallestSet | None:
    """Return a smallest set of comparisons and ranges that cannot hold; ``None`` without one.

    Parameters
    ----------
    weights
        A party's weights, whose comparisons are each sound by themselves.

    Returns
    -------
    SmallestSet or None
        Places below the weights, ``comparisons.NAME`` and ``points.ISSUE``. Tie rule: of several
        smallest sets the first in the order of the file, comparisons before ranges. The points
        lie within the ranges, so that a comparison is always among them.

    Examples
    --------
    >>> said = Weights.model_validate({"points": {"a": 60, "b": 40}, "comparisons": {
    ...     "x": {"more": "a", "than": "b"}, "y": {"more": "b", "than": "a", "times": 2}}})
    >>> contradiction(said)
    SmallestSet(members=('comparisons.x', 'comparisons.y'), smallest=True)
    """
    stated, issues = statements(weights), open_issues(weights)

    def impossible(chosen: frozenset[str]) -> bool:
        said: list[Statement] = []
        for place in stated:
            said += stated[place] if place in chosen else ()
        leading = [
            comparison.leading
            for name, comparison in weights.comparisons.items()
            if f"comparisons.{name}" in chosen
        ]
        program = Linear(region(weights, issues, said, 1, [*leading, issues]))
        if not program.feasible:
            return True
        return program.maximum([*[Fraction(0)] * len(issues), Fraction(1)]).value == 0

    return smallest_set([*stated], impossible)


def judged_together(case: Case, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is inconsistent in a case, its comparisons judged together as well.

    For each party whose comparisons contradict each other a smallest set that does is told (C317)
    in place of each one of them that its points do not keep (C316): no points could.

    Parameters
    ----------
    case
        The case.
    found
        What is inconsistent in it otherwise.
    """
    kept, told = [*found], []
    for party_id, party in case.parties.items():
        root = (*party_key(case, party_id).split("."), "weights")
        broken = [one for one in kept if one.code == "C316" and one.path[: len(root)] == root]
        one = contradiction(party.weights) if broken and _judged(party.weights, case) else None
        if one is None:
            continue
        paths = [(*root, *place.split(".")) for place in one.members]
        kept = [one for one in kept if one.code != "C316" or one.path not in paths]
        names = ", ".join(map(_called, one.members))
        said = f"these cannot hold together for {party_id}: {names}"
        told.append(Finding("C317", paths[0], said, _HINT))
    return (*kept, *told)


_HINT = "change or drop one of them; without it the others can hold"


def _called(place: str) -> str:
    kind, _, name = place.partition(".")
    return f"'{name}'" if kind == "comparisons" else f"the range of {name}"


def _judged(weights: Weights, case: Case) -> bool:
    """Whether the comparisons name what is there, so that they can be judged together."""
    total = sum(e.mode for e in weights.points.values())
    return (
        bool(weights.comparisons)
        and total == weights.total > 0
        and all(e.low >= 0 for e in weights.points.values())
        and all(
            comparison.leading
            and comparison.times > 0
            and all(i in case.issues and _counts(weights, i) for i in comparison.issues)
            for comparison in weights.comparisons.values()
        )
    )


def _counts(weights: Weights, issue: str) -> bool:
    return issue in weights.points and weights.points[issue].mode > 0
