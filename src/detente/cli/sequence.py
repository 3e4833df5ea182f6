"""``detente sequence``: the dated steps that lead to a package."""

from __future__ import annotations

import click

from detente.base.day import to_day
from detente.base.errors import InputError, NotProved
from detente.base.problem import Problem
from detente.case.case import Case
from detente.cli.lacking import found
from detente.cli.options import answer_options, console, notes, print_json, seconds_option
from detente.cli.progress import progress
from detente.cli.situation import situated, situation_options
from detente.cli.target import target
from detente.files.judged import open_judged
from detente.negotiation.payoff import compile_case, no_agreement
from detente.negotiation.steps import date_at, months_until
from detente.report.sequence_text import print_sequence
from detente.study.sequence import LONGEST, MONTHS, TOWARD, UNPROVED, sequence
from detente.study.sequence_result import SequenceResult


@click.command("sequence")
@click.argument("case", metavar="CASE")
@click.option(
    "--until",
    metavar="DATE",
    help=f"The last day of the plan, YYYY-MM-DD, in whole months from the case's own; {MONTHS} "
    "months without it.",
)
@click.option(
    "--toward",
    type=click.Choice(["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]),
    default=TOWARD,
    show_default=True,
    help="The solution whose package the steps should lead to.",
)
@click.option(
    "--package",
    multiple=True,
    metavar="ISSUE=OPTION",
    help="Lead to this option instead, all issues not named staying as they are; may be given for "
    "several issues.",
)
@click.option("--without-leaders", is_flag=True, help="Only steps that need no leaders' decision.")
@seconds_option(" for each plan")
@situation_options
@answer_options
def command(
    case: str,
    until: str | None,
    toward: str,
    package: tuple[str, ...],
    without_leaders: bool,
    seconds: float | None,
    as_of: str | None,
    scenario: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print which steps lead to a package of CASE, when, and what each side has by each date."""
    opened, _ = situated(open_judged(case), as_of, scenario)
    months = _months(opened.case, until)
    named = target(opened.case, package, (), option="--package").require
    if opened.case.no_agreement == "outside":
        said = "no agreement of this case is outside: there is nothing to start from"
        raise InputError([Problem("U603", said)])
    whole = {**no_agreement(opened.case), **named} if named else None
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("what first", 0, 1)
        result = found(
            sequence(
                compile_case(opened.case),
                opened.input_hash,
                package=whole,
                toward=toward,
                months=months,
                leaders=not without_leaders,
                seconds=seconds,
            ),
            opened.case,
            "steps, or no package that all accept",
            "steps",
        )
    _tell_end(until, result, quiet=quiet)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_sequence(console(), opened.case, result)
    if not result.provenance.proved:
        raise NotProved(UNPROVED)


def _tell_end(until: str | None, result: SequenceResult, *, quiet: bool) -> None:
    """Say on which day a plan ends that whole months do not bring to the day asked for."""
    if until is not None and result.until != until and not quiet:
        said = f"a plan has whole months: this one ends on {result.until}, not on {until}"
        notes().print(said, soft_wrap=True)


def _months(case: Case, until: str | None) -> int:
    """Return how many months a plan has.

    Raises
    ------
    InputError
        When the date is none (C106), or not a month to ten years after the case's own (U608).
    """
    if until is None:
        return MONTHS
    try:
        day = to_day(until)
    except ValueError as error:
        problem = Problem("C106", str(error), hint="write --until YYYY-MM-DD")
        raise InputError([problem]) from error
    months = months_until(case, day)
    if not 1 <= months <= LONGEST:
        first, last = (date_at(case, count).isoformat() for count in (1, LONGEST))
        said = f"'{until}' is not from {first} to {last}"
        raise InputError([Problem("U608", said, hint=f"a plan has 1 to {LONGEST} months")])
    return months
