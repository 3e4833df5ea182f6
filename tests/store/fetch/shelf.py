"""A store that remembers what it was handed, for tests of fetching."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from detente.store.fetch.fetched import Taken


@dataclass
class Shelf:
    """Contents by key; the same content twice changes nothing."""

    keep: frozenset[str] | None = None
    held: dict[str, list[str]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    before: Callable[[Path], None] = lambda _path: None

    def keys(self) -> frozenset[str]:
        return frozenset(self.held)

    def take(self, path: Path) -> Taken:
        self.before(path)
        with zipfile.ZipFile(path) as archive:
            body = archive.read(archive.namelist()[0])
        key = f"{hashlib.sha256(body).hexdigest()} {sorted(self.keep or ())}"
        rows = [line.split("\t") for line in body.decode().splitlines()]
        kept = [row[0] for row in rows if not self.keep or {row[7], row[17]} & self.keep]
        self.held[key] = kept
        self.names.append(path.name)
        return Taken(key, len(kept))

    def events(self) -> list[str]:
        return sorted(event for events in self.held.values() for event in events)
