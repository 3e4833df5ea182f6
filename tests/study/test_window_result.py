from detente.study.window import window
from detente.study.window_result import WindowResult
from tests.negotiation.test_window import hazardous


def test_a_window_is_read_back_from_its_json() -> None:
    found = window(hazardous())
    assert found is not None

    plain = found.model_dump(mode="python")

    assert WindowResult.model_validate(plain) == found
    told = found.model_dump(mode="json")["bars"][0]
    assert {*told} == {"bar", "open", "days", "survival", "half_life", "closing", "delay"}
    assert told["survival"]["exact"] == f"{9**24}/{10**24}"
