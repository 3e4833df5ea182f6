"""What could be agreed in every draw: whether the zone is open, the four solutions, and how far.

Floating point proposes and fractions decide: of a draw's efficient points those are kept that some
rule might choose, with a margin far above any rounding, and the rules choose among these exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np

from detente.case.case import Package
from detente.case.numbers import party_key
from detente.negotiation.bargaining import Solution, solutions
from detente.negotiation.drawn import Bools, Whole
from detente.negotiation.question import Lifted, Question, zone
from detente.negotiation.reach import how_far, largest
from detente.negotiation.redraw import Answers, Redraws
from detente.solve.law import Floats

NEAR = 1e-9
"""Marks nearer than this to the best one, or amounts to nothing, are looked at exactly."""

FAR = 2**57
"""Below what any gain can be, in whole numbers."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What could be agreed in one draw.

    Attributes
    ----------
    open
        Whether a package of the zone gives every principal more than nothing.
    solutions
        The four solutions by name; empty where the zone is.
    j
        How far it can go, by the draw's own M.
    """

    open: bool
    solutions: Mapping[str, Solution]
    j: Fraction


def outcomes(redraws: Redraws, tops: Sequence[Mapping[str, Fraction]]) -> tuple[Outcome, ...]:
    """Return what could be agreed in every draw.

    Parameters
    ----------
    redraws
        A case in many draws.
    tops
        For each draw, M of every principal: :func:`mosts` of the case itself.

    Examples
    --------
    >>> from detente.negotiation.drawn import Drawn
    >>> from detente.negotiation.draws import draw
    >>> from detente.testing import two_issue_case
    >>> redraws = Redraws(Drawn(draw(two_issue_case(), 2)))
    >>> [(one.open, one.j) for one in outcomes(redraws, mosts(redraws))]
    [(True, Fraction(1, 3)), (True, Fraction(1, 3))]
    """
    found = redraws.answer(zone(redraws.case))
    least = reserves(redraws)
    floors = np.array([[float(value) for value in one] for one in least])
    kept = _promising(found, floors.reshape(len(redraws), -1), _floats(tops))
    told = []
    for row in range(len(redraws)):
        mine = np.arange(found.starts[row], found.starts[row + 1])
        points = tuple(found.exactly(mine[kept[mine]], redraws.options))
        j, _ = how_far(points, tops[row])
        opened = any(all(value > 0 for value in point.values) for point in points)
        told.append(Outcome(opened, solutions(points, least[row]), j))
    return tuple(told)


def mosts(redraws: Redraws) -> tuple[dict[str, Fraction], ...]:
    """Return M in every draw: each principal's largest gain, every obstacle lifted."""
    found: tuple[dict[str, Fraction], ...] = tuple({} for _ in range(len(redraws)))
    for principal in redraws.case.principals:
        answers = redraws.answer(largest(redraws.case, principal))
        for row, start in enumerate(answers.starts[:-1].tolist()):
            found[row][principal] = (
                Fraction(int(answers.values[start, 0]), int(answers.unit[row, 0]))
                if answers.any[row]
                else Fraction(0)
            )
    return found


def reserves(redraws: Redraws) -> tuple[tuple[Fraction, ...], ...]:
    """Return every principal's reserve in every draw, exact."""
    case, draws = redraws.case, redraws.drawn.draws
    keys = [f"{party_key(case, p)}.reserve" for p in case.principals]
    places = [draws.places[key] for key in keys if key in draws.places]
    held = [draws.values(row, places) for row in range(len(redraws))]
    return tuple(tuple(values.get(key, Fraction(0)) for key in keys) for values in held)


def reach_drawn(
    redraws: Redraws,
    tops: Sequence[Mapping[str, Fraction]],
    lifted: Lifted,
    least: Sequence[Fraction],
) -> Floats:
    """Return J in every draw with some obstacles lifted, as the nearest doubles: shape (n,).

    Parameters
    ----------
    redraws, tops
        A case in many draws, and M in each of them.
    lifted
        The obstacles.
    least
        What J is known to be at least, in each draw: J with nothing lifted.
    """
    asked = []
    for principal in redraws.case.principals:
        unit = redraws.party(principal).unit.tolist()
        floors = [
            ceil(j * top[principal] * one) if j > 0 and top[principal] > 0 else -FAR
            for j, top, one in zip(least, tops, unit, strict=True)
        ]
        asked.append(np.array(floors, dtype=np.int64))
    found = redraws.answer(zone(redraws.case, lifted), np.stack(asked, axis=1))
    share = _share(found, _floats(tops))
    best = _best(found, np.where((found.values > 0).all(axis=1), share, -np.inf))
    known = np.array([float(j) for j in least])
    return np.where(np.isfinite(best), np.maximum(best, known), known)


