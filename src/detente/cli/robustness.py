"""``detente robustness``: how often packages and offers hold when judgements are drawn."""

from __future__ import annotations

import click

from detente.cli.options import (
    MOST,
    answer_options,
    console,
    draws_option,
    print_json,
    seed_option,
)
from detente.cli.progress import progress
from detente.cli.situation import situated, situation_options
from detente.files.judged import open_judged
from detente.negotiation.payoff import compile_case
from detente.report.robustness_text import print_robustness
from detente.solve.law import Shape
from detente.study.obstacles import find_obstacles
from detente.study.robustness import DRAWS, SOLVES, robustness


@click.command("robustness")
@click.argument("case", metavar="CASE")
@draws_option(DRAWS)
@seed_option
@click.option(
    "--law",
    "shape",
    type=click.Choice(["pert", "triangular"]),
    default="pert",
    show_default=True,
    help="How a number lies between its low and its high: PERT keeps nearer to its mode.",
)
@click.option(
    "--solves",
    type=click.IntRange(min=0, max=MOST),
    default=SOLVES,
    show_default=True,
    help="How many of the draws, the first ones, are answered anew.",
)
@click.option(
    "--with-scenarios",
    "ahead",
    is_flag=True,
    help="Answer these again, each in a scenario drawn by its probability.",
)
@situation_options
@answer_options
def command(
    case: str,
    draws: int,
    seed: int,
    shape: Shape,
    solves: int,
    ahead: bool,
    as_of: str | None,
    scenario: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print how often packages and offers of CASE hold when every judgement is drawn."""
    opened, _ = situated(open_judged(case), as_of, scenario)
    with progress(quiet=quiet, verbose=verbose) as tell:
        payoffs = compile_case(opened.case)
        tell("what stands in the way", 0, 1)
        result = robustness(
            payoffs,
            opened.input_hash,
            draws=draws,
            seed=seed,
            shape=shape,
            solves=solves,
            scenarios=ahead,
            barred=find_obstacles(payoffs) if solves else None,
            progress=tell,
        )
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_robustness(console(), opened.case, result)
