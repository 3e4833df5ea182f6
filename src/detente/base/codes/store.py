"""Problem codes: the store."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {}
