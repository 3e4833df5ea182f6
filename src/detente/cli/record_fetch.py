"""``detente record fetch``: files of events from the server that publishes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import click

from detente.base.day import to_day
from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem
from detente.base.state import STATES
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.report.fetch_text import print_fetched
from detente.store.fetch.fetch import Asked, fetch
from detente.store.fetch.fetched import Taken
from detente.store.fetch.gdelt import HOME
from detente.store.fetch.manners import Manners
from detente.store.readers.gdelt import gdelt1, gdelt2
from detente.store.readers.reader import Reader
from detente.store.store import Store
from detente.store.where import where


@click.command("fetch")
@click.argument("source", type=click.Choice(["gdelt"]))
@click.option("--from", "first", metavar="DATE", required=True, help="First day of files (UTC).")
@click.option("--to", "last", metavar="DATE", required=True, help="Last day; today is fine.")
@click.option(
    "--dyad",
    "dyads",
    metavar="A,B",
    multiple=True,
    help="Keep events with one of these states as actor or target, by ISO 3166 alpha-3; may be "
    "repeated. Without it every event is kept.",
)
@click.option(
    "--version",
    type=click.Choice(["1", "2"]),
    default="2",
    show_default=True,
    help="2: a file every 15 minutes from 2015-02-18. 1: a file a day from 2013-04-01, a month "
    "from 2006, a year from 1979.",
)
@click.option(
    "--from-url",
    "address",
    metavar="BASE",
    default=HOME,
    show_default=True,
    help="Another server of the same layout.",
)
@click.option(
    "--pause",
    metavar="SECONDS",
    type=click.FloatRange(0, 3600),
    default=1.0,
    show_default=True,
    help="Between one request and the next.",
)
@click.option("--dry-run", "dry", is_flag=True, help="Say how many files and bytes, and stop.")
@click.option("--store", "folder", metavar="PATH", help="The record's folder.")
@answer_options
def command(
    source: str,  # noqa: ARG001 - there is one
    first: str,
    last: str,
    dyads: Sequence[str],
    version: str,
    address: str,
    pause: float,
    dry: bool,
    folder: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Fetch the files of GDELT of a span of days, and add each to the record.

    The days are those of the files: when the news came, which is not always when the event
    happened. What the record has is not fetched again, and a file that broke off goes on: after a
    failure, give the same command once more. Files that the server has not are told and passed
    over. The status is 4 when a file failed or the server is out of reach.
    """
    asked = _asked(first, last, dyads, 1 if version == "1" else 2, address)
    place = where(folder)
    reader = gdelt1() if asked.version == 1 else gdelt2()
    shelf = _Shelf(Store(place), reader, asked.keep)
    with progress(quiet=quiet, verbose=verbose) as tell:
        result = fetch(asked, shelf, place, Manners(pause=pause), tell, dry=dry)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_fetched(console(), result)
    return MissingResource.exit_status if result.failed or result.stopped else 0


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The store as a fetch needs it: one reader, and what is kept."""

    store: Store
    reader: Reader
    keep: frozenset[str] | None

    def keys(self) -> frozenset[str]:
        return frozenset(entry.key for entry in self.store.entries())

    def take(self, path: Path) -> Taken:
        added = self.store.add(path, self.reader, keep=self.keep)
        return Taken(added.entry.key, added.entry.rows if added.new else 0)


def _asked(
    first: str, last: str, dyads: Sequence[str], version: Literal[1, 2], address: str
) -> Asked:
    """Return what is asked for; tell all that cannot be read at once."""
    problems: list[Problem] = []
    begin, end = _day(first, "--from", problems), _day(last, "--to", problems)
    keep: set[str] = set()
    for said in dyads:
        pair = [state.strip().upper() for state in said.split(",")]
        unknown = [state for state in pair if state not in STATES]
        if len(set(pair)) != 2 or len(pair) != 2:
            hint = "write --dyad JPN,RUS; for more pairs, repeat the option"
            problems.append(Problem("R954", f"'{said}' is no pair of states", hint=hint))
        elif unknown:
            hint = "states are named by ISO 3166 alpha-3, as JPN"
            words = " and ".join(f"'{state}'" for state in unknown)
            problems.append(Problem("R954", f"{words} of '{said}' is no state", hint=hint))
        keep.update(pair)
    if problems or begin is None or end is None:
        raise InputError(problems)
    return Asked(begin, end, version, frozenset(keep) or None, address)


def _day(said: str, option: str, problems: list[Problem]) -> date | None:
    try:
        day: date = to_day(said)
    except ValueError as error:
        hint = "write it as 2024-05-01"
        problems.append(Problem("R951", f"{option} '{said}': {error}", hint=hint))
        return None
    return day
