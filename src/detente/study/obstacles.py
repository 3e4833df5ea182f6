"""What stands in the way: each obstacle's cost, the smallest openings, and the bottleneck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.negotiation import reach as engine
from detente.negotiation.bottleneck import Curve, bottleneck, curves
from detente.negotiation.opening import opening_sets
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Lifted, obstacles, zone
from detente.negotiation.reach import farther, most
from detente.negotiation.target import Target, reaches
from detente.negotiation.together import prepare
from detente.solve.shapley import shapley

SHARED = 16
"""Most obstacles among which Shapley shares are computed."""


class ObstacleCost(Result):
    """What one obstacle costs.

    Attributes
    ----------
    obstacle
        Its place in the case.
    alone
        J with it alone lifted, less J.
    last
        J with everything lifted, less J with everything but it lifted.
    shapley
        Its Shapley share of what lifting everything brings; ``None`` where there are more than
        ``SHARED`` obstacles.
    opens
        Whether the target is reached with it alone lifted.
    """

    obstacle: str
    alone: Exact
    last: Exact
    shapley: Exact | None
    opens: bool


class OpeningSet(Result):
    """A smallest set of obstacles whose removal reaches the target; see the engine's ``Opening``.

    ``relax`` says by how many points each reserve among them must fall.
    """

    lifted: tuple[str, ...]
    relax: dict[str, Exact]


class RiseResult(Result):
    """One step of a curve: the fall of the reserve, and J then."""

    fall: Exact
    j: Exact
    package: dict[str, str]


class CurveResult(Result):
    """How J rises as one party's reserve falls; ``share`` is the least fall as a share of most."""

    party: str
    most: Exact
    share: Exact | None
    rises: tuple[RiseResult, ...]


class ObstaclesResult(Result):
    """What stands in the way.

    Attributes
    ----------
    require, gain
        The target: options the package must hold, and least gains; both empty for the open zone.
    reached
        Whether the target is reached with nothing lifted.
    j, all_lifted
        How far it can go, and how far with every obstacle lifted.
    obstacles
        Each obstacle's cost, the largest Shapley share first.
    openings
        Every opening set, by size then names.
    complete
        Whether there is no other opening set.
    bottleneck
        The party whose reserve must fall least, as a share of its most, to raise J.
    curves
        The whole curve of every party.
    """

    require: dict[str, str]
    gain: dict[str, Exact]
    reached: bool
    j: Exact
    all_lifted: Exact
    obstacles: tuple[ObstacleCost, ...]
    openings: tuple[OpeningSet, ...]
    complete: bool
    bottleneck: str | None
    curves: tuple[CurveResult, ...]
    provenance: Provenance


def find_obstacles(
    payoffs: Payoffs, target: Target | None = None, input_hash: str = ""
) -> ObstaclesResult:
    """Answer what stands in the way of an agreement, or of a target.

    Parameters
    ----------
    payoffs
        The compiled case.
    target
        What the agreement should hold or bring; without it, that the zone is open.
    input_hash
        SHA-256 of the files read.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    asked = target or Target()
    names = obstacles(payoffs.case)
    tops = most(payoffs)
    far = _Reach(payoffs, tops)
    base = far(frozenset())
    found = opening_sets(payoffs, asked)
    costs = _costs(payoffs, asked, far, reached=reaches(payoffs, asked))
    lines = curves(payoffs, tops, base)
    least = bottleneck(lines)
    return ObstaclesResult(
        require=dict(asked.require),
        gain=dict(asked.gain),
        reached=reaches(payoffs, asked),
        j=base,
        all_lifted=far(frozenset(names)),
        obstacles=costs,
        openings=tuple(
            OpeningSet(lifted=tuple(n for n in names if n in one.lifted), relax=dict(one.relax))
            for one in found.sets
        ),
        complete=found.complete,
        bottleneck=least.party if least else None,
        curves=tuple(_curve(line) for line in lines),
        provenance=Provenance(
            method="obstacles",
            parameters={
                **{f"require {issue}": option for issue, option in asked.require.items()},
                **{f"gain {party}": str(value) for party, value in asked.gain.items()},
            },
            input_hash=input_hash,
        ),
    )


_NONE = Fraction(0)


class _Reach:
    """J with some obstacles lifted, asked once for each set."""

    def __init__(self, payoffs: Payoffs, tops: Mapping[str, Fraction]) -> None:
        self._payoffs = payoffs
        self._tops = tops
        self._known: dict[Lifted, Fraction] = {}

    def __call__(self, lifted: Lifted) -> Fraction:
        if lifted not in self._known:
            self._known[lifted] = engine.reach(
                self._payoffs, self._tops, lifted, self._least(lifted)
            )
        return self._known[lifted]

    def prepare(self, sets: Sequence[Lifted]) -> None:
        """Answer for several sets at once."""
        case = self._payoffs.case
        prepare(
            (self._payoffs, farther(zone(case, one), self._tops, self._least(one)))
            for one in sets
            if one not in self._known
        )
        for one, least in [(one, self._least(one)) for one in sets if one not in self._known]:
            self._known[one] = engine.reach(self._payoffs, self._tops, one, least)

    def _least(self, lifted: Lifted) -> Fraction:
        return max((j for fewer, j in self._known.items() if fewer <= lifted), default=_NONE)


def _costs(
    payoffs: Payoffs, target: Target, far: _Reach, *, reached: bool
) -> tuple[ObstacleCost, ...]:
    names = obstacles(payoffs.case)
    everything = frozenset(names)
    far.prepare([frozenset({name}) for name in names])
    far.prepare([everything, *(everything - {name} for name in names)])
    shares: Mapping[str, Fraction] = shapley(names, far) if len(names) <= SHARED else {}
    found = [
        ObstacleCost(
            obstacle=name,
            alone=far(frozenset({name})) - far(frozenset()),
            last=far(everything) - far(everything - {name}),
            shapley=shares.get(name),
            opens=reached or reaches(payoffs, target, frozenset({name})),
        )
        for name in names
    ]
    return tuple(sorted(found, key=lambda o: (-(o.shapley or 0), -o.alone, -o.last, o.obstacle)))


def _curve(line: Curve) -> CurveResult:
    return CurveResult(
        party=line.party,
        most=line.most,
        share=line.share,
        rises=tuple(
            RiseResult(fall=rise.fall, j=rise.j, package=dict(rise.package)) for rise in line.rises
        ),
    )
