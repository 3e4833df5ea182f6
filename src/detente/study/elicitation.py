"""Swing weights by trade-offs: what to ask a judge, and what the answers come to.

The judge compares moves. The move of an issue leads from no agreement to its anchor, the option
that scores 100 or -100; the most important one counts 100, and each other one is judged beside it.
This is swing weighting (von Winterfeldt and Edwards 1986), with the moves counted from no
agreement. Pairs that leave the most important move out are judged directly too, as in the
trade-offs of Keeney and Raiffa (1976): where a direct judgement differs from what the first answers
imply, the difference is shown, may be revised, and is the range of the weights.

All arithmetic is exact. The weights that are written stand on a grid of :data:`GRID` points.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.preference import TOP, scores

GRID = Fraction(1, 10)
"""Points between two weights that can be written."""

MOST = Fraction(100)
"""What the most important move counts while the others are judged beside it."""

Worths = Mapping[str, Fraction]
"""What the move of each issue counts beside the most important one, 0…100."""


@dataclass(frozen=True, slots=True)
class Swing:
    """The move of one issue that a weight is about.

    Attributes
    ----------
    issue
        Its id.
    now
        The option of no agreement; ``None`` where no agreement is ``outside``.
    anchor
        The option that scores 100 or -100 for the party; a gain rather than a loss, and the first
        in the file, where several do.
    gain
        Whether the party gains by the move; it loses by it otherwise.
    """

    issue: str
    now: str | None
    anchor: str
    gain: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A direct judgement of two moves.

    Attributes
    ----------
    more, less
        Issues: the move that counts more, and the other one.
    part
        What the lesser move counts where the greater counts 100; 0 < part ≤ 100.
    """

    more: str
    less: str
    part: Fraction

    def __post_init__(self) -> None:
        if not 0 < self.part <= MOST:
            raise ValueError("the lesser move counts more than 0 and at most 100")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How far a direct judgement lies from what the first answers imply.

    Attributes
    ----------
    comparison
        The direct judgement.
    implied
        What the first answers imply: the worth of its lesser move where the greater counts 100.
        Above 100 where they put the two the other way round.
    percent
        By how many per cent the larger of the two ratios exceeds the smaller; 0 where they agree.
    """

    comparison: Comparison
    implied: Fraction
    percent: Fraction


def swings(case: Case, party: str) -> tuple[Swing, ...]:
    """Return the moves that a party's weights are about, in the order of the issues.

    Issues on which all options are alike to the party have no move, and no weight.

    Parameters
    ----------
    case, party
        The case, and the id of a principal or ratifier in it.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [(swing.issue, swing.anchor, swing.gain) for swing in swings(two_issue_case(), "A")]
    [('price', 'high', True), ('delivery', 'early', False)]
    """
    found = []
    for issue_id, issue in case.issues.items():
        table = scores(case, party, issue_id)
        anchors = sorted((o for o in table if abs(table[o]) == TOP), key=lambda o: table[o] < 0)
        if anchors:
            now = issue.status_quo if case.no_agreement == "status_quo" else None
            found.append(Swing(issue_id, now, anchors[0], table[anchors[0]] > 0))
    return tuple(found)


def check_pairs(worths: Worths) -> tuple[tuple[str, str], ...]:
    """Return the pairs of issues to be judged directly: neighbours in the order of the answers.

    Parameters
    ----------
    worths
        The answers. The first issue of the largest worth was the yardstick and stays out, and so
        do moves that count nothing.

    Returns
    -------
    tuple of (str, str)
        The greater first; equal ones in the order of the answers.

    Examples
    --------
    >>> check_pairs({"a": Fraction(40), "b": Fraction(100), "c": Fraction(60), "d": Fraction(0)})
    (('c', 'a'),)
    """
    ranked = sorted((i for i, worth in worths.items() if worth), key=lambda i: -worths[i])[1:]
    return tuple(itertools.pairwise(ranked))


def disagreements(worths: Worths, comparisons: Sequence[Comparison]) -> tuple[Disagreement, ...]:
    """Return how far each direct judgement lies from the first answers, the largest first.

    Parameters
    ----------
    worths
        The first answers; those of the compared moves above 0.
    comparisons
        The direct judgements.

    Examples
    --------
    >>> said = [Comparison("c", "a", Fraction(50))]
    >>> [found] = disagreements({"b": 100, "c": Fraction(60), "a": Fraction(40)}, said)
    >>> float(found.implied), found.percent
    (66.66666666666667, Fraction(100, 3))
    """
    found = []
    for said in comparisons:
        implied = MOST * worths[said.less] / worths[said.more]
        apart = max(implied, said.part) / min(implied, said.part)
        found.append(Disagreement(said, implied, 100 * (apart - 1)))
    return tuple(sorted(found, key=lambda one: -one.percent))


def shares(worths: Worths) -> dict[str, Fraction]:
    """Return the exact weights: the answers scaled so that they add up to 100 points.

    Raises
    ------
    ValueError
        When nothing counts anything, or something less than nothing.

    Examples
    --------
    >>> shares({"a": Fraction(100), "b": Fraction(50)})
    {'a': Fraction(200, 3), 'b': Fraction(100, 3)}
    """
    total = sum(worths.values(), Fraction(0))
    if total <= 0 or min(worths.values()) < 0:
        raise ValueError("one move at least counts more than nothing, and none less")
    return {issue: TOP * worth / total for issue, worth in worths.items()}


def gridded(exact: Mapping[str, Fraction], grid: Fraction = GRID) -> dict[str, Fraction]:
    """Return weights on a grid that still add up to exactly 100.

    Each is rounded down; the points that are left go one grid step each to the largest remainders,
    the first in order where they are equal (Hamilton's method, of largest remainders). No weight
    moves by a step or more, and the order of the weights stays.

    Parameters
    ----------
    exact
        Weights that add up to 100.
    grid
        A step that divides 100.

    Examples
    --------
    >>> {i: float(w) for i, w in gridded(shares(dict.fromkeys("abc", Fraction(1)))).items()}
    {'a': 33.4, 'b': 33.3, 'c': 33.3}
    """
    steps = {issue: weight // grid for issue, weight in exact.items()}
    left = int(TOP / grid) - sum(steps.values())
    by_rest = sorted(exact, key=lambda issue: -(exact[issue] % grid))
    for issue in by_rest[:left]:
        steps[issue] += 1
    return {issue: step * grid for issue, step in steps.items()}


def spread(
    worths: Worths, comparisons: Sequence[Comparison]
) -> dict[str, tuple[Fraction, Fraction]]:
    """Return the exact range of each weight that the answers leave open.

    A direct judgement of two moves says another worth of each, the other's being what the first
    answers made it. The range runs from the least to the largest worth that was said of a move,
    all others at their first answers, scaled to 100 points.

    Returns
    -------
    dict of (Fraction, Fraction)
        Low and high by issue; both the weight itself where no direct judgement differs.

    Examples
    --------
    >>> said = [Comparison("c", "a", Fraction(50))]
    >>> spread({"b": Fraction(100), "c": Fraction(60), "a": Fraction(40)}, said)["a"]
    (Fraction(300, 19), Fraction(20, 1))
    """
    told = {issue: [worth] for issue, worth in worths.items()}
    for said in comparisons:
        told[said.less].append(worths[said.more] * said.part / MOST)
        told[said.more].append(worths[said.less] * MOST / said.part)
    total = sum(worths.values(), Fraction(0))
    return {
        issue: (
            _share(min(worth), total - worths[issue]),
            _share(max(worth), total - worths[issue]),
        )
        for issue, worth in told.items()
    }


def _share(worth: Fraction, others: Fraction) -> Fraction:
    return TOP * worth / (worth + others) if worth + others else Fraction(0)


def weighed(
    worths: Worths, comparisons: Sequence[Comparison] = (), grid: Fraction = GRID
) -> dict[str, Estimate]:
    """Return the weights that the answers come to: low, mode and high on the grid.

    The modes are those of the first answers and add up to exactly 100; the ranges are those of
    :func:`spread`, rounded outwards.

    Examples
    --------
    >>> said = [Comparison("c", "a", Fraction(50))]
    >>> found = weighed({"b": Fraction(100), "c": Fraction(60), "a": Fraction(40)}, said)
    >>> {i: [float(n) for n in (e.low, e.mode, e.high)] for i, e in found.items()}
    {'b': [50.0, 50.0, 50.0], 'c': [30.0, 30.0, 36.4], 'a': [15.7, 20.0, 20.0]}
    """
    modes = gridded(shares(worths), grid)
    ranges = spread(worths, comparisons)
    return {
        issue: Estimate(
            low=min(mode, ranges[issue][0] // grid * grid),
            mode=mode,
            high=max(mode, -(-ranges[issue][1] // grid) * grid),
        )
        for issue, mode in modes.items()
    }
