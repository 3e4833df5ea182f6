"""Offers, prices, gifts and the most with return, beside answers worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from detente.case.case import Case
from detente.testing import oracle_offers
from detente.testing.oracle_table import tabulate
from tests.testing.worked import deal, made, option, outside, party, treaty


def test_offers_by_hand() -> None:
    loan, grant = oracle_offers.offers(tabulate(treaty()), "A", "B")
    # Only all the land repays A: 37 with a loan, 20 with a grant; alone it costs B 40.
    back = (("all", "no"),)
    assert loan == oracle_offers.Offer(
        "aid", "loan", Fraction(30), Fraction(-23), Fraction(23), True, Fraction(40), back
    )
    assert grant == oracle_offers.Offer(
        "aid", "grant", Fraction(60), Fraction(-40), Fraction(40), True, Fraction(40), back
    )


def test_an_offer_that_does_not_stand_alone() -> None:
    # With a loan B is at -10, with a grant at 25; the grant alone costs A 40.
    assert oracle_offers.offers(tabulate(treaty()), "B", "A") == (
        oracle_offers.Offer(
            *("land", "all", Fraction(60), Fraction(-40), Fraction(40), False),
            *(Fraction(40), (("none", "grant"),)),
        ),
    )


def trade(returned: Mapping[str, int]) -> Case:
    issues = {
        "wheat": {
            "name": "Wheat",
            "status_quo": "no",
            "options": {
                "no": {"name": "no"},
                "yes": option({"A": -100, "B": 100}, controller="A"),
            },
        },
        "wine": {
            "name": "Wine",
            "status_quo": "no",
            "options": {"no": {"name": "no"}, "yes": option(returned, controller="B")},
        },
    }
    half = {"wheat": 50, "wine": 50}
    return made(principals={"A": party(half), "B": party(half)}, issues=issues)


def test_a_price_may_be_negative() -> None:
    # Wine gives A 50, which makes up for the wheat, and B likes giving it: +50.
    [offer] = oracle_offers.offers(tabulate(trade({"A": 100, "B": 100})), "A", "B")
    assert (offer.price, offer.returns) == (Fraction(-50), (("no", "yes"),))


def test_no_price_where_no_return_suffices() -> None:
    # Wine gives A 25 against the 50 that the wheat costs.
    [offer] = oracle_offers.offers(tabulate(trade({"A": 50, "B": -100})), "A", "B")
    assert (offer.price, offer.returns) == (None, ())


def test_nothing_is_asked_for_what_costs_nothing() -> None:
    # The wine pleases A, 50, and B, 50: B gives it freely, and A's wheat would cost A 50 more.
    [offer] = oracle_offers.offers(tabulate(trade({"A": 100, "B": 100})), "B", "A")
    assert (offer.own, offer.compensation, offer.price) == (Fraction(50), Fraction(0), Fraction(0))


def test_gifts_by_hand() -> None:
    case = treaty()
    # The diet refuses the grant; without the diet the grant is the gift.
    assert oracle_offers.gift(tabulate(case), "A", "B") == oracle_offers.Most(
        Fraction(30), (("none", "loan"),), True
    )
    assert oracle_offers.gift(tabulate(case, {"ratifiers.diet"}), "A", "B") == oracle_offers.Most(
        Fraction(60), (("none", "grant"),), True
    )
    # All the land: unpaid, promised to X, and refused by the duma.
    nothing = oracle_offers.Most(Fraction(0), (("none", "no"),), True)
    barred = {"constraints.paid", "commitments.keep", "ratifiers.duma"}
    for obstacle in barred:
        assert oracle_offers.gift(tabulate(case, barred - {obstacle}), "B", "A") == nothing
    assert oracle_offers.gift(tabulate(case, barred), "B", "A") == oracle_offers.Most(
        Fraction(60), (("all", "no"),), True
    )


def test_the_most_with_return_by_hand() -> None:
    case = treaty()
    half = (("half", "loan"),)
    assert oracle_offers.most(tabulate(case), "A", "B") == oracle_offers.Most(
        Fraction(10), half, True
    )
    assert oracle_offers.most(tabulate(case), "B", "A") == oracle_offers.Most(
        Fraction(7), half, True
    )
    # Without its promise and the duma B could also sell all for a grant, and A's diet refuses.
    freed = tabulate(case, {"commitments.keep", "ratifiers.duma"})
    assert oracle_offers.most(freed, "B", "A") == oracle_offers.Most(
        Fraction(20), (("all", "grant"),), False
    )


def test_an_empty_win_set_has_no_most() -> None:
    assert oracle_offers.most(tabulate(deal({"a": (10, 10)}, A=11)), "A", "B") is None


def test_offers_need_a_status_quo() -> None:
    table = tabulate(outside())
    with pytest.raises(ValueError, match="status quo"):
        oracle_offers.offers(table, "A", "B")
    with pytest.raises(ValueError, match="status quo"):
        oracle_offers.gift(table, "A", "B")
    found = oracle_offers.most(table, "A", "B")
    assert found is not None
    assert found.gain == 110
