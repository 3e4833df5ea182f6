"""What is kept: each source's files, events, rows set aside and repeated, and its span."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Literal

from detente.base.result import Result
from detente.store.entry import Entry
from detente.store.store import Store

REASONS = 20
"""How many reasons are told by themselves; the rarer ones are told together."""

OTHERS = "other reasons"


class SourceStatus(Result):
    """What is kept of one source.

    Attributes
    ----------
    source, table
        The source, and the table its rows belong to.
    files
        Kept files.
    rows
        Rows of them that are kept.
    counted
        Rows that tables give: those kept, less the repeated ones.
    aside
        Rows set aside.
    reasons
        How many were set aside for each reason, the most frequent first.
    repeated_equal, repeated_differing
        Rows left out since another row holds the event: saying the same, and saying otherwise.
    first, last
        First and last day of the rows kept.
    size
        Bytes of the Parquet files.
    """

    source: str
    table: Literal["events", "yearly"]
    files: int
    rows: int
    counted: int
    aside: int
    reasons: dict[str, int]
    repeated_equal: int
    repeated_differing: int
    first: date | None
    last: date | None
    size: int


class StoreStatus(Result):
    """What is kept.

    Attributes
    ----------
    folder
        The store's folder.
    sources
        Each source, by name.
    verified
        Whether every file was read and found as it was written; ``None``: not looked at.
    """

    folder: str
    sources: tuple[SourceStatus, ...]
    verified: Literal[True] | None = None


def status(store: Store, *, verified: Literal[True] | None = None) -> StoreStatus:
    """Return what a store keeps.

    Parameters
    ----------
    store
        The store.
    verified
        ``True`` where :func:`detente.store.verify.damages` found nothing.

    Raises
    ------
    InputError
        When the folder is no store (R901, R910), or is damaged (R902, R903).
    """
    entries = store.entries()
    reasons = _reasons(store, entries)
    repeated = _repeated(store, entries)
    sources: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        sources[entry.source].append(entry)
    return StoreStatus(
        folder=str(store.folder),
        sources=tuple(
            _of_source(source, own, reasons[source], repeated)
            for source, own in sorted(sources.items())
        ),
        verified=verified,
    )


def _of_source(
    source: str,
    entries: list[Entry],
    reasons: dict[str, int],
    repeated: dict[tuple[str, bool], int],
) -> SourceStatus:
    rows = sum(entry.rows for entry in entries)
    equal, differing = (repeated.get((source, said), 0) for said in (True, False))
    return SourceStatus(
        source=source,
        table=entries[0].table,
        files=len(entries),
        rows=rows,
        counted=rows - equal - differing,
        aside=sum(entry.aside for entry in entries),
        reasons=_told(reasons),
        repeated_equal=equal,
        repeated_differing=differing,
        first=min((entry.first for entry in entries if entry.first), default=None),
        last=max((entry.last for entry in entries if entry.last), default=None),
        size=sum(part.size for entry in entries for part in entry.parquet.values()),
    )


def _told(reasons: dict[str, int]) -> dict[str, int]:
    """Return reasons by how often they occur, the rare ones together."""
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    rare = sum(count for _, count in ordered[REASONS:])
    return {**dict(ordered[:REASONS]), **({OTHERS: rare} if rare else {})}


def _reasons(store: Store, entries: tuple[Entry, ...]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    if any("aside" in entry.parquet for entry in entries):
        aside = store.aside()
        counted = aside.group_by("source", "reason").agg(rows=aside.count())
        for each in store.answer(counted).to_pylist():
            found[each["source"]][each["reason"]] = each["rows"]
    return found


def _repeated(store: Store, entries: tuple[Entry, ...]) -> dict[tuple[str, bool], int]:
    """Return how many rows of a source are left out, by whether all that overrule them agree."""
    found: dict[tuple[str, bool], int] = {}
    for source in {entry.source for entry in entries if "repeats" in entry.parquet}:
        pairs = store.repeats(source)
        rows = pairs.group_by("file", "row").agg(equal=pairs.equal.all())
        counted = rows.group_by("equal").agg(rows=rows.count())
        for each in store.answer(counted).to_pylist():
            found[source, each["equal"]] = each["rows"]
    return found
