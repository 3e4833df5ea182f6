"""A span of days of GDELT, file by file: what is not held yet is received, checked and added."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import filelock

from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem
from detente.store.fetch.archive import fault_of
from detente.store.fetch.door import Busy, Door, Missing, Refused, Troubled, root_of
from detente.store.fetch.download import TooLong, Unfit, download, forget
from detente.store.fetch.fetched import Code, Failed, Fetched, Keeper
from detente.store.fetch.gdelt import FIRST, FOLDER, HOME, Listed, Listing, Version
from detente.store.fetch.lists import drop, listing
from detente.store.fetch.log import NAME, Log, Logged
from detente.store.fetch.manners import Manners
from detente.store.manifest import FETCH
from detente.store.tell import Tell


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be fetched.

    Attributes
    ----------
    first, last
        Days of the files, both included, by UTC.
    version
        1 or 2.
    keep
        States whose events are kept; ``None`` for all.
    address
        The root to fetch from.
    """

    first: date
    last: date
    version: Version = 2
    keep: frozenset[str] | None = None
    address: str = HOME


@dataclass(slots=True)
class _Run:
    """What has come of the files so far."""

    fetched: list[Listed] = field(default_factory=list)
    events: int = 0
    missing: list[str] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    in_a_row: int = 0
    stopped: str = ""


def fetch(
    asked: Asked, keeper: Keeper, folder: Path, manners: Manners, tell: Tell, *, dry: bool = False
) -> Fetched:
    """Fetch the files of a span of days that the store does not hold yet, and add each.

    Files are asked for in order of time, one after the other. A file that the server has not is
    told and passed over; one that fails is told, and after some failures in a row, or when the
    server asks to be left alone, the fetch stops. Whatever ends it, the next one goes on from
    there, and no file is added twice.

    Parameters
    ----------
    asked
        What to fetch.
    keeper
        The store.
    folder
        The store's folder; nothing is written outside its folder ``fetch``.
    manners
        How the server is treated.
    tell
        Told of progress.
    dry
        Ask for the lists alone.

    Raises
    ------
    InputError
        When the address, the span or the list is wrong (R950, R951, R952, R953), or the folder is
        no store.
    MissingResource
        When the lists cannot be had, the folder cannot be written, or another fetch is at work in
        it.
    """
    root = _checked(asked)
    keeper.keys()  # a folder that is no store is refused before anything is written
    work = folder / FETCH / FOLDER[asked.version]
    try:
        work.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(folder / FETCH / "lock", timeout=0)
        with lock, closing(Door(root, manners, tell)) as door:
            return _fetch(asked, keeper, work, door, tell, dry=dry)
    except filelock.Timeout as error:
        raise MissingResource(f"another fetch is at work in {folder}") from error
    except NotImplementedError as error:
        raise MissingResource(f"{folder} is on a disk that knows no locks") from error
    except OSError as error:
        raise MissingResource(f"{error.filename or folder}: {error.strerror}") from error


def _checked(asked: Asked) -> str:
    problems: list[Problem] = []
    root = ""
    try:
        root = root_of(asked.address)
    except InputError as error:
        problems.extend(error.problems)
    earliest = FIRST[asked.version]
    if asked.first > asked.last:
        said = f"{asked.first} comes after {asked.last}"
        problems.append(Problem("R951", said, hint="name the earlier day under --from"))
    if asked.first < earliest:
        said = f"version {asked.version} of GDELT begins on {earliest}, after {asked.first}"
        older = asked.version == 2 and asked.first >= FIRST[1]
        hint = "take --version 1 for these days" if older else f"begin on {earliest}"
        problems.append(Problem("R952", said, hint=hint))
    if problems:
        raise InputError(problems)
    return root


