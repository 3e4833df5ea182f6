import pytest
from pydantic import ValidationError

from detente.case.claim import Claim

RAW = {"number": 1, "text": "It binds.", "outcome": "gift", "neutral": {"commitments": {"x": None}}}


def test_a_claim_keeps_what_neutralises_it() -> None:
    claim = Claim.model_validate({**RAW, "without": [{"date": "2017-05", "kind": "visit"}]})

    assert claim.neutral == {"commitments": {"x": None}}
    assert (claim.without[0].date, claim.without[0].actor) == ("2017-05", None)


@pytest.mark.parametrize(
    "change", [{"number": 0}, {"outcome": "mood"}, {"text": ""}, {"elements": ["x"] * 21}]
)
def test_what_is_no_claim_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate({**RAW, **change})
