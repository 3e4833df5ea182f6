from detente.report.figures.offers import offers
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
