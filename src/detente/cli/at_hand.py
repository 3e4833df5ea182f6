"""The record at hand for a command: which folder or backend, which source, states and days."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from detente.base.day import to_day
from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.base.state import STATES, find, name
from detente.store.connect import open_events, store_of
from detente.store.entry import Entry
from detente.store.readers import READERS
from detente.store.store import Store
from detente.store.where import where
from detente.study.at_hand import AtHand, Portion
from detente.study.yearly import YearlyAtHand

Command = TypeVar("Command", bound=Callable[..., Any])
Read = TypeVar("Read")
Pair = tuple[str, str]

NO_PAIR: Pair = ("", "")
NO_STATES: tuple[str, ...] = ()
NO_SPAN: tuple[date | None, date | None] = (None, None)
"""What stands for a part of a command that could not be read."""

CODE = 3
"""Letters of a state's code."""

YEARLY = ("ideal_points", "alliances", "sanctions")
"""Sources of yearly facts, in the order in which they are told."""


def record_options(command: Command) -> Command:
    """Add ``--store``, ``--backend``, ``--source``, ``--from`` and ``--to``."""
    command = click.option("--to", "until", metavar="DATE", help="Last day that is looked at.")(
        command
    )
    command = click.option("--from", "since", metavar="DATE", help="First day that is looked at.")(
        command
    )
    command = click.option(
        "--source", metavar="NAME", help="Whose events; needed where several sources are kept."
    )(command)
    command = click.option(
        "--backend",
        metavar="URL",
        help="Read events from another engine instead, as pyspark://?store=FOLDER or "
        "bigquery://PROJECT/DATASET?table=NAME; needs --source.",
    )(command)
    return click.option("--store", "folder", metavar="PATH", help="The record's folder.")(command)


def events_at_hand(folder: str | None, backend: str | None, source: str | None) -> AtHand:
    """Return the events that a command measures.

    Raises
    ------
    InputError
        When nothing is kept (R960), several sources are and none is named (R961), or the named one
        is not kept (R962).
    """
    if backend is not None:
        if source is None:
            raise InputError([Problem("R961", "--backend needs --source", hint="name the source")])
        return from_backend(backend, source)
    store = Store(where(folder))
    kept = sources(store)
    if not kept:
        hint = "add files with `detente record add PATH`"
        raise InputError([Problem("R960", "no events are kept", str(store.folder), hint=hint)])
    if source is None and len(kept) > 1:
        said = f"events of {', '.join(kept)} are kept"
        raise InputError([Problem("R961", said, hint="name one with --source")])
    if source is not None and source not in kept:
        said = f"no events of {source} are kept"
        raise InputError([Problem("R962", said, hint=f"there are events of {', '.join(kept)}")])
    return from_store(store, source or kept[0])


def sources(store: Store) -> tuple[str, ...]:
    """Return the sources of which events are kept, in the order of their names."""
    return tuple(sorted({e.source for e in store.entries() if e.table == "events"}))


def from_store(store: Store, source: str) -> AtHand:
    """Return the events of a source of a store."""
    entries = [entry for entry in store.entries() if entry.source == source]
    return AtHand(
        source=source,
        table=store.events(source),
        answer=store.answer,
        portions=portions(entries),
        names={entry.file: entry.name for entry in entries},
        input_hash=keys_hash(entry.key for entry in entries),
        hand_selected=source in READERS and READERS[source].hand_selected,
    )


def portions(entries: Iterable[Entry]) -> tuple[Portion, ...]:
    """Return what is kept of each file of a source.

    A file that declares what it covers adds no day by its volume.
    """
    return tuple(
        Portion(
            None if entry.keep is None else frozenset(entry.keep),
            entry.days if entry.covers is None else {},
            () if entry.covers is None else (entry.covers,),
            entry.sha256,
        )
        for entry in entries
    )


def keys_hash(keys: Iterable[str]) -> str:
    """Return the SHA-256 of the keys of files, in their order."""
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()


