"""What was fetched: one line of JSON a file, in the store, so that nothing is fetched twice."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from detente.store.fetch.gdelt import Listed, Version

NAME = "log.jsonl"


@dataclass(frozen=True, slots=True)
class Logged:
    """A file that was fetched and added.

    Attributes
    ----------
    version, name, size, md5
        Of the source, and as its list stated.
    keep
        States whose events were kept; ``None`` for all events.
    key
        The entry of the store's manifest.
    when
        When it was added, by UTC.
    """

    version: int
    name: str
    size: int | None
    md5: str
    keep: tuple[str, ...] | None
    key: str
    when: str


class Log:
    """The log of a store's fetches.

    A line that is broken (the machine stopped while it was written) counts as absent: its file is
    fetched once more, and the store, which knows its content, changes nothing.

    Parameters
    ----------
    path
        Its file; it need not exist.
    keys
        Keys of the entries that the store holds: what the store no longer has is not held.
    """

    def __init__(self, path: Path, keys: Collection[str]) -> None:
        self._path = path
        self._held: dict[tuple[int, str, str], list[frozenset[str] | None]] = {}
        for logged in _read(path):
            if logged.key in keys:
                self._hold(logged)

    def holds(self, version: Version, file: Listed, keep: frozenset[str] | None) -> bool:
        """Tell whether a file's events of these states, or of more, are in the store already."""
        return any(
            held is None or (keep is not None and keep <= held)
            for held in self._held.get((version, file.name, file.md5), ())
        )

    def add(self, logged: Logged) -> None:
        """Write a line, durably."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a+b") as out:
            if out.tell():
                out.seek(-1, os.SEEK_END)
                if out.read(1) != b"\n":
                    out.write(b"\n")
            out.write(json.dumps(asdict(logged)).encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        self._hold(logged)

    def _hold(self, logged: Logged) -> None:
        keep = None if logged.keep is None else frozenset(logged.keep)
        key = (logged.version, logged.name, logged.md5)
        self._held.setdefault(key, []).append(keep)


def _read(path: Path) -> list[Logged]:
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return []
    found: list[Logged] = []
    for line in lines:
        try:
            logged = Logged(**json.loads(line))
            hash((logged.version, logged.name, logged.md5, logged.key))
            keep = None if logged.keep is None else frozenset(logged.keep)
        except (ValueError, TypeError):
            continue
        if keep is None or all(isinstance(state, str) for state in keep):
            found.append(logged)
    return found
