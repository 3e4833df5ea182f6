"""Robustness: how often packages and offers hold when every judgement is drawn from its range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from detente.base.result import Provenance
from detente.case.case import Case
from detente.case.numbers import STILL, Number
from detente.negotiation.acceptability import Acceptance, Alone, acceptances, alone
from detente.negotiation.bargaining import solutions
from detente.negotiation.drawn import Drawn
from detente.negotiation.draws import Draws, draw
from detente.negotiation.frontier import Progress, frontiers
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point
from detente.negotiation.sensitivity import Influence, Inputs, sensitivity
from detente.solve.law import Floats, Shape
from detente.study.holds import claims
from detente.study.obstacles import ObstaclesResult
from detente.study.partial import partial
from detente.study.redrawn import Anew, anew, anew_ahead, redrawn
from detente.study.robustness_result import (
    AnswerSensitivity,
    InfluenceResult,
    OptionRobustness,
    PackageRobustness,
    RobustnessResult,
)
from detente.study.robustness_share import quantiles_of, share_of

DRAWS = 10_000
"""How many draws, where nothing else is said."""

SOLVES = 400
"""How many draws are answered anew, where nothing else is said."""

PACKAGES = 20
"""How many packages are told at most; solutions among them in any case."""

SHOWN = 10
"""How many judgements are told for each answer."""


def robustness(
    payoffs: Payoffs,
    input_hash: str = "",
    *,
    draws: int = DRAWS,
    seed: int = 0,
    shape: Shape = "pert",
    solves: int = SOLVES,
    scenarios: bool = False,
    barred: ObstaclesResult | None = None,
    progress: Progress | None = None,
) -> RobustnessResult:
    """Answer how often packages and offers hold over draws from all estimates of a case.

    Parameters
    ----------
    payoffs
        The case, compiled with its modes.
    input_hash
        SHA-256 of the files read.
    draws
        How many draws, 2 or more.
    seed
        0 or above; the same seed gives the same answer.
    shape
        The law of an estimate: ``pert`` or ``triangular``.
    solves
        How many of the draws, the first ones, are answered anew; all of them where there are fewer.
    scenarios
        Whether these are answered a second time, each in a scenario drawn by its probability.
    barred
        What stands in the way as judged; without it no claim on obstacles is asked.
    progress
        Called with what is worked out, how much of it is done, and how much there is.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    ValueError
        With fewer than 2 draws, fewer than 0 solves, or a seed below 0.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> found = robustness(compile_case(two_issue_case()), draws=50)
    >>> [package.acceptable.share for package in found.packages]
    [1.0, 1.0]
    """
    if draws < 2 or solves < 0:
        raise ValueError("robustness needs at least 2 draws, and answers none or more of them anew")
    case = payoffs.case
    tell: Progress = progress or (lambda _what, _done, _total: None)
    tell("what could be agreed", 0, 3)
    both = frontiers(payoffs)
    points = both.zone or both.feasible
    reserves = tuple(payoffs.reserve[p] for p in case.principals)
    named = {name: found.point for name, found in solutions(both.zone, reserves).items()}
    told = _chosen(points, [*named.values()])
    tell("draws from every estimate", 1, 3)
    drawn = Drawn(draw(case, draws, seed, shape))
    found = acceptances(drawn, [point.package for point in told])
    tell("which judgements move the answer", 2, 3)
    inputs = Inputs(drawn.draws)
    answers = [
        answer
        for point, one in zip(told, found, strict=True)
        if point == named.get("nash")
        for answer in _answers(case, inputs, one)
    ]
    tell("which judgements move the answer", 3, 3)
    first = replace(drawn.draws, steps=drawn.draws.steps[:solves])
    again = anew(first, _said(tell, "draws answered anew")) if solves else None
    ahead = None
    if again is not None:
        answers += _far(first, again)
        if scenarios and case.shocks:
            ahead = anew_ahead(again, first, _said(tell, "draws answered anew, in scenarios"))
    packages = [point.package for point in told]
    return RobustnessResult(
        draws=draws,
        shape=shape,
        numbers=sum(number.kind not in STILL for number in drawn.draws.numbers),
        ranged=len(inputs.places),
        held=tuple(_held(drawn.draws.numbers)),
        zone=bool(both.zone),
        points=len(points),
        packages=tuple(
            _package(case, point, one, [name for name, at in named.items() if at == point])
            for point, one in zip(told, found, strict=True)
        ),
        options=tuple(_option(one) for one in alone(drawn)),
        sensitivity=tuple(answers),
        partial=partial(
            payoffs, [point.package for point in told], input_hash, samples=draws, seed=seed
        ),
        redrawn=None if again is None else redrawn(again, packages),
        ahead=None if ahead is None else redrawn(ahead, packages, scenarios=True),
        claims=() if again is None else claims(payoffs, again, barred),
        provenance=Provenance(
            method="robustness",
            parameters={"draws": str(draws), "shape": shape, "solves": str(len(first))},
            seed=seed,
            input_hash=input_hash,
        ),
    )


def _held(numbers: Sequence[Number]) -> Iterator[str]:
    """Return weights that have a range and must stay: their party's other weights have none."""
    ranged = [n for n in numbers if n.kind == "weight" and n.low < n.high]
    several = Counter(number.party for number in ranged)
    return (number.key for number in ranged if several[number.party] == 1)


