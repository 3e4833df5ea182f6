from detente.report.tables.claims import SHORT, claim_sheets, expected_name, verdict
from detente.study.claims import ClaimResult, ClaimsResult
from tests.report.full_case import full


def _result() -> ClaimsResult:
    found = full()[1].claims
    assert found is not None
    return found


def _claim(number: int) -> ClaimResult:
    return next(found for found in _result().claims if found.number == number)


def test_every_claim_stands_with_what_carries_it_and_what_moves() -> None:
    case = full()[0]

    claims, _ = claim_sheets(case, _result())

    assert [row[:2] for row in claims.rows] == [(str(c.number), c.text) for c in _result().claims]
    assert claims.notes[0].startswith("5 claims, 4 of them tried")
    assert "3 move the result they name" in claims.notes[0]
    assert [row[2] for row in claims.rows] == [
        "The seller's board",
        "The buyer: reserve; the seller's board",
        "The bank",
        "",
        "Event of 2016-12, A",
    ]


def test_the_other_way_round_each_element_names_its_claims() -> None:
    _, elements = claim_sheets(full()[0], _result())

    assert elements.rows == [
        ("the seller's board", "1, 2", "how far it can go"),
        ("the buyer: reserve", "2", "none"),
        ("the bank", "3", "what moves it most from outside"),
    ]


def test_what_becomes_of_the_result_is_said() -> None:
    case = full()[0]

    assert verdict(case, _claim(1)) == "how far it can go: 25.00 %, instead of 15.00 %"
    assert verdict(case, _claim(2)) == (
        "the bottleneck: unchanged, board at 85.00 %; that it is the buyer: not borne out"
    )
    assert verdict(case, _claim(4)).startswith("background: It is the ground")
    assert verdict(case, _claim(5)) == "where the relation stands: changes"
    long = _claim(2).model_copy(update={"before": "x" * (SHORT + 1), "agrees": True})
    assert verdict(case, long) == "the bottleneck: unchanged; that it is the buyer: borne out"


def test_what_is_expected_has_a_name() -> None:
    case = full()[0]

    assert expected_name(case, _claim(2)) == "the buyer"
    assert expected_name(case, _claim(3)) == "the bank"
    place = _claim(2).model_copy(update={"expects": "principals.B.reserve"})
    assert expected_name(case, place) == "the buyer: reserve"


def test_claims_that_rest_on_nothing_have_one_table() -> None:
    bare = _result().model_copy(update={"claims": (_claim(4), _claim(5))})

    assert len([*claim_sheets(full()[0], bare)]) == 1
