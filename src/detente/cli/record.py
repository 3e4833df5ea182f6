"""``detente record``: files added to the record, and what it keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from detente.base.day import to_day
from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.cli.record_fetch import command as fetch
from detente.report.record_text import print_added, print_status
from detente.store.readers import READERS
from detente.store.readers.mapped import MappedReader
from detente.store.readers.mapping import read_map, read_pairs
from detente.store.readers.reader import Reader
from detente.store.several import add_files, gathered
from detente.store.status import status
from detente.store.store import Store
from detente.store.verify import damages
from detente.store.where import where

SOURCE = re.compile(r"[a-z][a-z0-9_]{0,39}")
"""What a table of one's own may be called."""


@click.group("record")
def command() -> None:
    """Add files to the record, and print what it keeps: events and yearly facts.

    The record is a folder: --store, else what DETENTE_STORE names, else one of the platform's own.
    """


@command.command("add")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--source", metavar="NAME", help="Whose files; without it, told by the first lines.")
@click.option(
    "--map",
    "mapping",
    metavar="MAPPING",
    help="For a table of your own: a TOML file, or pairs as date=Day,actor=From,target=To. It is "
    "kept under the name that --source gives, csv without it.",
)
@click.option("--store", "folder", metavar="PATH", help="The record's folder.")
@click.option("--covers", metavar="FROM..TO", help="The days that each file covers, as declared.")
@answer_options
def add(
    paths: tuple[Path, ...],
    source: str | None,
    mapping: str | None,
    folder: str | None,
    covers: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Add files, or the files of folders, to the record.

    A file is plain, gzip, or a zip of one file. The same content twice changes nothing. A row that
    cannot be read is set aside with its reason; a file that cannot be read is told, and the others
    are added.
    """
    span = None if covers is None else _span(covers)
    files = gathered(paths)
    readers: Mapping[str, Reader] = READERS
    if mapping is not None:
        source = source or "csv"
        readers = {source: _mapped(mapping, source)}
    with progress(quiet=quiet, verbose=verbose) as tell:
        result, problems = add_files(Store(where(folder)), files, readers, source, span, tell)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    elif result.files:
        print_added(console(), result)
    if problems:
        raise InputError(problems)


@command.command("status")
@click.option("--store", "folder", metavar="PATH", help="The record's folder.")
@click.option(
    "--verify", is_flag=True, help="Read every file, and compare it with what was written."
)
@answer_options
def status_command(folder: str | None, verify: bool, form: str, quiet: bool, verbose: bool) -> None:
    """Print what is kept of each source: files, events, rows set aside and repeated, days."""
    store = Store(where(folder))
    with progress(quiet=quiet, verbose=verbose) as tell:
        if verify:
            found = damages(store.manifest, tell)
            if found:
                raise InputError(found)
        tell("counting what is kept", 0, 1)
        result = status(store, verified=True if verify else None)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_status(console(), result)


def _mapped(said: str, source: str) -> MappedReader:
    """Return the reader of a table by a mapping: a TOML file, or pairs."""
    if source in READERS or not SOURCE.fullmatch(source):
        hint = "small letters, digits and underscores, and no name of another source"
        raise InputError([Problem("R925", f"'{source}' cannot name a table", hint=hint)])
    path = Path(said)
    if "=" in said and not path.is_file():
        return MappedReader(read_pairs(said), source)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        hint = "name a TOML file, or write pairs"
        raise InputError(
            [Problem("R921", "the mapping cannot be read", said, hint=hint)]
        ) from error
    return MappedReader(read_map(text, said), source)


def _span(said: str) -> tuple[date, date]:
    """Return the two days of ``FROM..TO``."""
    hint = "write it as 2018-10-04..2018-12-31"
    first, dots, last = said.partition("..")
    try:
        days: tuple[date, date] = (to_day(first.strip()), to_day(last.strip()))
    except ValueError as error:
        raise InputError([Problem("R911", f"--covers '{said}': {error}", hint=hint)]) from error
    if not dots or days[0] > days[1]:
        raise InputError([Problem("R911", f"--covers '{said}' is no span of days", hint=hint)])
    return days


command.add_command(fetch)
