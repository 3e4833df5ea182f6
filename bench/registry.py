"""The register of benchmark cases.

A case answers a question at several sizes. Entries that answer one question are rivals: the first
that is marked as a peer (or, if none is, the first registered) has the ratio 1 at every size.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Problem = TypeVar("Problem")


@dataclass(frozen=True)
class Entry:
    """One way to answer one question; ``bind(size)`` prepares and gives the call to be timed."""

    question: str
    name: str
    sizes: tuple[int, ...]
    bind: Callable[[int], Callable[[], object]]
    peer: bool


class Registry:
    """Entries in the order of their registration, by question."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def register(
        self,
        question: str,
        *,
        sizes: Sequence[int],
        prepare: Callable[[int], Problem],
        peer: bool = False,
    ) -> Callable[[Callable[[Problem], object]], Callable[[Problem], object]]:
        """Register the decorated function as an answer to ``question``.

        ``prepare(size)`` makes the problem and is not timed; the function is called with it.
        A name registered twice for one question raises ``ValueError``.
        """

        def decorate(run: Callable[[Problem], object]) -> Callable[[Problem], object]:
            name = run.__name__
            if any((entry.question, entry.name) == (question, name) for entry in self._entries):
                raise ValueError(f"{question}: {name} is registered twice")

            def bind(size: int) -> Callable[[], object]:
                problem = prepare(size)
                return lambda: run(problem)

            self._entries.append(Entry(question, name, tuple(sizes), bind, peer))
            return run

        return decorate

    def questions(self) -> Iterator[tuple[str, list[Entry]]]:
        """Give each question with its entries, the reference first."""
        for question in dict.fromkeys(entry.question for entry in self._entries):
            rivals = [entry for entry in self._entries if entry.question == question]
            yield question, sorted(rivals, key=lambda entry: not entry.peer)


REGISTRY = Registry()
bench = REGISTRY.register
