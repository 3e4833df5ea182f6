"""What a store was given and what it keeps, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePath

from rich.console import Console

from detente.report.tables.sheet import Column, Sheet
from detente.report.text import print_sheets
from detente.store.readers.reason import REASONS
from detente.store.several import FileAdded, FilesAdded
from detente.store.status import SourceStatus, StoreStatus

_WORDS: Mapping[str, str] = {str(reason): words for reason, words in REASONS.items()}

TOLD = 20
"""Files that are told by themselves; of more, the first and last ones and their sum."""


def print_added(console: Console, result: FilesAdded) -> None:
    """Print what came of each file, and their sum."""
    print_sheets(console, [added_sheet(result)])


def added_sheet(result: FilesAdded) -> Sheet:
    """Return the table of the files that were added."""
    files = result.files
    new = sum(file.new for file in files)
    notes = [
        f"{_counted(len(files), 'file')}: {new:,} new, {len(files) - new:,} kept already"
        + (f"; {result.refused:,} refused" if result.refused else "")
        + f". {_counted(sum(file.rows for file in files), 'row')} kept, "
        f"{sum(file.aside for file in files):,} set aside. Folder: {result.folder}",
    ]
    shown = [*files]
    if len(files) > TOLD:
        shown = [*files[: TOLD // 2], *files[-TOLD // 2 :]]
        notes.append(f"The first and the last {TOLD // 2} are shown; --format json tells all.")
    return Sheet(
        "Added to the record",
        tuple(notes),
        (
            Column("file", ratio=4),
            Column("source"),
            Column("what", ratio=2),
            Column("rows", number=True),
            Column("set aside", number=True),
            Column("from", number=True),
            Column("to", number=True),
        ),
        [_added_cells(file) for file in shown],
    )


def _added_cells(file: FileAdded) -> tuple[str, ...]:
    what = "new" if file.new else "kept already"
    if file.new and file.repeated:
        what += f", {file.repeated:,} repeated"
    return (
        PurePath(file.name).name,
        file.source,
        what,
        f"{file.rows:,}",
        f"{file.aside:,}",
        _day(file.first),
        _day(file.last),
    )


def print_status(console: Console, result: StoreStatus) -> None:
    """Print what is kept, and why rows were set aside."""
    print_sheets(console, status_sheets(result))


def status_sheets(result: StoreStatus) -> Iterator[Sheet]:
    """Yield what is kept of each source, and the reasons for which rows were set aside."""
    notes = [f"Folder: {result.folder}"]
    if not result.sources:
        notes.append("Nothing is kept yet; `detente record add PATH` adds a file.")
    if result.verified:
        notes.append("Every file was read, and is as it was written.")
    yield Sheet(
        "The record",
        tuple(notes),
        (
            Column("source", ratio=2),
            Column("files", number=True),
            Column("events or facts", number=True),
            Column("repeated", number=True),
            Column("set aside", number=True),
            Column("from", number=True),
            Column("to", number=True),
            Column("size", number=True),
        ),
        [_status_cells(source) for source in result.sources],
    )
    reasons = [
        (source.source, _WORDS.get(reason, reason), f"{count:,}")
        for source in result.sources
        for reason, count in source.reasons.items()
    ]
    if reasons:
        yield Sheet(
            "Why rows were set aside",
            (),
            (Column("source", ratio=1), Column("reason", ratio=4), Column("rows", number=True)),
            reasons,
        )


def _status_cells(source: SourceStatus) -> tuple[str, ...]:
    repeated = source.repeated_equal + source.repeated_differing
    told = f"{repeated:,}"
    if source.repeated_differing:
        told += f" ({source.repeated_differing:,} differ)"
    return (
        source.source,
        f"{source.files:,}",
        f"{source.counted:,}",
        told,
        f"{source.aside:,}",
        _day(source.first),
        _day(source.last),
        _size(source.size),
    )


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _size(size: int) -> str:
    """Return bytes as people read them.

    Examples
    --------
    >>> _size(999), _size(1_234_567)
    ('999 B', '1.2 MB')
    """
    if size < 1000:
        return f"{size} B"
    told = float(size)
    for unit in ("kB", "MB", "GB", "TB"):
        told /= 1000
        if told < 1000:
            return f"{told:.1f} {unit}"
    return f"{told:.0f} TB"
