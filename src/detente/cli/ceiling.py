"""``detente ceiling``: whether one dyad cannot rise above what another leaves room for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.cli.at_hand import (
    NO_PAIR,
    NO_SPAN,
    NO_STATES,
    Arguments,
    Pair,
    events_at_hand,
    keys_hash,
    pair_of,
    record_options,
    span_of,
    states_of,
    yearly_at_hand,
)
from detente.cli.options import answer_options, seed_option
from detente.cli.page import out_option, tell_answer
from detente.cli.progress import progress
from detente.record.period import BYS, By
from detente.report.figures.ceiling import ceiling as drawing
from detente.report.tables.ceiling import ceiling_sheets
from detente.store.store import Store
from detente.store.where import where
from detente.study.ceiling import CeilingResult, ceiling_of_events, ceiling_of_votes, shared_state
from detente.study.placebos import busiest, nearest

VOTES = "ideal_points"


@click.command("ceiling")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option(
    "--given",
    metavar="A,C",
    required=True,
    help="The dyad that may be the ceiling; it shares one state with A and B.",
)
@click.option(
    "--on",
    type=click.Choice(["tone", "volume", VOTES]),
    help="Mean intensity or volume of events, or the closeness of votes in the UN General "
    "Assembly; tone where events are kept, else votes.",
)
@click.option(
    "--by", type=click.Choice(BYS), default="week", show_default=True, help="Periods of events."
)
@click.option(
    "--placebo",
    "placebos",
    metavar="STATE,...",
    multiple=True,
    help="States whose dyads with the shared state are nobody's ceiling. Without it: for events "
    "the four that deal most with the shared state, for votes the three that vote most like the "
    "one of A and B that is not shared.",
)
@seed_option
@record_options
@out_option
@answer_options
def command(
    a: str,
    b: str,
    given: str,
    on: str | None,
    by: By,
    placebos: tuple[str, ...],
    seed: int,
    folder: str | None,
    backend: str | None,
    source: str | None,
    since: str | None,
    until: str | None,
    out: Path | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print whether the relation of A and B cannot rise above what another dyad leaves room for.

    It binds only if the upper tail follows the given dyad more than the lower one does, net of what
    moves all dyads of the shared state, and more than it follows any placebo.
    """
    said = Arguments()
    dyad, other = said.read(NO_PAIR, pair_of, f"{a},{b}"), said.read(NO_PAIR, pair_of, given)
    span = said.read(NO_SPAN, span_of, since, until)
    named = said.read(NO_STATES, states_of, placebos)
    said.done()
    _refuse(dyad, other, named)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("opening the record", 0, 1)
        store = Store(where(folder))
        votes = on == VOTES or (on is None and backend is None and _votes_alone(store))
        if votes:
            result = _of_votes(store, dyad, other, named, span, seed)
        else:
            events = events_at_hand(folder, backend, source)
            tell("measuring", 0, 1)
            known = events if span[1] is None else events.before(span[1])
            chosen = named or busiest(known, dyad, other)
            result = ceiling_of_events(
                events,
                dyad,
                other,
                chosen,
                by,
                "volume" if on == "volume" else "tone",
                since=span[0],
                until=span[1],
                seed=seed,
            )
        tell_answer(
            "ceiling",
            "Ceiling",
            result,
            list(ceiling_sheets(result)),
            lambda: [drawing(result)] if result.series else [],
            out,
            form,
            quiet=quiet,
        )


def _refuse(dyad: Pair, other: Pair, named: tuple[str, ...]) -> None:
    """Refuse dyads that do not share one state, and placebos that are of the dyads."""
    problems = []
    try:
        shared_state(dyad, other)
    except ValueError as error:
        hint = "the given dyad has one state of A and B, and another"
        problems.append(Problem("R964", str(error), hint=hint))
    problems += [
        Problem("R964", f"{state} is of the dyads themselves, and no placebo", hint="name another")
        for state in named
        if state in {*dyad, *other}
    ]
    if problems:
        raise InputError(problems)


def _votes_alone(store: Store) -> bool:
    entries = store.entries()
    return any(e.source == VOTES for e in entries) and all(e.table == "yearly" for e in entries)


def _of_votes(
    store: Store,
    dyad: Pair,
    other: Pair,
    named: tuple[str, ...],
    span: tuple[date | None, date | None],
    seed: int,
) -> CeilingResult:
    found = [table for table in yearly_at_hand(store) if table.source == VOTES]
    if not found:
        hint = "add the table of ideal points with `detente record add`"
        raise InputError(
            [Problem("R960", "no ideal points are kept", str(store.folder), hint=hint)]
        )
    since, until = span
    return ceiling_of_votes(
        found[0],
        dyad,
        other,
        named or nearest(found[0], dyad, other, since, until),
        since=since,
        until=until,
        seed=seed,
        input_hash=keys_hash(e.key for e in store.entries() if e.source == VOTES),
    )
