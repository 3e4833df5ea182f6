"""Problem codes: measures and findings of the record."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {}
