"""Several files added one after the other: which they are, whose they are, what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.base.result import Result
from detente.store.readers import named
from detente.store.readers.reader import Reader
from detente.store.store import Store
from detente.store.tell import Tell, nothing
from detente.store.unpacked import head


class FileAdded(Result):
    """What adding one file came to.

    Attributes
    ----------
    name
        The file, as it was named.
    source
        Whose it is.
    new
        Whether its content was new; where it was not, nothing has changed.
    rows, aside
        How many of its rows are kept, and set aside.
    repeated
        Pairs of rows, in it or in it and another file, that hold one event.
    first, last
        First and last day of the rows kept.
    """

    name: str
    source: str
    new: bool
    rows: int
    aside: int
    repeated: int
    first: date | None
    last: date | None


class FilesAdded(Result):
    """What adding several files came to.

    Attributes
    ----------
    folder
        The store's folder.
    files
        Each file that is kept, in the order of adding.
    refused
        How many files were not.
    """

    folder: str
    files: tuple[FileAdded, ...]
    refused: int


def gathered(paths: Iterable[Path]) -> list[Path]:
    """Return the files that paths name: a folder's files by name, without hidden ones.

    Raises
    ------
    InputError
        When a path is absent or a folder holds no file (R904); all of them are told.
    """
    found: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            inside = [*_inside(path)] if path.is_dir() else [path]
        except OSError as error:
            said = (error.strerror or "cannot be read").lower()
            problems.append(Problem("R904", said, str(path)))
            continue
        if not inside:
            problems.append(Problem("R904", "a folder without a file", str(path)))
        elif not path.exists():
            problems.append(Problem("R904", "no such file or directory", str(path)))
        found.extend(inside)
    if problems:
        raise InputError(problems)
    return [*dict.fromkeys(found)]


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_file() and not path.name.startswith("."):
            yield path


def reader_of(path: Path, readers: Mapping[str, Reader], source: str | None) -> Reader:
    """Return the reader of a file: the one that is named, or the one that knows its first lines.

    Raises
    ------
    InputError
        When there is no reader of that name (R925), or not exactly one knows the first lines
        (R908); or the file cannot be opened (R904-R907).
    """
    if source is not None:
        return readers[source] if source in readers else named(source)
    beginning = head(path)
    found = [reader for reader in readers.values() if reader.recognises(beginning)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(sorted(reader.source for reader in found))
    said = (
        f"this could be of {names}" if found else "the first lines are of no source that is known"
    )
    hint = f"say which by --source: {names or ', '.join(sorted(readers))}"
    raise InputError([Problem("R908", said, str(path), hint=hint)])


def add_files(
    store: Store,
    paths: list[Path],
    readers: Mapping[str, Reader],
    source: str | None = None,
    covers: tuple[date, date] | None = None,
    tell: Tell = nothing,
) -> tuple[FilesAdded, tuple[Problem, ...]]:
    """Add files one after the other; one that is refused does not hold up the others.

    Parameters
    ----------
    store
        The store.
    paths
        The files.
    readers
        The readers that there are, by source.
    source
        Whose files they are; ``None`` tells it by their first lines.
    covers
        First and last day that each is declared to cover.
    tell
        Told how far the work is.

    Returns
    -------
    FilesAdded
        What came of it.
    tuple of Problem
        Why files were refused.

    Raises
    ------
    InputError
        When the store cannot be used (R901, R902, R903, R910), or there is no such source (R925).
    MissingResource
        When the store cannot be written.
    """
    store.entries()
    if source is not None:
        reader_of(Path(), readers, source)
    added: list[FileAdded] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found = store.add(path, reader_of(path, readers, source), covers=covers, tell=tell)
        except InputError as error:
            problems.extend(error.problems)
            continue
        entry = found.entry
        added.append(
            FileAdded(
                name=str(path),
                source=entry.source,
                new=found.new,
                rows=entry.rows,
                aside=entry.aside,
                repeated=entry.repeated,
                first=entry.first,
                last=entry.last,
            )
        )
    result = FilesAdded(
        folder=str(store.folder), files=tuple(added), refused=len(paths) - len(added)
    )
    return result, tuple(problems)
