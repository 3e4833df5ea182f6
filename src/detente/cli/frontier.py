"""``detente frontier``: the efficient packages and the bargaining solutions."""

from __future__ import annotations

import click

from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.report.frontier_text import print_frontier
from detente.study.frontier import frontier


@click.command("frontier")
@click.argument("case", metavar="CASE")
@answer_options
def command(case: str, form: str, quiet: bool, verbose: bool) -> None:
    """Print the efficient packages of CASE, within its zone of agreement and without."""
    opened = open_case(case)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("what could be agreed", 0, 1)
        result = frontier(compile_case(opened.case), opened.input_hash)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_frontier(console(), opened.case, result)
