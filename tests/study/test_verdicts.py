"""Whether claims are borne out, and by which ranking."""

from __future__ import annotations

from fractions import Fraction

from detente.study.claims import ClaimsResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import Writer
from detente.study.verdicts import borne_out, by_fall, mean_spread, ranked, verdict_of
from tests.report.full_case import full


def _results() -> tuple[ClaimsResult, ScenariosResult]:
    found = full()[1]
    assert found.claims is not None
    assert found.scenarios is not None
    return found.claims, found.scenarios


def _said(claims: ClaimsResult, scenarios: ScenariosResult | None, **changed: object) -> str:
    case, result = full()
    said = Writer("reach", "reach").say("so it goes")
    borne_out(said, case, claims, result.obstacles.model_copy(update=changed), scenarios)
    return said.end().text


def test_claims_that_expect_a_result_are_told_with_the_ranking() -> None:
    claims, scenarios = _results()

    assert _said(claims, scenarios) == (
        "So it goes; the text's claim 2, “It is the buyer that holds out”, is not borne out: the "
        "bottleneck is the seller's board, who would have to accept 85 % of its most less, and no "
        "other party's accepting less, alone, would help; the text's claim 3, “The bank decides "
        "how far it can go”, is not borne out: the outside world can also change what they want; "
        "alone, the steel market moves it most, by 15.0, the "
        "bank by 6.4 percentage points; on average over scenarios likewise the steel market moves "
        "it most, by 16.3, the bank by 2.6 percentage points"
    )


def test_where_the_two_rankings_disagree_nothing_is_settled() -> None:
    claims, scenarios = _results()
    (claim,) = (c for c in claims.claims if c.measure == "ceiling")
    other = {name: Fraction(100 if name == claim.expects else 0) for name in scenarios.spread}

    assert verdict_of(claim, scenarios) == "not borne out"
    assert verdict_of(claim, scenarios.model_copy(update={"spread": other})) == "not settled"


def test_a_claim_that_expects_nothing_has_no_verdict() -> None:
    claims, scenarios = _results()

    assert verdict_of(claims.claims[0], scenarios) is None


def test_where_nothing_moves_it_that_is_said() -> None:
    claims, _ = _results()

    text = _said(claims, None, curves=())

    assert "no party's accepting less, alone, would let it go farther" in text
    assert text.endswith("no change of the outside world moves how far it can go")


def test_rankings_put_the_largest_first_and_leave_out_what_moves_nothing() -> None:
    _, scenarios = _results()
    spread = {"a": Fraction(1), "b": Fraction(0), "c": Fraction(2)}

    assert ranked(spread) == ["c", "a"]
    assert mean_spread(scenarios).keys() == scenarios.spread.keys()
    assert [curve.party for _, curve in by_fall(full()[1].obstacles)]
