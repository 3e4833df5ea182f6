"""``detente window``: whether an agreement stays possible, how long, and what closes the window."""

from __future__ import annotations

import click

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.change import ChangeError
from detente.cli.lacking import found
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.cli.situation import day_of, situation_options, states_of
from detente.cli.target import target
from detente.files.judged import open_judged
from detente.report.window_text import print_window
from detente.study.window import LONGEST, window


@click.command("window")
@click.argument("case", metavar="CASE")
@click.option(
    "--until",
    metavar="DATE",
    help="The last day looked at, YYYY-MM-DD; two years after the first without it.",
)
@click.option(
    "--require",
    multiple=True,
    metavar="ISSUE=OPTION",
    help="Ask as well about an agreement that holds this option; may be given for several issues.",
)
@click.option(
    "--gain",
    multiple=True,
    metavar="PARTY=NUMBER",
    help="Ask as well about one that brings this party so many points; may be given for several.",
)
@situation_options
@answer_options
def command(
    case: str,
    until: str | None,
    require: tuple[str, ...],
    gain: tuple[str, ...],
    as_of: str | None,
    scenario: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print how long an agreement stays possible in CASE, and what closes the window first.

    With --as-of it is looked at from that day on, with --scenario from those states on.
    """
    opened = open_judged(case)
    first = day_of(as_of, "--as-of") if as_of else opened.case.as_of
    last = day_of(until, "--until") if until else None
    if last is not None and not 0 < (last - first).days <= LONGEST:
        hint = f"name a day after {first}, within {LONGEST // 365} years"
        raise InputError([Problem("U608", f"the window cannot end on {last}", hint=hint)])
    held = states_of(opened.case, scenario) if scenario else {}
    asked = target(opened.case, require, gain) if require or gain else None
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("how long the window is open", 0, 1)
        try:
            answered = window(
                opened.case, last, opened.input_hash, since=first, held=held, target=asked
            )
        except ChangeError as error:
            path = ".".join(error.path)
            raise InputError([Problem("C411", f"{path}: {error.message}", case)]) from error
        result = found(answered, opened.case, "shocks, dated entries or bars to come", "shocks")
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_window(console(), opened.case, result)
