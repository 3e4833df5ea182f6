"""A reader with what measures must know of its source."""

from __future__ import annotations

from typing import Protocol

from detente.store.readers.reader import Reader


class Source(Reader, Protocol):
    """A reader, and what kind of a choice its events are."""

    @property
    def hand_selected(self) -> bool:
        """Whether somebody chose the events: their number then measures the choice as well."""
        ...
