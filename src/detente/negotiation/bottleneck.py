"""The bottleneck: whose reserve, were it a little lower, would let the relation go farther."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, Question, Row, obstacles, zone
from detente.negotiation.reach import farther, how_far
from detente.negotiation.together import prepare


@dataclass(frozen=True)
class Rise:
    """One point of a party's curve: J once its reserve has fallen so far.

    Attributes
    ----------
    fall
        By how much the party's reserve falls, in points.
    j
        The largest J that this fall allows.
    package
        The canonical package that attains it.
    """

    fall: Fraction
    j: Fraction
    package: Mapping[str, str]


@dataclass(frozen=True)
class Curve:
    """How J rises as one party's reserve falls, all else as it is.

    Attributes
    ----------
    party
        A principal or a ratifier.
    most
        The party's largest gain over feasible packages with every obstacle lifted.
    rises
        The steps at which J rises, smallest fall first; empty when no fall raises it.
    """

    party: str
    most: Fraction
    rises: tuple[Rise, ...]

    @property
    def share(self) -> Fraction | None:
        """The least fall that raises J, as a share of the party's most.

        ``None`` if none does, and for a party that has nothing to gain.
        """
        return self.rises[0].fall / self.most if self.rises and self.most > 0 else None


def curves(
    payoffs: Payoffs, tops: Mapping[str, Fraction], base: Fraction | None = None
) -> tuple[Curve, ...]:
    """Return the curve of every principal and ratifier.

    Parameters
    ----------
    payoffs
        The compiled case.
    tops
        M of each principal.
    base
        J; worked out where it is not given.
    """
    j = how_far(answer(payoffs, zone(payoffs.case)), tops)[0] if base is None else base
    case = payoffs.case
    prepare((payoffs, _largest(case, party)) for party in case.parties)
    prepare((payoffs, farther(_asked(case, party)[0], tops, j)) for party in case.parties)
    return tuple(_curve(payoffs, tops, party, j) for party in case.parties)


def bottleneck(found: tuple[Curve, ...]) -> Curve | None:
    """Return the party whose reserve must fall least, as a share of its most, to raise J.

    ``None`` when no party's fall alone raises it. Of equal shares the first party's.
    """
    able = [(curve.share, place, curve) for place, curve in enumerate(found)]
    ranked = [(share, place, curve) for share, place, curve in able if share is not None]
    return min(ranked)[2] if ranked else None


def _largest(case: Case, party: str) -> Question:
    return Question((Row(party),), lifted=frozenset(obstacles(case)))


def _asked(case: Case, party: str) -> tuple[Question, int]:
    """Return the zone without one party's reserve, and the place of its gain among the rows."""
    if party in case.principals:
        asked = zone(case, frozenset({f"principals.{party}.reserve"}))
        return asked, [*case.principals].index(party)
    whole = zone(case, frozenset({f"ratifiers.{party}"}))
    asked = Question(
        (*whole.maximise, Row(party)), whole.consent, whole.reserves, lifted=whole.lifted
    )
    return asked, len(whole.maximise)


def _curve(payoffs: Payoffs, tops: Mapping[str, Fraction], party: str, base: Fraction) -> Curve:
    case = payoffs.case
    best = answer(payoffs, _largest(case, party))
    top = best[0].values[0] if best else Fraction(0)
    asked, place = _asked(case, party)
    size = len(case.principals)
    points = [
        (payoffs.reserve[party] - point.values[place], _share(point, size, tops), point)
        for point in answer(payoffs, farther(asked, tops, base))
        if all(value > 0 for value in point.values[:size])
    ]
    return Curve(party, top, _staircase(points, base))


def _share(point: Point, size: int, tops: Mapping[str, Fraction]) -> Fraction:
    return min(v / m for v, m in zip(point.values[:size], tops.values(), strict=True))


def _staircase(points: list[tuple[Fraction, Fraction, Point]], base: Fraction) -> tuple[Rise, ...]:
    """Return the points at which J rises above all that smaller falls allow."""
    found: list[Rise] = []
    ordered = sorted(points, key=lambda p: (p[0], -p[1], tuple(p[2].package.values())))
    for fall, share, point in ordered:
        if fall > 0 and share > (found[-1].j if found else base):
            found.append(Rise(fall, share, point.package))
    return tuple(found)
