"""One table as plain cells, with its heading and the notes above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column: its title, whether it holds numbers, and its share of the width."""

    title: str
    number: bool = False
    ratio: int = 0


@dataclass(frozen=True)
class Sheet:
    """One table with its heading and the notes above it."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
