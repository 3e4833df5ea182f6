"""Passes of the elimination: labels carried through all stages, all of them or what is sought."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.base.errors import NotProved
from detente.solve.bounds import Sought, hopeless, relaxed, staircase, thinned
from detente.solve.labels import Labels, drop, first, join, together, unite
from detente.solve.lagrange import Relaxation
from detente.solve.program import Frontier
from detente.solve.stages import Stage, Staged, decoded

LABELS = 6_000_000
"""Most labels that may be open at once."""

PART = 200_000
"""How many labels are joined at a time where bounds then drop most of them."""

HURRY = 200
"""How many labels are kept once the time is over, so that something is found."""

_SMALL = 200

Ints = NDArray[Any]
Progress = Callable[[int, int], None]


class Pass:
    """Passes through the stages of one program.

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
        self._future: tuple[Ints, ...] = ()

    @property
    def paired(self) -> bool:
        """Whether labels can be bounded: two objectives, in 64-bit numbers."""
        return self._paired and not self._image

    def run(self, width: int) -> Frontier | None:
        """Return the frontier; ``None`` when more labels than a width would be open.

        Raises
        ------
        NotProved
            When more than ``LABELS`` labels would be open at once.
        """
        staged = self._staged
        labels = first(staged)
        cut: Ints | None = None
        steps = len(staged.stages)
        for step, stage_ in enumerate(staged.stages):
            _fits(labels, stage_)
            join(labels, stage_)
            if not len(labels):
                break
            last = step == steps - 1
            if not last:
                self._thin(labels, stage_)
            if self._late() and not last:
                width = HURRY
                if len(labels) > width:
                    cut = self._reach(labels, step) if cut is None else cut
                    self._narrow(labels, width)
            elif len(labels) > width and not last:
                return None
            self._tell(step)
        found = _finish(staged, labels, self._goals, image=self._image)
        return found if cut is None else _unproved(found, cut)

    def seek(self, relaxation: Relaxation, sought: Sought) -> tuple[Frontier, bool]:
        """Return the best that is met, and whether all that is sought is among it.

        Parameters
        ----------
        relaxation
            Bounds: what can reach nothing that is sought is dropped.
        sought
            Corners; every solution that is at least one of them is met, or a better one.

        Raises
        ------
        NotProved
            When more than ``LABELS`` labels would be open at once.
        """
        staged = self._staged
        labels = first(staged)
        whole = True
        for step, stage_ in enumerate(staged.stages):
            labels = self._bounded(labels, stage_, relaxation, sought, step)
            if not len(labels):
                break
            self._thin(labels, stage_)
            if self._late() and len(labels) > HURRY:
                whole = False
                limits = relaxation.bounds(labels, step)
                each = max(1, HURRY // len(limits))
                best = np.argpartition(-limits, each, axis=1)[:, :each]
                labels.keep(np.unique(best))
            self._tell(step)
        return _finish(staged, labels, self._goals, image=False), whole

    def _tell(self, step: int) -> None:
        if self._progress is not None:
            self._progress(step + 1, len(self._staged.stages))

    def _late(self) -> bool:
        return self._until is not None and time.monotonic() >= self._until

    def _thin(self, labels: Labels, stage_: Stage) -> None:
        """Unite equal labels and drop the dominated, where that is worth it."""
        if len(labels) > _SMALL and len(stage_.domain) > 1:
            unite(labels, labels.rows[self._wanted])
            if not self._image:
                drop(labels, self._goals, self._slack)

    def _futures(self) -> tuple[Ints, ...]:
        if not self._future:
            self._future = relaxed(self._staged)
        return self._future

    def _bounded(
        self, labels: Labels, stage_: Stage, relaxation: Relaxation, sought: Sought, step: int
    ) -> Labels:
        """Join the next variable part by part, dropping at once what reaches nothing sought."""
        each = max(1, PART // len(stage_.domain))
        parts = []
        futures = self._futures()
        for start in range(0, len(labels), each):
            part = labels.part(slice(start, start + each))
            join(part, stage_)
            lost = hopeless(sought.asked, part.rows[self._goals], futures[step])
            part.keep(~lost)
            if len(part):
                lost = sought.missed(relaxation.bounds(part, step))
                part.keep(~lost)
            parts.append(part)
            if sum(len(kept) for kept in parts) > LABELS:
                raise NotProved(f"more than {LABELS:,} partial packages are open at once")
        return parts[0] if len(parts) == 1 else together(parts)

    def _reach(self, labels: Labels, step: int) -> Ints:
        """Return points of which one is at least whatever these labels can become."""
        if not self._paired:
            ideal = labels.rows[self._goals].max(axis=1) + self._staged.most[step][self._goals]
            return np.array([ideal])
        now = thinned(staircase(labels.rows[self._goals].T))
        future = self._futures()[step]
        return thinned(staircase((now[:, None, :] + future[None, :, :]).reshape(-1, 2)))

    def _narrow(self, labels: Labels, width: int) -> None:
        """Keep the labels that promise most, seen from several sides."""
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


def _unproved(found: Frontier, reach: Ints) -> Frontier:
    bounds = tuple([tuple([int(value) for value in point]) for point in reach])
    return replace(found, counts=(None,) * len(found.points), proved=False, bounds=bounds)


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
