"""``detente obstacles``: what stands in the way of an agreement, or of a target."""

from __future__ import annotations

import click

from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.cli.target import target
from detente.files.judged import open_judged
from detente.negotiation.payoff import compile_case
from detente.report.obstacles_text import print_obstacles
from detente.study.obstacles import find_obstacles


@click.command("obstacles")
@click.argument("case", metavar="CASE")
@click.option(
    "--require",
    multiple=True,
    metavar="ISSUE=OPTION",
    help="The agreement must hold this option; may be given for several issues.",
)
@click.option(
    "--gain",
    multiple=True,
    metavar="PARTY=NUMBER",
    help="The agreement must bring this party at least so many points; may be given for several.",
)
@answer_options
def command(
    case: str,
    require: tuple[str, ...],
    gain: tuple[str, ...],
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print what each obstacle costs in CASE, what would suffice to lift, and the bottleneck."""
    opened = open_judged(case)
    asked = target(opened.case, require, gain)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("what stands in the way", 0, 1)
        result = find_obstacles(compile_case(opened.case), asked, opened.input_hash)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_obstacles(console(), opened.case, result)
