"""Passes of the elimination: labels carried through all stages, as many as a width allows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.base.errors import NotProved
from detente.solve.bounds import Known, relaxed, staircase, thinned
from detente.solve.improve import improve
from detente.solve.labels import Labels, drop, first, join, together, unite
from detente.solve.lagrange import Relaxation
from detente.solve.program import Frontier
from detente.solve.stages import Stage, Staged, decoded

LABELS = 6_000_000
"""Most labels that may be open at once."""

PART = 2_000_000
"""How many labels are joined at a time where bounds then drop most of them."""

HURRY = 200
"""How many labels are kept once the time is over, so that something is found."""

_SMALL = 200

Ints = NDArray[Any]
Progress = Callable[[int, int], None]


class Pass:
    """Passes through the stages of one program; what one finds the next one knows.

    Parameters
    ----------
    staged
        The program.
    image
        Whether every point is wanted, not the efficient ones alone.
    progress
        Called with the number of variables merged and their total.
    until
        The moment, on the monotonic clock, at which to stop unproved.
    """

    def __init__(
        self,
        staged: Staged,
        *,
        image: bool = False,
        progress: Progress | None = None,
        until: float | None = None,
    ) -> None:
        program = staged.program
        self._staged = staged
        self._image = image
        self._progress = progress
        self._until = until
        self._goals = np.array(program.objectives, dtype=np.int64)
        rows = sorted({gate.row for gate in program.gates} - {*program.objectives})
        self._slack = np.array(rows, dtype=np.int64)
        self._wanted = np.concatenate([self._goals, self._slack])
        self._paired = len(program.objectives) == 2 and staged.start.dtype != object
        self._known = Known()
        self._found = Frontier()
        self._future: tuple[Ints, ...] = ()
        self._priced: Relaxation | None = None

    def run(self, width: int) -> Frontier | None:
        """Return the frontier; ``None`` when labels beyond a width had to be left out."""
        staged = self._staged
        labels = first(staged)
        cut: Ints | None = None
        steps = len(staged.stages)
        for step, stage_ in enumerate(staged.stages):
            last = step == steps - 1
            if len(self._known.stairs) and not last:
                labels = self._bounded(labels, stage_, step)
            else:
                _fits(labels, stage_)
                join(labels, stage_)
            if not len(labels):
                break
            if not last:
                self._thin(labels, stage_)
            if self._late() and not last:
                if self._found.points:
                    return self._unproved(cut if cut is not None else self._reach(labels, step))
                width = min(width, HURRY)
            if len(labels) > width:
                if cut is None:
                    cut = self._reach(labels, step)
                self._narrow(labels, step, width)
            if self._progress is not None:
                self._progress(step + 1, steps)
        found = _finish(staged, labels, self._goals, image=self._image)
        if cut is None:
            return found
        self._found = found
        if self._late():
            return self._unproved(cut)
        if found.points:
            self._known.learn(np.array(found.points, dtype=np.int64))
            improve(staged, np.array(found.packages, dtype=np.int64), self._known)
        return None

    def _late(self) -> bool:
        return self._until is not None and time.monotonic() >= self._until

    def _unproved(self, reach: Ints) -> Frontier:
        bounds = tuple([tuple([int(value) for value in point]) for point in reach])
        return replace(self._found, proved=False, bounds=bounds)

    def variants(self) -> tuple[Frontier, ...]:
        """Return the frontier of each variant of the last stage."""
        staged = self._staged
        labels = first(staged)
        for stage_ in staged.stages[:-1]:
            _fits(labels, stage_)
            join(labels, stage_)
            if not len(labels):
                return tuple(Frontier() for _ in staged.lasts)
            self._thin(labels, stage_)
        found = []
        for last in staged.lasts:
            copy = replace(labels)
            join(copy, last)
            found.append(_finish(staged, copy, self._goals, image=False))
        return tuple(found)

    def _thin(self, labels: Labels, stage_: Stage) -> None:
        """Unite equal labels and drop the dominated, where that is worth it."""
        if len(labels) > _SMALL and len(stage_.domain) > 1:
            unite(labels, labels.rows[self._wanted])
            if not self._image:
                drop(labels, self._goals, self._slack)

    def price(self) -> None:
        """Work out bounds that see the gates; worth it where one pass did not suffice."""
        future = self._futures()[0]
        spans = np.maximum(np.ptp(future, axis=0), 1).astype(np.float64)
        self._priced = Relaxation(self._staged, spans)

    def _futures(self) -> tuple[Ints, ...]:
        if not self._future:
            self._future = relaxed(self._staged)
        return self._future

    def _bounded(self, labels: Labels, stage_: Stage, step: int) -> Labels:
        """Join the next variable part by part, dropping at once what can add nothing."""
        each = max(1, PART // len(stage_.domain))
        parts = []
        for start in range(0, len(labels), each):
            part = labels.part(slice(start, start + each))
            join(part, stage_)
            self._bound(part, step)
            parts.append(part)
            if sum(len(kept) for kept in parts) > LABELS:
                raise NotProved(f"more than {LABELS:,} partial packages are open at once")
        return parts[0] if len(parts) == 1 else together(parts)

    def _bound(self, labels: Labels, step: int) -> None:
        """Drop labels that can add nothing to what is known."""
        one, two = labels.rows[self._goals]
        lost = self._known.hopeless(one, two, self._futures()[step])
        if lost.any():
            labels.keep(~lost)
        if self._priced is not None and len(labels):
            lost = self._priced.hopeless(self._priced.bounds(labels, step), self._known.stairs)
            if lost.any():
                labels.keep(~lost)

    def _reach(self, labels: Labels, step: int) -> Ints:
        """Return points of which one is at least whatever these labels can become."""
        if not self._paired:
            ideal = labels.rows[self._goals].max(axis=1) + self._staged.most[step][self._goals]
            return np.array([ideal])
        now = thinned(staircase(labels.rows[self._goals].T))
        future = self._futures()[step]
        return thinned(staircase((now[:, None, :] + future[None, :, :]).reshape(-1, 2)))

    def _narrow(self, labels: Labels, step: int, width: int) -> None:
        """Keep the labels that promise most, seen from several sides."""
        if self._priced is not None:
            bounds = self._priced.bounds(labels, step)
            kept = np.zeros(len(labels), dtype=bool)
            each = max(1, width // len(bounds))
            for bound in bounds:
                kept[np.argpartition(-bound, each)[:each]] = True
            labels.keep(kept)
            return
        values = labels.rows[self._goals].astype(np.float64)
        if not self._paired:
            worth = (values / np.maximum(np.ptp(values, axis=1), 1.0)[:, None]).sum(axis=0)
            labels.keep(np.argsort(-worth, kind="stable")[:width])
            return
        span = np.maximum(np.ptp(values, axis=1), 1.0)
        sides = 16
        kept = np.zeros(len(labels), dtype=bool)
        for side in range(sides):
            share = (side + 0.5) / sides
            worth = share * values[0] / span[0] + (1 - share) * values[1] / span[1]
            kept[np.argpartition(-worth, width // sides)[: width // sides]] = True
        labels.keep(kept)


def _fits(labels: Labels, stage_: Stage) -> None:
    if len(labels) * len(stage_.domain) > LABELS:
        raise NotProved(f"more than {LABELS:,} partial packages are open at once")


def _finish(staged: Staged, labels: Labels, goals: Ints, *, image: bool) -> Frontier:
    if not len(labels):
        return Frontier()
    labels.state = np.zeros(len(labels), dtype=np.int64)
    unite(labels, labels.rows[goals])
    if not image:
        drop(labels, goals, np.zeros(0, dtype=np.int64), exact=True)
    values = labels.rows[goals]
    packages = decoded(staged.program, labels.rank)
    points = [tuple(int(x) for x in point) for point in values.T.tolist()]
    counts = [int(x) for x in labels.count.tolist()]
    found = sorted(
        zip(points, packages, counts, strict=True),
        key=lambda item: tuple(-x for x in item[0]),
    )
    return Frontier(
        points=tuple(point for point, _, _ in found),
        packages=tuple(package for _, package, _ in found),
        counts=tuple(count for _, _, count in found),
    )