def _fetch(
    asked: Asked, keeper: Keeper, work: Path, door: Door, tell: Tell, *, dry: bool
) -> Fetched:
    try:
        found = listing(door, asked.version, work, (asked.first, asked.last), tell)
    except Missing as error:
        said = f"{door.root} has no list of files: {error} is not there"
        raise InputError([Problem("R953", said, hint="correct --from-url")]) from error
    except (Troubled, Refused) as error:
        said = f"the list of files cannot be had: {error}"
        raise MissingResource(_plain("R957", said)) from error
    log = Log(work.parent / NAME, keeper.keys())
    wanted = [each for each in found.files if not log.holds(asked.version, each, asked.keep)]
    run = _Run()
    left = wanted if dry else _go_through(asked, wanted, keeper, log, work, door, run, tell)
    if any(each.code in ("R955", "R956") for each in run.failed):
        drop(asked.version, work)
    return _told(asked, door.root, found, wanted, run, left, dry=dry)


def _go_through(
    asked: Asked,
    wanted: Sequence[Listed],
    keeper: Keeper,
    log: Log,
    work: Path,
    door: Door,
    run: _Run,
    tell: Tell,
) -> Sequence[Listed]:
    """Fetch file by file; return those not asked for."""
    for number, file in enumerate(wanted):
        words = f"{file.name}, {number + 1} of {len(wanted)}"
        _one(asked, file, keeper, log, work, door, run, _naming(tell, words))
        if run.in_a_row >= door.manners.in_a_row and not run.stopped:
            run.stopped = f"{run.in_a_row} files failed one after the other"
        if run.stopped:
            return wanted[number + 1 :]
    return ()


def _naming(tell: Tell, words: str) -> Tell:
    return lambda _what, done, total: tell(words, done, total)


def _one(
    asked: Asked,
    file: Listed,
    keeper: Keeper,
    log: Log,
    work: Path,
    door: Door,
    run: _Run,
    tell: Tell,
) -> None:
    code: Code
    try:
        path = download(door, f"{FOLDER[asked.version]}/{file.name}", file, work, tell)
        fault = fault_of(path)
        if not fault:
            taken = keeper.take(path)
            keep = None if asked.keep is None else tuple(sorted(asked.keep))
            now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
            log.add(Logged(asked.version, file.name, file.size, file.md5, keep, taken.key, now))
            forget(path)
            run.fetched.append(file)
            run.events += taken.events
            run.in_a_row = 0
            return
        forget(path)
        code, why = "R958", fault
    except Missing:
        run.missing.append(file.name)
        return
    except InputError as error:
        forget(path)
        code, why = "R958", f"the store could not read it: {error}"
    except TooLong as error:
        code, why = "R956", str(error)
    except Refused as error:
        code, why = "R957", str(error)
    except Unfit as error:
        code, why = "R955", str(error)
    except Busy as error:
        code, why = "R959", str(error)
        run.stopped = f"{error}, and asks to be left alone"
    except Troubled as error:
        code, why = "R959", str(error)
    run.failed.append(Failed(name=file.name, code=code, why=_plain(code, why)))
    run.in_a_row += 1


def _plain(code: str, said: str) -> str:
    """Return words that may hold what a server says, as a terminal may show them."""
    return Problem(code, said).message


def _told(
    asked: Asked,
    root: str,
    found: Listing,
    wanted: Sequence[Listed],
    run: _Run,
    left: Sequence[Listed],
    *,
    dry: bool,
) -> Fetched:
    source: Literal["gdelt1", "gdelt2"] = "gdelt1" if asked.version == 1 else "gdelt2"
    return Fetched(
        source=source,
        address=root,
        first=asked.first,
        last=asked.last,
        keep=None if asked.keep is None else tuple(sorted(asked.keep)),
        dry=dry,
        listed=len(found.files),
        listed_bytes=_bytes(found.files),
        fetched=tuple(each.name for each in run.fetched),
        fetched_bytes=_bytes(run.fetched),
        events=run.events,
        held=len(found.files) - len(wanted),
        missing=tuple(run.missing),
        absent=found.absent,
        failed=tuple(run.failed),
        left=len(left),
        left_bytes=_bytes(left),
        unread=found.unread,
        newest=found.newest,
        stopped=run.stopped,
    )


def _bytes(files: Sequence[Listed]) -> int:
    return sum(each.size or 0 for each in files)
