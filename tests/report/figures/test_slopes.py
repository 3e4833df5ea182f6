from itertools import pairwise

import pytest

from detente.report.figures.slopes import FELL, ROSE, apart, far_moved, slopes, turned
from detente.report.words import points_text
from tests.report.figures.drawing import check
from tests.report.full_case import full


def test_each_weight_that_moved_has_both_its_ends() -> None:
    case, result = full()
    assert result.drift is not None
    assert turned(case, result.drift) == ("A",)
    shown = check(slopes(case, result.drift))

    assert {ROSE, FELL, "Jan 2016", "May 2017"} <= set(shown)
    now = next(d for d in result.drift.days if d.day == result.drift.as_of)
    for issue in far_moved(result.drift.moved["A"]):
        before, after = (d.weights["A"][issue] for d in (result.drift.days[0], now))
        assert points_text(before) in shown
        assert any(
            text.startswith(points_text(after)) and text.endswith(case.issues[issue].name)
            for text in shown
        )


@pytest.mark.parametrize(
    "values", [[3.0], [5.0, 1.0], [1.0, 1.0, 1.0], [0.0, 9.0, 0.5, 9.0, 8.9], [2.0, 2.1, 2.2, 9.0]]
)
def test_labels_stand_apart_in_their_order(values: list[float]) -> None:
    found = apart(values, 1.5)

    placed = [found[n] for n in sorted(range(len(values)), key=lambda n: values[n])]
    assert all(after - before >= 1.5 - 1e-9 for before, after in pairwise(placed))
    assert sum(found) == pytest.approx(sum(values))
