"""``detente offers``: what one principal can offer another."""

from __future__ import annotations

import click

from detente.case.case import Case
from detente.cli.options import answer_options, console, print_json
from detente.cli.progress import progress
from detente.cli.situation import situated, situation_options
from detente.files.judged import open_judged
from detente.negotiation.payoff import compile_case
from detente.report.offers_text import print_offers
from detente.study.agreement import nash_package
from detente.study.offers import check_pair, offers


@click.command("offers")
@click.argument("case", metavar="CASE")
@click.option("--from", "giver", metavar="A", help="The principal that offers, by id or name.")
@click.option("--to", "taker", metavar="B", help="The principal it offers to, by id or name.")
@situation_options
@answer_options
def command(
    case: str,
    giver: str | None,
    taker: str | None,
    as_of: str | None,
    scenario: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print what A can offer B in CASE: each option's worth and price, and the most there is.

    Without --from and --to, both directions between the two principals of CASE.
    """
    if (giver is None) != (taker is None):
        raise click.UsageError("Give both --from and --to, or neither.")
    if giver is None and form == "json":
        raise click.UsageError("One JSON document answers one direction: give --from and --to.")
    opened, _ = situated(open_judged(case), as_of, scenario)
    pairs = _pairs(opened.case, giver, taker)
    for pair in pairs:
        check_pair(opened.case, *pair)
    payoffs = compile_case(opened.case)
    with progress(quiet=quiet, verbose=verbose) as tell:
        tell("what could be agreed", 0, 1)
        nash = nash_package(payoffs)
        results = []
        for a, b in pairs:
            tell(f"what {a} can offer {b}", 0, 1)
            results.append(offers(payoffs, a, b, nash, opened.input_hash))
    for result in results:
        if form == "json":
            print_json(result.model_dump_json(indent=2))
        else:
            print_offers(console(), opened.case, result)


def _pairs(case: Case, giver: str | None, taker: str | None) -> list[tuple[str, str]]:
    """Return the directions that are asked for."""
    if giver is not None and taker is not None:
        return [(principal(case, giver), principal(case, taker))]
    first, second, *more = case.principals
    if more:
        raise click.UsageError(f"Give --from and --to, two of {', '.join(case.principals)}.")
    return [(first, second), (second, first)]


def principal(case: Case, said: str) -> str:
    """Return the id of the principal that an id or a name stands for, in any case of letters.

    What stands for none, or for several, is returned as it is.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> principal(two_issue_case(), "the BUYER")
    'B'
    """
    if said in case.principals:
        return said
    wanted = said.casefold()
    found = [
        party_id
        for party_id, party in case.principals.items()
        if wanted in (party_id.casefold(), party.name.casefold())
    ]
    return found[0] if len(found) == 1 else said
