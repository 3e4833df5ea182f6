import pytest

from detente.case.case import Case
from detente.case.patches import patches
from detente.case.written import written
from detente.report.html_names import number_label, others_changed, place_target
from tests.report.full_case import full, full_case


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("ratifiers.board", "place-ratifiers.board"),
        ("principals.B.reserve", "n-principals.B.reserve"),
        ("principals.B.weights", "place-principals.B"),
        ("shocks.market", "place-shocks.market"),
        ("shocks.market.states.tight", "state-market.tight"),
        ("commitments.bank_terms", "place-commitments.bank_terms"),
        ("issues.price", "issue-price"),
        ("issues.price.options.high", "option-price.high"),
        ("issues.price.options.high.codes.A", "option-price.high"),
        ("judgement_sets.second_view", "place-judgement_sets.second_view"),
        ("facts.market_report", "fact-market_report"),
        ("signers.second", "signer-second"),
        ("wishes.money_first", "place-wishes.money_first"),
        ("chronology", "relation"),
        ("as_of", None),
    ],
)
def test_a_place_has_an_anchor(place: str, target: str | None) -> None:
    case, result = full()

    assert place_target(case, {n.key: n for n in result.numbers}, place) == target


def test_every_number_of_the_outlook_says_what_it_is_about() -> None:
    case, result = full()
    patched = {tuple(p.path): p for p in patches(case)}
    said = {n.key: number_label(case, patched, n) for n in result.numbers}

    assert said["shocks.market.states.calm.probability"] == "probability"
    given = "shocks.bank.states.strict.probabilities.tight"
    assert said[given] == "probability, given “steel runs short”"
    assert said["steps.pay.months"] == "months"
    assert said["steps.build.effects.principals.B.reserve"] == "the buyer: reserve"
    assert said["wishes.money_first.points"] == "the seller: cost while it is violated"


def test_changes_that_set_no_number_are_said() -> None:
    tree = written(full_case())
    tree["shocks"]["bank"]["states"]["lenient"]["changes"]["commitments"]["new_terms"] = {
        "name": "the new terms",
        "text": "Pay early.",
        "by": "B",
        "to": "BANK",
        "kind": "priced",
        "options": {"price": "high"},
        "price": 4,
    }
    case = Case.model_validate(tree)
    patched = {tuple(p.path): p for p in patches(case)}
    patch = patched["shocks", "bank", "states", "lenient", "changes"]

    said = list(others_changed(case, patch))
    assert "The loan's terms: taken away" in said
    assert "The new terms, kind: priced" in said
    assert not any("price: 4" in line for line in said)
