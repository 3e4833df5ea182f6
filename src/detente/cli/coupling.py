"""``detente coupling``: which dyads move together, and which one leads."""

from __future__ import annotations

from pathlib import Path

import click

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.cli.at_hand import (
    NO_PAIR,
    NO_SPAN,
    Arguments,
    Pair,
    events_at_hand,
    pair_of,
    record_options,
    span_of,
)
from detente.cli.options import answer_options, seed_option
from detente.cli.page import out_option, tell_answer
from detente.cli.progress import progress
from detente.record.period import BYS, By
from detente.report.figures.coupling import coupling as drawing
from detente.report.tables.coupling import coupling_sheets
from detente.study.coupling import On, coupling

MOST = 60
"""Largest lag that may be asked for."""


@click.command("coupling")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option(
    "--with",
    "others",
    metavar="C,D",
    multiple=True,
    required=True,
    help="A dyad to compare with; may be repeated, and each is paid for as one more look.",
)
@click.option("--on", type=click.Choice(["tone", "volume"]), default="tone", show_default=True)
@click.option(
    "--by", type=click.Choice(BYS), default="day", show_default=True, help="Length of a period."
)
@click.option(
    "--lags",
    type=click.IntRange(min=0, max=MOST),
    default=7,
    show_default=True,
    help="Largest lag, in periods.",
)
@seed_option
@record_options
@out_option
@answer_options
def command(
    a: str,
    b: str,
    others: tuple[str, ...],
    on: On,
    by: By,
    lags: int,
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
    """Print whether other dyads move with that of A and B: together, ahead, or behind."""
    given = Arguments()
    dyad = given.read(NO_PAIR, pair_of, f"{a},{b}")
    found = [given.read(NO_PAIR, pair_of, said) for said in others]
    first, last = given.read(NO_SPAN, span_of, since, until)
    given.done()
    pairs = _pairs(dyad, found)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("opening the record", 0, 1)
        events = events_at_hand(folder, backend, source)
        tell("measuring", 0, 1)
        result = coupling(
            events, dyad, pairs, by, on, most=lags, since=first, until=last, seed=seed
        )
        tell_answer(
            "coupling",
            "Coupling",
            result,
            list(coupling_sheets(result)),
            lambda: [
                drawing(result, one, f"fig-coupling-{place}")
                for place, one in enumerate(result.coupled)
                if one.lags
            ],
            out,
            form,
            quiet=quiet,
        )


def _pairs(dyad: Pair, found: list[Pair]) -> list[Pair]:
    """Return the pairs to compare with, each once whichever state is named first."""
    if any({*pair} == {*dyad} for pair in found):
        said = f"{','.join(dyad)} is the dyad itself"
        raise InputError([Problem("R964", said, hint="name other dyads with --with")])
    return [*{frozenset(pair): pair for pair in reversed(found)}.values()][::-1]
