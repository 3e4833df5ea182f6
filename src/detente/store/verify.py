"""Whether every kept file is still what was written: hashes and rows against the manifest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.base.problem import Problem
from detente.store.entry import Entry, Parquet
from detente.store.manifest import MANIFEST, Manifest
from detente.store.tell import Tell, nothing

HINT = "remove the entry from the folder manifest, and add its file again"


def damages(manifest: Manifest, tell: Tell = nothing) -> tuple[Problem, ...]:
    """Return what is damaged, by key: entries (R902), and Parquet files (R903).

    Parameters
    ----------
    manifest
        The store's manifest.
    tell
        Told how far the work is.

    Raises
    ------
    InputError
        When the folder is no store (R910) or of a newer form (R901).
    """
    manifest.check()
    found: list[Problem] = []
    keys = sorted(manifest.keys())
    for place, key in enumerate(keys):
        tell("verifying", place, len(keys))
        entry = manifest.entry(key)
        if isinstance(entry, Problem):
            found.append(entry)
        elif entry is not None:
            found.extend(_of_entry(manifest.folder, entry))
    return tuple(found)


def _of_entry(folder: Path, entry: Entry) -> list[Problem]:
    found = []
    for part, written in sorted(entry.parquet.items()):
        path = folder / part / f"{entry.key}.parquet"
        said = _damage(path, written)
        if said:
            found.append(Problem("R903", f"{said} (from {entry.name})", str(path), hint=HINT))
    rows = entry.parquet.get(entry.table)
    if (rows.rows if rows else 0) != entry.rows:
        said = f"the entry says {entry.rows:,} rows, its file otherwise"
        shown = folder / MANIFEST / f"{entry.key}.json"
        found.append(Problem("R902", said, str(shown), hint=HINT))
    return found


def _damage(path: Path, written: Parquet) -> str:
    """Return what is wrong with a Parquet file; an empty text where it is as written."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except FileNotFoundError:
        return "a file of the store is missing"
    except OSError as error:
        return f"a file of the store cannot be read: {(error.strerror or 'unreadable').lower()}"
    if digest.hexdigest() == written.sha256:
        return ""
    return "a file of the store is damaged: its content is not what was written"
