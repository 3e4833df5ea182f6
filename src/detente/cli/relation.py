"""``detente relation``: what the record says of a dyad."""

from __future__ import annotations

from pathlib import Path

import click

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.cli.at_hand import (
    NO_SPAN,
    NO_STATES,
    Arguments,
    events_at_hand,
    keys_hash,
    record_options,
    sources,
    span_of,
    state_of,
    states_of,
    yearly_at_hand,
)
from detente.cli.options import answer_options, seed_option
from detente.cli.page import out_option, tell_answer
from detente.cli.progress import progress
from detente.record.dyad import Direction, Dyad
from detente.record.period import BYS, By
from detente.report.figures.recorded import recorded as drawing
from detente.report.tables.recorded import recorded_sheets
from detente.store.store import Store
from detente.store.where import where
from detente.study.recorded import only_yearly, recorded
from detente.study.yearly import yearly_facts


@click.command("relation")
@click.argument("a", metavar="A")
@click.argument("others", metavar="B...", nargs=-1)
@click.option(
    "--by",
    type=click.Choice(BYS),
    default="month",
    show_default=True,
    help="How long a period is; a week begins on Monday.",
)
@click.option(
    "--direction",
    type=click.Choice(["both", "from", "to"]),
    default="both",
    show_default=True,
    help="Acts of both sides, of A alone, or of B alone.",
)
@seed_option
@record_options
@out_option
@answer_options
def command(
    a: str,
    others: tuple[str, ...],
    by: By,
    direction: Direction,
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
    """Print how A and B deal with each other: volume, tone, turns, topics, by period.

    A and B are states, as JPN RUS. Several of B are taken together; without any, all states are.
    """
    given = Arguments()
    one, several = given.read("", state_of, a), given.read(NO_STATES, states_of, others)
    first, last = given.read(NO_SPAN, span_of, since, until)
    given.done()
    if one in several:
        raise InputError([Problem("R964", f"{one} stands on both sides", hint="as JPN RUS")])
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("opening the record", 0, 1)
        dyad = Dyad(one, several, direction)
        store = Store(where(folder))
        tables = () if backend is not None else yearly_at_hand(store)
        facts = yearly_facts(tables, one, several, last)
        tell("measuring", 0, 1)
        if backend is None and source is None and facts and not sources(store):
            keys = (entry.key for entry in store.entries())
            result = only_yearly(dyad, by, facts, keys_hash(keys))
        else:
            events = events_at_hand(folder, backend, source)
            result = recorded(events, dyad, by, since=first, until=last, yearly=facts, seed=seed)
        sheets = list(recorded_sheets(result))
        drawn = any(period.quads is not None for period in result.periods)
        tell_answer(
            "relation",
            "Relation",
            result,
            sheets,
            lambda: [drawing(result)] if drawn else [],
            out,
            form,
            quiet=quiet,
        )
