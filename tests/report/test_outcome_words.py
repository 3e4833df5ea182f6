from typing import get_args

from detente.case.claim import Outcome
from detente.report.outcome_words import OUTCOME_NAMES


def test_every_result_that_a_claim_can_move_has_words() -> None:
    assert [*OUTCOME_NAMES] == [*get_args(Outcome)]
    assert len({*OUTCOME_NAMES.values()}) == len(OUTCOME_NAMES)
