"""Adding a file: read, written beside, and committed under the store's lock."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.store.content import Content, NoTextError, examined
from detente.store.disk import Disk
from detente.store.engine import told
from detente.store.entry import Entry, Parquet, Part, key_of
from detente.store.ingest import Ingest, Ingested
from detente.store.manifest import write_entry
from detente.store.parquet import ParquetFile
from detente.store.readers.reader import PlainFile, Reader
from detente.store.repeats import Rows, across, may_share, within
from detente.store.tables import files
from detente.store.tell import Tell
from detente.store.unpacked import blocks, compression, head, plain_name, regular

if TYPE_CHECKING:
    import duckdb

    from detente.store.store import Store

_PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells whether a file was changed while it was read."""

    size: int
    changed: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> _Stamp:
        found = path.stat()
        return cls(found.st_size, found.st_mtime_ns, found.st_ino)


def add(
    store: Store,
    path: Path,
    reader: Reader,
    covers: tuple[date, date] | None,
    keep: frozenset[str] | None,
    tell: Tell,
) -> tuple[Entry, bool]:
    """Add a file; see :meth:`detente.store.store.Store.add`."""
    regular(path)
    store.manifest.check()
    stamp = _Stamp.of(path)
    with store.workplace.own() as work:
        try:
            content = _plain(path, work, store.disk, tell, getattr(reader, "fallback", ""))
        except NoTextError as error:
            raise InputError([Problem("R914", str(error), str(path))]) from error
        key = key_of(reader.source, content.sha256, keep)
        kept = _known(store, key)
        if kept is not None:
            return _declared(store, kept, covers, work), False
        with store.cursor() as con:
            file = key.removeprefix(f"{reader.source}-")
            ingest = Ingest(reader.source, reader.table, file, keep, work, store.disk)
            name = plain_name(path)
            bad = frozenset(line.row for line in content.bad)
            plain = PlainFile(work / _PLAIN, content.lines, bad, name)
            with told(str(path)):
                found = ingest.run(
                    con,
                    reader.rows(con, plain),
                    content.bad,
                    lambda row: tell(f"keeping {name}", row, content.lines),
                )
            if found.aside and not found.rows and not getattr(reader, "any_table", False):
                _recognised(path, reader)
            if _Stamp.of(path) != stamp:
                said = "the file was changed while it was read"
                raise InputError([Problem("R909", said, str(path), hint="add it again")])
            entry = _entry(key, reader, name, content, found, covers, keep)
            return _committed(store, con, entry, work, tell)


def _recognised(path: Path, reader: Reader) -> None:
    """Refuse a file of which nothing can be read, and whose first lines are another's."""
    if not reader.recognises(head(path)):
        said = f"no row can be read, and the first lines are not those of {reader.source}"
        hint = "leave --source away, and the source is told by the first lines"
        raise InputError([Problem("R908", said, str(path), hint=hint)])


def _plain(path: Path, work: Path, disk: Disk, tell: Tell, fallback: str) -> Content:
    """Examine a file's content, and have it plain in the workplace: linked there, or written."""
    shown = f"reading {path.name}"
    total = path.stat().st_size
    compressed = bool(compression(path))

    def done(size: int) -> None:
        tell(shown, min(size, total), total)

    if not compressed:
        content = examined(blocks(path), done=done, fallback=fallback)
        if not content.bad and not content.recoded and _linked(path, work / _PLAIN):
            return content
    sink = disk.create(work / _PLAIN)
    try:
        content = examined(blocks(path), sink.write, done, fallback)
        sink.flush()
    finally:
        sink.abandon()
    return content


def _linked(path: Path, target: Path) -> bool:
    """Link to a file by a name without signs that an engine would obey."""
    try:
        target.symlink_to(os.path.abspath(path))  # noqa: PTH100 - links in the path stay
    except OSError:  # pragma: no cover - a system that forbids links
        return False
    return True


def _known(store: Store, key: str) -> Entry | None:
    """Return the entry that is kept already under a key."""
    entry = store.manifest.entry(key)
    if isinstance(entry, Problem):
        raise InputError([entry])
    return entry


def _declared(store: Store, kept: Entry, covers: tuple[date, date] | None, work: Path) -> Entry:
    """Return a kept entry with the span that is declared now, where one is."""
    if covers is None or kept.covers == covers:
        return kept
    renewed = kept.model_copy(update={"covers": covers})
    with store.workplace.alone():
        write_entry(store.disk, store.folder, work, renewed)
    return renewed


def _entry(
    key: str,
    reader: Reader,
    name: str,
    content: Content,
    found: Ingested,
    covers: tuple[date, date] | None,
    keep: frozenset[str] | None,
) -> Entry:
    return Entry(
        key=key,
        source=reader.source,
        table=reader.table,
        name=name,
        sha256=content.sha256,
        size=content.size,
        lines=content.lines,
        rows=found.rows,
        aside=found.aside,
        first=found.first,
        last=found.last,
        first_id=found.first_id,
        last_id=found.last_id,
        days=dict(sorted(found.days.items())),
        covers=covers,
        keep=None if keep is None else tuple(sorted(keep)),
        parquet=found.parts,
    )


def _committed(
    store: Store, con: duckdb.DuckDBPyConnection, entry: Entry, work: Path, tell: Tell
) -> tuple[Entry, bool]:
    """Compare with what is kept, move the Parquet files into their places, write the entry."""
    repeats = ParquetFile(work / "repeats.parquet", "repeats", store.disk)
    try:
        tell(f"comparing {entry.name}", 0, 1)
        own = Rows(entry, work / "events.parquet")
        if "events" in entry.parquet:
            _take(repeats, within(con, own.path))
        with store.workplace.alone():
            kept = _known(store, entry.key)
            if kept is not None:
                return kept, False
            if "events" in entry.parquet:
                others = [e for e in store.manifest.entries() if may_share(entry, e)]
                paths = files(store.folder, others, "events")
                pairs = [Rows(e, p) for e, p in zip(others, paths, strict=True)]
                _take(repeats, across(con, own, pairs))
            parts: dict[Part, Parquet] = dict(entry.parquet)
            written = repeats.close()
            if written is not None:
                parts["repeats"] = written
            for part in parts:
                target = store.folder / part / f"{entry.key}.parquet"
                store.disk.rename(work / f"{part}.parquet", target)
            complete = entry.model_copy(update={"parquet": parts, "repeated": repeats.rows})
            write_entry(store.disk, store.folder, work, complete)
            return complete, True
    finally:
        repeats.abandon()


def _take(file: ParquetFile, batches: Iterable[Any]) -> None:
    for batch in batches:
        file.add(batch)
