"""The register of benchmarks: a question, the problems it is asked of, and who answers it.

The entries of a question are given the same problem. The first that is ours is the one that peers
are compared with; what peers find must be what we find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Run = Callable[[Any], Any]


def as_it_is(problem: Any) -> Any:
    return problem


@dataclass(frozen=True)
class Problem:
    """One size of a question; ``make`` gives the same problem whenever it is called.

    ``about`` says how it is made: generator, seed, magnitude. ``place`` is where it stands on a
    scale, for questions that are about growth.
    """

    size: str
    make: Callable[[], Any]
    about: str
    place: int | None = None


@dataclass(frozen=True)
class Entry:
    """One way to answer a question.

    Attributes
    ----------
    name
        What it is called in the table.
    run
        The timed call.
    prepare
        Turns the problem into what ``run`` takes; not timed.
    read
        Turns the answer into the points found, shape (n, objectives); not timed. Without it
        nothing is compared.
    remark
        Turns the answer into a few words for the table.
    ours
        Whether it is Détente's.
    limit
        Seconds after which it is stopped. One that has a limit runs once, in a process of its own.
    needs
        The distribution it comes from, if it may be absent.
    sizes
        The problems it is asked; all when ``None``.
    """

    name: str
    run: Run
    prepare: Run
    read: Callable[[Any], Ints] | None
    remark: Callable[[Any], str] | None
    ours: bool
    limit: float | None
    needs: str | None
    sizes: tuple[str, ...] | None


@dataclass
class Question:
    """A question with its problems and entries, in the order of their registration.

    Where it is not ``compared`` its entries do different things, and have no ratio.
    """

    name: str
    title: str
    problems: tuple[Problem, ...]
    compared: bool = True
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        if len({problem.size for problem in self.problems}) < len(self.problems):
            raise ValueError(f"{self.name}: two problems have one size")

    def answer(
        self,
        name: str,
        *,
        prepare: Run = as_it_is,
        read: Callable[[Any], Ints] | None = None,
        remark: Callable[[Any], str] | None = None,
        ours: bool = False,
        limit: float | None = None,
        needs: str | None = None,
        sizes: Sequence[str] | None = None,
    ) -> Callable[[Run], Run]:
        """Register the decorated function as an answer; see :class:`Entry`.

        A name registered twice, or a size that no problem has, raises ``ValueError``.
        """
        if any(entry.name == name for entry in self.entries):
            raise ValueError(f"{self.name}: {name} is registered twice")
        unknown = {*(sizes or ())} - {problem.size for problem in self.problems}
        if unknown:
            raise ValueError(f"{self.name}: {name} names no problem: {', '.join(sorted(unknown))}")

        def decorate(run: Run) -> Run:
            chosen = None if sizes is None else tuple(sizes)
            self.entries.append(Entry(name, run, prepare, read, remark, ours, limit, needs, chosen))
            return run

        return decorate

    def asked(self, problem: Problem) -> list[Entry]:
        """Return the entries that answer one problem, ours first."""
        found = [e for e in self.entries if e.sizes is None or problem.size in e.sizes]
        return sorted(found, key=lambda entry: not entry.ours)


class Registry:
    """Questions in the order of their registration."""

    def __init__(self) -> None:
        self._questions: dict[str, Question] = {}

    def question(
        self, name: str, title: str, problems: Sequence[Problem], *, compared: bool = True
    ) -> Question:
        """Register a question; a name registered twice raises ``ValueError``."""
        if name in self._questions:
            raise ValueError(f"{name} is registered twice")
        self._questions[name] = Question(name, title, tuple(problems), compared)
        return self._questions[name]

    def chosen(self, words: Sequence[str] = ()) -> Iterator[Question]:
        """Give the questions whose name holds one of some words; all without words."""
        for name, question in self._questions.items():
            if not words or any(word in name for word in words):
                yield question

    def find(self, question: str, size: str, entry: str) -> tuple[Problem, Entry]:
        """Return one problem and one entry by their names; ``KeyError`` where there is none."""
        held = self._questions[question]
        problems = {problem.size: problem for problem in held.problems}
        return problems[size], {found.name: found for found in held.entries}[entry]


REGISTRY = Registry()
