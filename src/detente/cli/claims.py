"""``detente claims``: what a text claims, and which result each claim moves."""

from __future__ import annotations

import click

from detente.cli.lacking import found
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.files.judged import open_judged
from detente.report.claims_text import print_claims
from detente.study.claims import claims


@click.command("claims")
@click.argument("case", metavar="CASE")
@answer_options
def command(case: str, form: str, quiet: bool, verbose: bool) -> None:
    """Print each claim of CASE with what carries it and the result it moves, and the reverse."""
    opened = open_judged(case)
    with progress(quiet=quiet, verbose=verbose) as tell:
        answered = claims(
            opened.case,
            opened.events,
            opened.input_hash,
            lambda done, total: tell("trying claims", done, total),
        )
        result = found(answered, opened.case, "claims", "claims")
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_claims(console(), opened.case, result)