def from_backend(url: str, source: str) -> AtHand:
    """Return the events of a source from another engine.

    What a store's files cover its manifest tells; of another table only its volume does.
    """
    table = open_events(url, source)
    folder = store_of(url)
    if folder is not None:
        kept = from_store(Store(folder), source)
        return replace(
            kept,
            table=table,
            answer=lambda expression: expression.to_pyarrow(),
            engine=urlsplit(url).scheme,
        )
    counted = table.group_by("date").aggregate(rows=table.count()).to_pyarrow()
    days = counted["date"].to_pylist()
    daily = dict(zip(days, counted["rows"].to_pylist(), strict=True))
    return AtHand(
        source=source,
        table=table,
        answer=lambda expression: expression.to_pyarrow(),
        portions=(Portion(None, daily),),
        engine=urlsplit(url).scheme,
    )


def yearly_at_hand(store: Store) -> tuple[YearlyAtHand, ...]:
    """Return the yearly facts that a store keeps."""
    kept = {entry.source for entry in store.entries() if entry.table == "yearly"}
    return tuple(
        YearlyAtHand(source, store.yearly(source), store.answer)
        for source in (*YEARLY, *sorted(kept - {*YEARLY}))
        if source in kept
    )


class Arguments:
    """What a command is given, read part by part, so that all problems are told at once.

    Examples
    --------
    >>> given = Arguments()
    >>> given.read("", state_of, "JPN"), given.read("", state_of, "JPX"), len(given.problems)
    ('JPN', '', 1)
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, without: Read, how: Callable[..., Read], *said: Any) -> Read:
        """Return what a part says; where it has problems keep them, and return ``without``."""
        try:
            return how(*said)
        except InputError as error:
            self.problems += [one for one in error.problems if one not in self.problems]
            return without

    def done(self) -> None:
        """Refuse, with all problems, where there are any."""
        if self.problems:
            raise InputError(self.problems)


def state_of(said: str) -> str:
    """Return the state that a word names: its ISO 3166 alpha-3 code, or a name of it.

    Raises
    ------
    InputError
        When it names none (R963).

    Examples
    --------
    >>> state_of("jpn"), state_of("Russia")
    ('JPN', 'RUS')
    """
    code = said.strip().upper()
    if code in STATES:
        return code
    named = find("name", said)
    if named is not None:
        return named
    near = _near(code)
    hint = f"did you mean {' or '.join(near)}?" if near else "write its code, as JPN"
    raise InputError([Problem("R963", f"'{said}' is no state", hint=hint)])


def _near(code: str) -> list[str]:
    """Return up to three states whose code, or name, is near; first those that begin alike."""
    if len(code) > CODE:
        names = {name(state).upper(): state for state in STATES}
        return [names[found] for found in difflib.get_close_matches(code, [*names], 3)]
    found = difflib.get_close_matches(code, [*STATES], 12)
    return sorted(found, key=lambda state: -_alike(state, code))[:3]


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return next((n for n, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), 3)


def pair_of(said: str) -> Pair:
    """Return the two states of ``A,B``.

    Raises
    ------
    InputError
        When these are not two different states (R963, R964).
    """
    given = Arguments()
    states = [given.read("", state_of, part) for part in said.split(",") if part.strip()]
    given.done()
    if len(states) != 2 or states[0] == states[1]:
        raise InputError([Problem("R964", f"'{said}' is no pair of states", hint="as USA,RUS")])
    return states[0], states[1]


def states_of(said: Sequence[str]) -> tuple[str, ...]:
    """Return the states of words with commas between them, each once.

    Raises
    ------
    InputError
        With every word that names none (R963).
    """
    given = Arguments()
    parts = [part for text in said for part in text.split(",") if part.strip()]
    named = [given.read("", state_of, part) for part in parts]
    given.done()
    return tuple(dict.fromkeys(named))


def span_of(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the days of ``--from`` and ``--to``.

    Raises
    ------
    InputError
        When one is no day, or the span ends before it begins (R965).
    """
    problems: list[Problem] = []
    days: list[date | None] = []
    for option, said in (("--from", since), ("--to", until)):
        try:
            days.append(None if said is None else to_day(said))
        except ValueError as error:
            problems.append(Problem("R965", f"{option} '{said}': {error}"))
            days.append(None)
    first, last = days
    if first is not None and last is not None and last < first:
        problems.append(Problem("R965", f"{last} is before {first}"))
    if problems:
        raise InputError(problems)
    return first, last
