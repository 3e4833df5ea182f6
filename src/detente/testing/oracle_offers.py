"""What one principal can offer another, by the definitions, from a table of every package.

Measured from a status quo: the options a principal controls alone are moved, the rest staying
as they are. The canonical package among several is the smallest tuple of option ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from detente.solve.exhaustive import arg_max, products
from detente.testing.oracle_table import Package, Row, Table


@dataclass(frozen=True)
class Offer:
    """An option that one principal controls alone, seen by another.

    Attributes
    ----------
    issue, option
        What is offered, the rest staying at no agreement.
    worth, own
        Gain of the other principal, and of the giver, from it alone.
    compensation
        What the giver loses by it alone; never below 0.
    stands_alone
        Whether it is feasible alone.
    price
        The smallest loss to the other over the returns that leave the giver no loss; ``None``
        where no return does.
    returns
        All returns of that price, the offer's issue at no agreement; the first is canonical.
    """

    issue: str
    option: str
    worth: Fraction
    own: Fraction
    compensation: Fraction
    stands_alone: bool
    price: Fraction | None
    returns: tuple[Package, ...]


@dataclass(frozen=True)
class Most:
    """The most that one principal can bring another.

    Attributes
    ----------
    gain
        The other's largest gain.
    packages
        All packages that bring it, sorted; the first is canonical.
    ratified
        Whether the other's ratifiers that the canonical package calls on accept it.
    """

    gain: Fraction
    packages: tuple[Package, ...]
    ratified: bool


def _moves(table: Table, giver: str, kept: str | None = None) -> list[tuple[str, ...]]:
    """Return, for each issue, its option of no agreement and those the giver controls alone."""
    domains = []
    for name, issue in table.case.issues.items():
        if issue.status_quo is None:
            raise ValueError("offers are measured from a status quo, and the case has none")
        own = [
            option_id
            for option_id, option in issue.options.items()
            if {*option.controller} == {giver} and option_id != issue.status_quo and name != kept
        ]
        domains.append((issue.status_quo, *own))
    return domains


def offers(table: Table, giver: str, taker: str) -> tuple[Offer, ...]:
    """Return every option the giver controls alone, in the order of the case.

    Raises
    ------
    ValueError
        When the case's no agreement is ``outside``.

    Examples
    --------
    >>> from detente.testing import tabulate, two_issue_case
    >>> [offer] = offers(tabulate(two_issue_case()), "A", "B")
    >>> offer.option, offer.worth, offer.own, offer.price
    ('early', Fraction(60, 1), Fraction(-30, 1), Fraction(16, 1))
    """
    at = {row.package: row for row in table.rows}
    held = tuple(domain[0] for domain in _moves(table, giver))
    found = []
    for place, (issue, domain) in enumerate(
        zip(table.case.issues, _moves(table, giver), strict=True)
    ):
        for option in domain[1:]:
            alone = at[(*held[:place], option, *held[place + 1 :])]
            losses: dict[Package, Fraction] = {}
            for back in products(_moves(table, taker, kept=issue)):
                both = at[(*back[:place], option, *back[place + 1 :])]
                if both.feasible and both.gains[giver] >= 0:
                    losses[back] = -at[back].gains[taker]
            price = min(losses.values(), default=None)
            found.append(
                Offer(
                    issue=issue,
                    option=option,
                    worth=alone.gains[taker],
                    own=alone.gains[giver],
                    compensation=max(Fraction(0), -alone.gains[giver]),
                    stands_alone=alone.feasible,
                    price=price,
                    returns=tuple(sorted(b for b, loss in losses.items() if loss == price)),
                )
            )
    return tuple(found)


def _most(table: Table, rows: Iterable[Row], taker: str) -> Most | None:
    best = arg_max(rows, lambda row: row.gains[taker])
    if not best:
        return None
    first = min(best, key=lambda row: row.package)
    ratified = not any(table.case.ratifiers[r].principal == taker for r in first.refusing)
    return Most(best[0].gains[taker], tuple(sorted(row.package for row in best)), ratified)


def gift(table: Table, giver: str, taker: str) -> Most | None:
    """Return the most the giver's own options bring the taker, nothing being asked in return.

    The giver's hard commitments permit the package and the giver's ratifiers that are called on
    accept it; the giver's own reserve is not asked. ``None`` where no such package is feasible.

    Raises
    ------
    ValueError
        When the case's no agreement is ``outside``.
    """
    own = {*products(_moves(table, giver))}
    ratifiers = table.case.ratifiers
    return _most(
        table,
        [
            row
            for row in table.feasible
            if row.package in own
            and giver in row.permitted
            and not any(ratifiers[r].principal == giver for r in row.refusing)
        ],
        taker,
    )


def most(table: Table, giver: str, taker: str) -> Most | None:
    """Return the taker's largest gain over the giver's win-set; ``None`` where that is empty."""
    return _most(table, [row for row in table.rows if giver in row.accepting], taker)
