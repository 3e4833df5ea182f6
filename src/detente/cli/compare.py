"""``detente compare``: two cases, versions or judgement sets side by side."""

from __future__ import annotations

import click

from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.files.judged import open_judged
from detente.report.compare_text import print_compare
from detente.study.compare import compare


@click.command("compare")
@click.argument("first", metavar="CASE")
@click.argument("second", metavar="CASE")
@answer_options
def command(first: str, second: str, form: str, quiet: bool, verbose: bool) -> None:
    """Say what differs between two cases, and what moved the answer.

    CASE@SET is a case by one of its judgement sets, so that a set can be compared with the file.
    """
    one, other = open_judged(first), open_judged(second)
    with progress(quiet=quiet, verbose=verbose) as tell:
        result = compare(
            one.case,
            other.case,
            one.input_hash + other.input_hash,
            lambda done, total: tell("trying differences", done, total),
        )
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_compare(console(), (first, second), one.case, result)