def _said(tell: Progress, what: str) -> Callable[[int, int], None]:
    return lambda done, total: tell(what, done, total)


def _far(first: Draws, again: Anew) -> Iterator[AnswerSensitivity]:
    """Yield what moves how far it can go, from the draws answered anew."""
    if len(first) > 1:
        values = np.array([float(one.j) for one in again.outcomes])
        yield _answer(Inputs(first), "how far", None, values)


def _chosen(points: Sequence[Point], first: Sequence[Point]) -> tuple[Point, ...]:
    """Return the first ones and others evenly spread, in their order: a few at most."""
    kept = {points.index(point) for point in first}
    others = [place for place in range(len(points)) if place not in kept]
    room = min(PACKAGES - len(kept), len(others))
    kept |= {others[round(turn * (len(others) - 1) / max(1, room - 1))] for turn in range(room)}
    return tuple(points[place] for place in sorted(kept))


def _package(
    case: Case, point: Point, found: Acceptance, names: Sequence[str]
) -> PackageRobustness:
    refused = {party: share_of(short) for party, short in found.refused.items()}
    most = max(refused, key=lambda party: refused[party].hits)
    return PackageRobustness(
        package=dict(point.package),
        solutions=tuple(names),
        as_judged=dict(zip(case.principals, point.values, strict=True)),
        barred=found.barred,
        acceptable=share_of(found.by_all),
        to={principal: share_of(accepted) for principal, accepted in found.accepted.items()},
        refused=refused,
        refuses_most=most if refused[most].hits else None,
        gains={party: quantiles_of(gain) for party, gain in found.gains.items()},
    )


def _option(found: Alone) -> OptionRobustness:
    return OptionRobustness(
        giver=found.giver,
        taker=found.taker,
        issue=found.issue,
        option=found.option,
        free=share_of(found.free),
        welcome=share_of(found.welcome),
        both=share_of(found.free & found.welcome),
    )


def _answers(case: Case, inputs: Inputs, nash: Acceptance) -> Iterator[AnswerSensitivity]:
    yield _answer(inputs, "acceptable", None, nash.by_all.astype(np.float64))
    for principal in case.principals:
        yield _answer(inputs, "gain", principal, nash.gains[principal])


def _answer(
    inputs: Inputs,
    answer: Literal["acceptable", "gain", "how far"],
    party: str | None,
    values: Floats,
) -> AnswerSensitivity:
    found = sensitivity(inputs, values, SHOWN)
    return AnswerSensitivity(
        answer=answer,
        party=party,
        mean=found.mean,
        spread=found.spread,
        noise=found.noise,
        influences=tuple(_influence(one) for one in found.influences),
    )


def _influence(found: Influence) -> InfluenceResult:
    return InfluenceResult(
        key=found.number.key,
        kind=found.number.kind,
        party=found.number.party,
        explains=found.index.share,
        least=found.index.low,
        most=found.index.high,
        low=found.low,
        high=found.high,
    )
