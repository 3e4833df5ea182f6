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
    variants
        How many programs were re-answered from the work of another.
    """

    seconds: list[float] = field(default_factory=list)
    variants: int = 0

    def told(self) -> str:
        """Return the count and the times in words."""
        if not self.seconds:
            return "no program was solved"
        milliseconds = [1000 * value for value in self.seconds]
        return (
            f"{len(milliseconds):,} programs solved in {sum(self.seconds):.2f} s "
            f"(median {median(milliseconds):.1f} ms, longest {max(milliseconds):.0f} ms), "
            f"and {self.variants:,} more re-answered from shared work"
        )


_OPEN: ContextVar[Tally | None] = ContextVar("tally", default=None)


@contextmanager
def counting() -> Iterator[Tally]:
    """Count the programs that are solved within a ``with`` block.

    Examples
    --------
    >>> with counting() as tally:
    ...     with solved(variants=3):
    ...         pass
    >>> len(tally.seconds), tally.variants
    (1, 3)
    """
    tally = Tally()
    token = _OPEN.set(tally)
    try:
        yield tally
    finally:
        _OPEN.reset(token)


@contextmanager
def solved(variants: int = 0) -> Iterator[None]:
    """Count what a ``with`` block does as one program solved, and some re-answered from it."""
    tally = _OPEN.get()
    began = time.perf_counter()
    yield
    if tally is not None:
        tally.seconds.append(time.perf_counter() - began)
        tally.variants += variants


def counted(other: Tally) -> None:
    """Count what was solved elsewhere, in another process, as if it had been solved here."""
    tally = _OPEN.get()
    if tally is not None:
        tally.seconds.extend(other.seconds)
        tally.variants += other.variants
