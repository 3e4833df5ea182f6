import re

from detente.report.figures.recorded import recorded
from tests.report.figures.drawing import check
from tests.study.answered import CHANGE, EMPTY, MISSING, PARTIAL, PERIOD, recorded_result

GROUPS = {
    "words of cooperation", "deeds of cooperation", "words of conflict", "deeds of conflict",
}  # fmt: skip


def test_cooperation_conflict_and_tone_are_drawn() -> None:
    shown = check(recorded(recorded_result(PARTIAL, PERIOD, changes=(CHANGE,))))

    assert {*shown} >= GROUPS | {"Events", "Mean intensity"}
    assert not [text for text in shown if text.startswith("-")]


def test_a_missing_period_is_a_gap_and_no_0() -> None:
    with_gap = recorded(recorded_result(PARTIAL, PERIOD, MISSING, EMPTY)).svg
    without = recorded(recorded_result(PARTIAL, PERIOD, EMPTY)).svg

    # The one that is missing draws nothing at all; the scale of days runs on beneath it.
    assert with_gap == without
    assert len(re.findall("<path", with_gap)) > 8


def test_missing_periods_at_the_ends_are_not_drawn() -> None:
    alone = recorded(recorded_result(PERIOD)).svg

    assert recorded(recorded_result(PERIOD, MISSING)).svg == alone


def test_a_period_without_an_interval_and_one_without_events_are_drawn() -> None:
    bare = PERIOD.model_copy(update={"low": None, "high": None})

    assert check(recorded(recorded_result(bare, EMPTY), "fig-x"))
