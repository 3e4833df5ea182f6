"""How a problem is measured: rivals in paired rounds, their answers compared, their memory."""

from __future__ import annotations

import gc
import hashlib
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

import numpy as np

from bench.registry import Entry, Ints, Problem, Question

ROUNDS = ((0.05, 15), (0.5, 7), (5.0, 3))
"""How often a call is timed, by how long its first one took; a longer one only that once."""


class MismatchError(Exception):
    """A peer and we found different points: one of us is wrong, and no time counts."""


@dataclass(frozen=True)
class Found:
    """What an entry found: how many points, and a digest of them."""

    points: int
    digest: str


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes
    ----------
    question, size, name, ours
        Who answered what.
    seconds
        The median over ``rounds`` calls; where it was ``stopped``, the limit.
    ratio
        A peer's seconds over those of our first entry; at least that where it was stopped.
    found
        What it found.
    traced_mib
        Peak of what Python and NumPy allocated during the call.
    process_mib
        Peak of a process of its own that makes the problem and answers it once, whole: with the
        interpreter and its libraries, compiled ones included.
    note
        A remark on the answer, or why there is none.
    place
        Where the problem stands on its scale.
    """

    question: str
    size: str
    name: str
    ours: bool
    seconds: float | None = None
    rounds: int = 0
    stopped: bool = False
    ratio: float | None = None
    found: Found | None = None
    traced_mib: float | None = None
    process_mib: float | None = None
    note: str = ""
    place: int | None = None


Elsewhere = Callable[[Question, Problem, Entry], Row]
"""Measures one entry in a process of its own."""


def found(entry: Entry, answer: Any) -> Found | None:
    """Return what was found, the order and the repetition of points set aside."""
    if entry.read is None:
        return None
    points: Ints = np.unique(np.asarray(entry.read(answer), dtype=np.int64), axis=0)
    return Found(len(points), hashlib.sha256(points.tobytes()).hexdigest())


def timed(run: Callable[[Any], Any], prepared: Any) -> tuple[float, Any]:
    """Return the seconds of one call, and its answer."""
    gc.collect()
    start = time.perf_counter()
    answer = run(prepared)
    return time.perf_counter() - start, answer


def traced(run: Callable[[Any], Any], prepared: Any) -> float:
    """Return the peak in MiB of what Python and NumPy allocate in a call of its own."""
    tracemalloc.start()
    try:
        run(prepared)
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def rounds_of(seconds: float) -> int:
    """Return how often a call is timed whose first one took so long."""
    return next((rounds for limit, rounds in ROUNDS if seconds < limit), 0)


def rows_of(question: Question, problem: Problem, elsewhere: Elsewhere | None) -> Iterator[Row]:
    """Measure all entries of one problem.

    Those without a limit are timed here, one call each in turn, so that what disturbs the machine
    disturbs all of them; those with one run ``elsewhere``, as does the measure of whole memory.
    Without ``elsewhere`` both are left out. What was in memory before is kept from the collector.

    Raises
    ------
    MismatchError
        When a peer finds other points than we do.
    """
    entries = question.asked(problem)
    here = [entry for entry in entries if entry.limit is None and not _absent(entry)]
    gc.freeze()
    try:
        known = {row.name: row for row in _side_by_side(question, problem, here)}
    finally:
        gc.unfreeze()
    first: Row | None = None
    for entry in entries:
        bare = Row(question.name, problem.size, entry.name, entry.ours, place=problem.place)
        if _absent(entry):
            yield replace(bare, note=f"{entry.needs} is not installed")
            continue
        if entry.limit is not None and elsewhere is None:
            yield replace(bare, note="left out")
            continue
        away = None if elsewhere is None else elsewhere(question, problem, entry)
        row = known.get(entry.name, away or bare)
        if away is not None:
            row = replace(row, process_mib=away.process_mib, place=problem.place)
        if first is None and entry.ours:
            first = row
        yield _compared(row, first) if question.compared else row


def _compared(row: Row, first: Row | None) -> Row:
    """Return a row with its ratio to our first; raise where they found different points."""
    if first is None:
        return row
    if row.found and first.found and row.found != first.found:
        raise MismatchError(
            f"{row.question}, {row.size}: {row.name} finds {row.found.points} points, "
            f"{first.name} {first.found.points}, and they are not the same"
        )
    if row.ours or not row.seconds or not first.seconds:
        return row
    return replace(row, ratio=row.seconds / first.seconds)


def _side_by_side(question: Question, problem: Problem, entries: Sequence[Entry]) -> list[Row]:
    """Time some entries in paired rounds, after a first call each that warms up."""
    made = problem.make()
    prepared = [entry.prepare(made) for entry in entries]
    firsts = []
    answers = []
    for entry, given in zip(entries, prepared, strict=True):
        seconds, answer = timed(entry.run, given)
        firsts.append(seconds)
        note = entry.remark(answer) if entry.remark else ""
        answers.append((found(entry, answer), note))
        del answer
    rounds = [rounds_of(seconds) for seconds in firsts]
    times: list[list[float]] = [[] for _ in entries]
    for done in range(max(rounds, default=0)):
        for entry, given, asked, taken in zip(entries, prepared, rounds, times, strict=True):
            if done < asked:
                taken.append(timed(entry.run, given)[0])
    return [
        Row(
            question.name,
            problem.size,
            entry.name,
            entry.ours,
            seconds=statistics.median(taken or [one]),
            rounds=len(taken) or 1,
            found=what,
            traced_mib=traced(entry.run, given) if taken else None,
            note=note,
            place=problem.place,
        )
        for entry, given, one, taken, (what, note) in zip(
            entries, prepared, firsts, times, answers, strict=True
        )
    ]


def _absent(entry: Entry) -> bool:
    return entry.needs is not None and find_spec(entry.needs) is None
