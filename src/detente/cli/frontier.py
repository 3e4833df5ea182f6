"""``detente frontier``: the efficient packages and the bargaining solutions."""

from __future__ import annotations

import click

from detente.base.errors import NotProved
from detente.cli.options import answer_options, console, print_json, seconds_option
from detente.cli.progress import progress
from detente.cli.situation import situated, situation_options
from detente.files.judged import open_judged
from detente.negotiation.payoff import compile_case
from detente.report.frontier_text import print_frontier
from detente.study.frontier import UNPROVED, frontier


@click.command("frontier")
@click.argument("case", metavar="CASE")
@seconds_option(gap=", with the gap")
@situation_options
@answer_options
def command(
    case: str,
    seconds: float | None,
    as_of: str | None,
    scenario: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print the efficient packages of CASE, within its zone of agreement and without."""
    opened, _ = situated(open_judged(case), as_of, scenario)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("what could be agreed", 0, 1)
        result = frontier(compile_case(opened.case), opened.input_hash, seconds, tell)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_frontier(console(), opened.case, result)
    if not result.proved:
        raise NotProved(UNPROVED)
