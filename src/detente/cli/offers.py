"""``detente offers``: what one principal can offer another."""

from __future__ import annotations

import click

from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.report.offers_text import print_offers
from detente.study.agreement import nash_package
from detente.study.offers import check_pair, offers


@click.command("offers")
@click.argument("case", metavar="CASE")
@click.option("--from", "giver", required=True, metavar="A", help="The principal that offers.")
@click.option("--to", "taker", required=True, metavar="B", help="The principal it offers to.")
@answer_options
def command(case: str, giver: str, taker: str, form: str, quiet: bool, verbose: bool) -> None:
    """Print what A can offer B in CASE: each option's worth and price, and the most there is."""
    opened = open_case(case)
    payoffs = compile_case(opened.case)
    check_pair(opened.case, giver, taker)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("what could be agreed", 0, 1)
        nash = nash_package(payoffs)
        tell(f"what {giver} can offer {taker}", 0, 1)
        result = offers(payoffs, giver, taker, nash, opened.input_hash)
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_offers(console(), opened.case, result)