def efficient_in(redraws: Redraws, package: Mapping[str, str]) -> Bools:
    """Return in which draws a package's gains are those of an efficient point of the zone: (n,).

    Whether the package itself is in the zone is not asked.
    """
    found = redraws.answer(zone(redraws.case))
    gains = np.stack([redraws.party(p).gain(package) for p in redraws.case.principals], axis=1)
    same = (found.values == gains[found.turn]).all(axis=1)
    return np.bincount(found.turn[same], minlength=len(redraws)) > 0


def _floats(tops: Sequence[Mapping[str, Fraction]]) -> Floats:
    return np.array([[float(value) for value in one.values()] for one in tops])


def _share(found: Answers, tops: Floats) -> Floats:
    """Return each point's least share of M; principals without one are left out: shape (m,)."""
    mine = tops[found.turn]
    share = np.divide(found.points, mine, out=np.full_like(found.points, np.inf), where=mine > 0)
    return np.asarray(share.min(axis=1, initial=np.inf))


def _best(found: Answers, mark: Floats) -> Floats:
    """Return the largest mark of each draw, -inf where it has no point: shape (n,)."""
    best = np.full(len(found.unit), -np.inf)
    if len(mark):
        best[found.any] = np.maximum.reduceat(mark, found.starts[:-1][found.any])
    return best


def _promising(found: Answers, floors: Floats, tops: Floats) -> Bools:
    """Mark the points that some rule might choose, and those that make up the ideals: (m,)."""
    points, turn = found.points, found.turn
    excess = points - floors[turn]
    ideal = np.stack([_best(found, column) for column in points.T], axis=1)
    room = ideal[turn] - floors[turn]
    unsure = np.zeros(len(turn), dtype=np.bool_)
    for amounts in (excess, room):
        unsure |= ((np.abs(amounts) < NEAR) & (amounts != 0)).any(axis=1)
    kept = np.isin(turn, turn[unsure]) | (points >= ideal[turn] - NEAR).any(axis=1)
    above = excess > 0
    many = above.sum(axis=1)
    product = np.prod(np.where(above, excess, 1.0), axis=1)
    shares = np.divide(excess, room, out=np.full_like(excess, np.inf), where=room != 0)
    giving = (found.values > 0).all(axis=1)
    marks: list[Floats | Whole] = [
        np.where(many == _best(found, many.astype(np.float64))[turn], product, -np.inf),
        shares.min(axis=1, initial=np.inf),
        excess.min(axis=1, initial=np.inf),
        points.sum(axis=1),
        np.where(giving, np.minimum(_share(found, tops), np.finfo(np.float64).max), -np.inf),
    ]
    for mark in marks:
        best = _best(found, np.asarray(mark, dtype=np.float64))[turn]
        with np.errstate(invalid="ignore", over="ignore"):
            close = mark >= best - NEAR * np.maximum(1.0, np.abs(best))
        kept |= np.isfinite(best) & close | (mark == best) & (best > 0)
    return kept


def best_of(redraws: Redraws, question: Question, known: Package, held: Bools) -> Floats:
    """Return the best value of a single row in every draw, nan where there is none: shape (n,).

    Parameters
    ----------
    redraws
        A case in many draws.
    question
        One that maximises a principal's row over a set that includes the zone of agreement.
    known, held
        A package, and whether it is in that set in each draw, shape (n,): what it brings is known.
    """
    (row,) = question.maximise
    inside = redraws.answer(zone(redraws.case))
    least = np.full(len(redraws), -FAR)
    place = [*redraws.case.principals].index(row.party)
    if len(inside.turn):
        starts = inside.starts[:-1][inside.any]
        least[inside.any] = np.maximum.reduceat(inside.values[:, place], starts)
    gain = redraws.party(row.party).gain(known)
    least = np.where(held, np.maximum(least, gain), least)
    found = redraws.answer(question, least[:, None])
    best = np.full(len(redraws), np.nan)
    best[found.any] = found.points[found.starts[:-1][found.any], 0]
    return best
