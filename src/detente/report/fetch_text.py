"""What came of a fetch, for the terminal: a line for each kind of outcome, failures one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from detente.store.fetch.fetched import Fetched

SHOWN = 10
"""Names of a kind that are shown."""


def print_fetched(console: Console, result: Fetched) -> None:
    """Print what was fetched, what was there already, what is not to be had, and what failed."""
    for line in fetched_lines(result):
        console.print(line, soft_wrap=True)


def fetched_lines(result: Fetched) -> Iterator[str]:
    """Yield the lines that tell what came of a fetch."""
    span = f"{result.first} to {result.last}"
    size = size_text(result.listed_bytes)
    yield f"{result.source}, files of {span}: {_files(result.listed)} listed, {size}"
    if result.keep is not None:
        yield f"  kept: events with {' or '.join(result.keep)} as actor or target"
    if result.dry:
        yield f"  to fetch: {_files(result.left)}, {size_text(result.left_bytes)}"
    else:
        size = size_text(result.fetched_bytes)
        events = f"{result.events:,} {'event' if result.events == 1 else 'events'} kept"
        yield f"  fetched: {_files(len(result.fetched))}, {size}; {events}"
    yield f"  already in the store: {_files(result.held)}"
    if result.missing:
        yield f"  listed, but not on the server: {_named(result.missing)}"
    if result.absent:
        yield f"  in no list: {_named(result.absent)}"
    if result.unread:
        yield f"  lines of the list that could not be read: {result.unread:,}"
    for failed in result.failed[:SHOWN]:
        yield f"  failed: {failed.name}: {failed.code} {failed.why}"
    if len(result.failed) > SHOWN:
        yield f"  failed as well: {_files(len(result.failed) - SHOWN)}"
    if result.stopped:
        yield f"  stopped: {result.stopped}; not asked for: {_files(result.left)}"
    if result.failed or result.stopped:
        yield "  The same command goes on from here."
    newest = _moment(result.newest)
    if result.last.isoformat() >= newest[:10]:
        yield f"  The server's list ends with {newest}; later files are not there yet."


def size_text(count: int) -> str:
    """Return a number of bytes as people read it.

    Examples
    --------
    >>> size_text(999), size_text(98_304), size_text(13_107_200)
    ('999 bytes', '98.3 kB', '13.1 MB')
    """
    if count < 1000:
        return f"{count} {'byte' if count == 1 else 'bytes'}"
    shown = float(count)
    for unit in ("kB", "MB", "GB"):
        shown /= 1000
        if shown < 1000 or unit == "GB":
            break
    return f"{shown:,.1f} {unit}"


def _files(count: int) -> str:
    return f"{count:,} {'file' if count == 1 else 'files'}"


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return f"{_files(len(names))}: {', '.join(names[:SHOWN])}{more}"


def _moment(newest: str) -> str:
    day = f"{newest[:4]}-{newest[4:6]}-{newest[6:8]}"
    return f"{day} {newest[8:10]}:{newest[10:12]} UTC" if len(newest) > 8 else day
