"""``detente scenarios``: the answer over all states of the outside world."""

from __future__ import annotations

import click

from detente.cli.lacking import found
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.files.judged import open_judged
from detente.report.scenarios_text import print_scenarios
from detente.study.scenarios import scenarios


@click.command("scenarios")
@click.argument("case", metavar="CASE")
@answer_options
def command(case: str, form: str, quiet: bool, verbose: bool) -> None:
    """Print the answer of CASE in each scenario, and what to agree before it is known."""
    opened = open_judged(case)
    with progress(quiet=quiet, verbose=verbose) as tell:
        answered = scenarios(
            opened.case, opened.input_hash, lambda done, total: tell("scenarios", done, total)
        )
        result = found(answered, opened.case, "shocks", "shocks")
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_scenarios(console(), opened.case, result)
