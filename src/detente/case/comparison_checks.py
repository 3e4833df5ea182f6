"""What may be wrong with the comparisons of a party's weights, each taken by itself.

Whether several contradict each other takes a linear program, which this room does not know:
``detente.negotiation.contradiction`` says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.case.comparison import Comparison, conditions, in_words
from detente.case.finding import Finding, Path
from detente.case.numbers import party_key
from detente.case.party import Party
from detente.case.references import unknown


def comparison_checks(case: Case, since: Case | None = None) -> Iterator[Finding]:
    """Yield comparisons that say nothing, and those that the party's own points do not keep.

    Parameters
    ----------
    case
        The case.
    since
        The case before a change: parties that are still the same are left out.
    """
    for party_id, party in case.parties.items():
        if since is not None and since.parties.get(party_id) is party:
            continue
        root = (*party_key(case, party_id).split("."), "weights", "comparisons")
        for name, comparison in party.weights.comparisons.items():
            yield from _checked(case, party_id, party, comparison, (*root, name))


def _checked(
    case: Case, party_id: str, party: Party, comparison: Comparison, path: Path
) -> Iterator[Finding]:
    name = path[-1]
    strange = False
    for key in ("more", "than", "ranking", "alike"):
        for issue in getattr(comparison, key):
            if issue not in case.issues:
                strange = True
                yield unknown("C202", (*path, key), "issue", issue, case.issues)
    said = _unsaid(comparison)
    if said:
        yield Finding("C315", path, f"'{name}' {said}")
    if strange or said:
        return
    points = {issue: weight.mode for issue, weight in party.weights.points.items()}
    for issue in comparison.issues:
        if not points.get(issue):
            said = f"'{name}' compares {issue}, to which {party_id} gives no points"
            yield Finding("C315", path, said, f"give {issue} points, or leave it out")
            return
    if not all(condition.holds(points) for condition in conditions(comparison)):
        counts = ", ".join(f"{i} {_shown(points[i])}" for i in dict.fromkeys(comparison.issues))
        words = in_words(comparison, {})
        said = f"the points of {party_id} do not keep '{name}' ({words}): {counts}"
        yield Finding("C316", path, said)


def _unsaid(comparison: Comparison) -> str:
    """Return in which way a comparison says nothing, or more than one thing."""
    ways = [
        bool(comparison.more or comparison.than),
        bool(comparison.ranking),
        bool(comparison.alike),
    ]
    if sum(ways) != 1:
        return "says more than one thing" if any(ways) else "compares nothing"
    if ways[0] and not (comparison.more and comparison.than):
        return "names no issues under `than`" if comparison.more else "names none under `more`"
    if comparison.times != 1 and not ways[0]:
        return "gives `times` without `more` and `than`"
    if comparison.times <= 0:
        return "compares with nothing times as much, or less"
    if len({*comparison.issues}) < len(comparison.issues):
        return "names an issue twice"
    return "" if len(comparison.issues) > 1 else "names one issue alone"


def _shown(value: Fraction) -> str:
    short = f"{float(value):g}"
    return short if Fraction(short) == value else str(value)
