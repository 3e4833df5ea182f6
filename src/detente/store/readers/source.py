"""A reader with what measures must know of its source."""

from __future__ import annotations

from typing import Protocol

from detente.store.readers.reader import Reader


class Source(Reader, Protocol):
    """A reader, and how the coverage of its source is judged.

    Attributes
    ----------
    floor
        Events a day, over all states, that a covered day has at least; None where what is covered
        must be declared.
    hand_selected
        Whether somebody chose the events: their number then measures nothing.
    """

    @property
    def floor(self) -> int | None:
        """Events a day that a covered day has at least; None: coverage must be declared."""
        ...

    @property
    def hand_selected(self) -> bool:
        """Whether somebody chose the events."""
        ...
