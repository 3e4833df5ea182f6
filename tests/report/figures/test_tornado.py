import pytest

from detente.case.case import Case
from detente.report.figures.tornado import HIGH, LOW, tornado
from detente.study.robustness_result import AnswerSensitivity
from tests.report.figures.drawing import check
from tests.report.reading import reference

Found = tuple[Case, tuple[AnswerSensitivity, ...]]


@pytest.fixture(scope="module")
def found() -> Found:
    case, result = reference()
    return case, result.robustness.sensitivity


def test_the_judgements_that_move_a_gain_are_named(found: Found) -> None:
    case, (_, gain, *_) = found
    drawn = tornado(case, gain)

    shown = check(drawn)

    assert {LOW, HIGH} <= set(shown)
    assert any(text.startswith("Japan: ") for text in shown)
    assert drawn.title == "What moves Japan's gain from the Nash package, in points"


def test_shares_are_drawn_in_per_cent(found: Found) -> None:
    case, (_, gain, *_) = found
    one = gain.influences[0].model_copy(update={"low": 0.7, "high": 0.9})
    update = {"answer": "acceptable", "party": None, "mean": 0.8, "influences": (one,)}

    shown = check(tornado(case, gain.model_copy(update=update)))

    assert any(text.endswith("%") for text in shown)
