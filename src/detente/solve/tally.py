"""How many programs were solved, and how long each took: told to whoever asks, kept by nobody."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Tally:
    """The programs solved while it was open.

    Attributes
    ----------
    seconds
        How long each took.
    together
        How many programs were solved side by side in some of these solves.
    """

    seconds: list[float] = field(default_factory=list)
    together: int = 0

    def told(self) -> str:
        """Return the count and the times in words."""
        if not self.seconds:
            return "no program was solved"
        milliseconds = [1000 * value for value in self.seconds]
        return (
            f"{len(milliseconds):,} solves in {sum(self.seconds):.2f} s "
            f"(median {median(milliseconds):.1f} ms, longest {max(milliseconds):.0f} ms), "
            f"in which {self.together:,} programs were solved side by side, the others alone"
        )


_OPEN: ContextVar[Tally | None] = ContextVar("tally", default=None)


@contextmanager
def counting() -> Iterator[Tally]:
    """Count the programs that are solved within a ``with`` block.

    Examples
    --------
    >>> with counting() as tally:
    ...     with solved(together=3):
    ...         pass
    >>> len(tally.seconds), tally.together
    (1, 3)
    """
    tally = Tally()
    token = _OPEN.set(tally)
    try:
        yield tally
    finally:
        _OPEN.reset(token)


@contextmanager
def solved(together: int = 0) -> Iterator[None]:
    """Count what a ``with`` block does as one solve, of one program or of some side by side."""
    tally = _OPEN.get()
    began = time.perf_counter()
    yield
    if tally is not None:
        tally.seconds.append(time.perf_counter() - began)
        tally.together += together


def counted(other: Tally) -> None:
    """Count what was solved elsewhere, in another process, as if it had been solved here."""
    tally = _OPEN.get()
    if tally is not None:
        tally.seconds.extend(other.seconds)
        tally.together += other.together
