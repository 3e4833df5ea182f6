"""Problem codes: reading files of events."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {}
