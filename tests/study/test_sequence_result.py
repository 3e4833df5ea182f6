import json

from detente.negotiation.payoff import compile_case
from detente.study.sequence import sequence
from detente.study.sequence_result import SequenceResult
from tests.negotiation.walks import sale


def test_a_result_survives_its_own_json() -> None:
    found = sequence(compile_case(sale()), months=5)

    assert found is not None
    again = json.loads(found.model_dump_json())
    assert again["plan"]["steps"][0]["option"] == "middle"
    assert {*again} == {*SequenceResult.model_fields}
