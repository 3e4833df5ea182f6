"""``detente drift``: how the answer moves over time, and what waiting costs."""

from __future__ import annotations

import click

from detente.cli.lacking import found
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.files.judged import open_judged
from detente.report.drift_text import print_drift
from detente.study.drift import drift


@click.command("drift")
@click.argument("case", metavar="CASE")
@answer_options
def command(case: str, form: str, quiet: bool, verbose: bool) -> None:
    """Print the answer at every date at which something changes in CASE, and the cost of delay."""
    opened = open_judged(case)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("how the answer drifts", 0, 1)
        result = found(drift(opened.case, opened.input_hash), opened.case, "dated entries", "dated")
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_drift(console(), opened.case, result)
