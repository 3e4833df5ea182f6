"""Draws answered anew: what could be agreed if the numbers were those of each draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from detente.case.case import Case
from detente.case.situation import in_world, worlds
from detente.negotiation.acceptability import acceptance
from detente.negotiation.drawn import Bools, Drawn
from detente.negotiation.drawn_worlds import drawn_worlds
from detente.negotiation.draws import Draws, draw
from detente.negotiation.question import choosable, zone
from detente.negotiation.redraw import Redraws
from detente.negotiation.redrawn import Outcome, efficient_in, mosts, outcomes
from detente.study.redrawn_result import (
    ChoiceRedrawn,
    OptionRedrawn,
    PackageRedrawn,
    RedrawnResult,
)
from detente.study.robustness_share import quantiles_of, share_of

CHOICES = 10
"""How many of the packages most often chosen are told."""

PART = 50
"""How many draws are answered before progress is told."""

Told = Callable[[int, int], None]
Package = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Anew:
    """Draws answered anew, and what was found in each.

    Attributes
    ----------
    case
        The case, as it stands now.
    parts
        Draws in one situation each, with the outcome of every draw.
    tops
        M in every draw, of the case as it stands now, part by part.
    """

    case: Case
    parts: tuple[tuple[Redraws, tuple[Outcome, ...]], ...]
    tops: tuple[tuple[Mapping[str, Fraction], ...], ...]

    @property
    def outcomes(self) -> list[Outcome]:
        """What was found, part by part."""
        return [one for _, found in self.parts for one in found]

    def each(self, asked: Callable[[Redraws], Bools]) -> Bools:
        """Return what is so in every draw, part by part."""
        return np.concatenate([asked(redraws) for redraws, _ in self.parts])


def anew(draws: Draws, progress: Told | None = None) -> Anew:
    """Answer every draw anew, the outside world as it is now.

    Parameters
    ----------
    draws
        One draw or more.
    progress
        Called with the number of draws answered and their total.

    Raises
    ------
    NotProved
        When a draw is too large for the engine.
    """
    parts, tops = [], []
    for rows in _rows(np.arange(len(draws))):
        redraws = Redraws(Drawn(replace(draws, steps=draws.steps[rows])))
        tops.append(mosts(redraws))
        parts.append((redraws, outcomes(redraws, tops[-1])))
        if progress is not None:
            progress(int(rows[-1]) + 1, len(draws))
    return Anew(draws.case, tuple(parts), tuple(tops))


def anew_ahead(base: Anew, draws: Draws, progress: Told | None = None) -> Anew:
    """Answer every draw anew in a scenario drawn by its probability.

    Parameters
    ----------
    base
        The draws answered as the outside world is now: M is theirs.
    draws
        The same draws.
    progress
        Called with the number of draws answered and their total.
    """
    case = draws.case
    place = drawn_worlds(draws)
    tops = [top for part in base.tops for top in part]
    parts: list[tuple[Redraws, tuple[Outcome, ...]]] = []
    kept: list[tuple[Mapping[str, Fraction], ...]] = []
    done = 0
    for number, world in enumerate(worlds(case)):
        mine = np.flatnonzero(place == number)
        if not len(mine):
            continue
        there = draw(in_world(case, world.states), len(draws), draws.seed, draws.shape)
        for rows in _rows(mine):
            redraws = Redraws(Drawn(replace(there, steps=there.steps[rows])))
            kept.append(tuple(tops[row] for row in rows))
            parts.append((redraws, outcomes(redraws, kept[-1])))
            done += len(rows)
            if progress is not None:
                progress(done, len(draws))
    return Anew(case, tuple(parts), tuple(kept))


def redrawn(found: Anew, told: Sequence[Package], *, scenarios: bool = False) -> RedrawnResult:
    """Return what is said of draws that were answered anew.

    Parameters
    ----------
    found
        The draws.
    told
        The packages to tell of.
    scenarios
        Whether each draw stands in a scenario of its own.
    """
    every = found.outcomes
    chosen = [one.solutions["nash"].point for one in every if one.solutions]
    gains = zip(*(point.values for point in chosen), strict=True)
    now = _fixed(found.case)
    counted = Counter(tuple({**point.package, **now}.values()) for point in chosen)
    first = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:CHOICES]
    return RedrawnResult(
        solves=len(every),
        scenarios=scenarios,
        rounded=sum(redraws.rounded for redraws, _ in found.parts),
        zone=share_of(np.array([bool(one.solutions) for one in every])),
        open=share_of(np.array([one.open for one in every])),
        j=quantiles_of(np.array([float(one.j) for one in every])),
        nash_gains={
            principal: quantiles_of(np.array([float(value) for value in column]))
            for principal, column in zip(found.case.principals, gains, strict=False)
        },
        packages=tuple(_package(found, every, package) for package in told),
        choices=tuple(
            ChoiceRedrawn(
                package=dict(zip(found.case.issues, package, strict=True)),
                nash=share_of(np.arange(len(every)) < hits),
            )
            for package, hits in first
        ),
        different=len(counted),
        options=tuple(_options(found, every)),
    )


def _rows(
    rows: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> Iterator[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    for begin in range(0, len(rows), PART):
        yield rows[begin : begin + PART]


def _package(found: Anew, every: Sequence[Outcome], package: Package) -> PackageRedrawn:
    inside = found.each(
        lambda redraws: acceptance(redraws.drawn, {**package, **_fixed(redraws.case)}).by_all
    )
    efficient = inside & found.each(
        lambda redraws: efficient_in(redraws, {**package, **_fixed(redraws.case)})
    )
    gains = [
        values
        for redraws, _ in found.parts
        for there in ({**package, **_fixed(redraws.case)},)
        for values in zip(*(_exact(redraws, p, there) for p in found.case.principals), strict=True)
    ]
    names = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
    return PackageRedrawn(
        package=dict(package),
        in_zone=share_of(inside),
        efficient=share_of(efficient),
        solutions={
            name: share_of(
                np.array(
                    [
                        bool(held)
                        and bool(one.solutions)
                        and any(point.values == mine for point in one.solutions[name].tied)
                        for held, one, mine in zip(efficient, every, gains, strict=True)
                    ]
                )
            )
            for name in names
        },
    )


def _fixed(case: Case) -> dict[str, str]:
    """Return the issues that principals cannot choose, with what holds there."""
    return {
        issue: options[0] for issue in case.issues if len(options := choosable(case, issue)) == 1
    }


def _exact(redraws: Redraws, principal: str, package: Package) -> list[Fraction]:
    party = redraws.party(principal)
    pairs = zip(party.gain(package).tolist(), party.unit.tolist(), strict=True)
    return [Fraction(value, unit) for value, unit in pairs]


def _options(found: Anew, every: Sequence[Outcome]) -> Iterator[OptionRedrawn]:
    chosen = [one.solutions["nash"].point.package if one.solutions else {} for one in every]
    for place, issue in enumerate(found.case.issues):
        inside = [_held(redraws, place) for redraws, _ in found.parts]
        names = [*found.case.issues[issue].options]
        for option in choosable(found.case, issue):
            yield OptionRedrawn(
                issue=issue,
                option=option,
                nash=share_of(np.array([package.get(issue) == option for package in chosen])),
                efficient=share_of(
                    np.concatenate([held[:, names.index(option)] for held in inside])
                ),
            )


def _held(redraws: Redraws, place: int) -> Bools:
    """Return which options of an issue some efficient package of each draw holds: (n, options)."""
    answers = redraws.answer(zone(redraws.case))
    found = np.zeros((len(redraws), len(redraws.options[place][1])), dtype=np.bool_)
    found[answers.turn, answers.packages[:, place]] = True
    return found
