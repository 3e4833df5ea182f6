import re

from detente.report.figures.offers import in_order, offers
from tests.report.figures.drawing import check
from tests.report.reading import reference
from tests.report.test_html import hostile


def test_every_offer_is_named() -> None:
    case, result = reference()

    for found in result.offers:
        shown = " ".join(check(offers(case, found)))
        for offer in found.offers:
            assert case.issues[offer.issue].options[offer.option].name[:20] in shown
        assert f"Worth to {case.principals[found.taker].name}" in shown


def test_long_names_are_cut() -> None:
    case, result = hostile()

    for found in result.offers:
        if found.offers:
            assert max(map(len, check(offers(case, found)))) < 90


def test_offers_that_pay_come_first_and_those_without_a_price_last() -> None:
    for found in reference()[1].offers:
        left = [offer.left for offer in in_order(found)]
        priced = [value for value in left if value is not None]

        assert left == [*sorted(priced, reverse=True), *[None] * (len(left) - len(priced))]


def test_the_price_is_a_diamond_in_the_legend_too() -> None:
    case, result = reference()
    found = next(o for o in result.offers if any(offer.price for offer in o.offers))
    priced = sum(offer.price is not None for offer in found.offers)

    svg = offers(case, found).svg
    shapes = re.findall(r'd="M-([\d.]+),0L0,-\1L\1,0L0,\1Z"', svg)

    assert len(shapes) == priced + 1
