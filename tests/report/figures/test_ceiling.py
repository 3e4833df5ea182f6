from detente.report.figures.ceiling import LABELS, ceiling
from detente.study.ceiling import SeriesPoint
from tests.report.figures.drawing import check
from tests.study.answered import ceiling_result

NAMES = ("JPN–RUS", "USA–RUS", "GBR–RUS")


def test_all_dyads_are_named_and_years_stand_beneath() -> None:
    figure = ceiling(ceiling_result())

    shown = check(figure)

    assert {"Japan–Russia", "United States–Russia", "United Kingdom–Russia"} <= {*shown}
    assert {"2001", "2002", "2003"} <= {*shown}
    assert figure.title == "Japan–Russia beside United States–Russia"
    assert "broken lines are the placebos" in figure.caption


def test_a_missing_value_is_not_drawn_as_0() -> None:
    points = ceiling_result().series
    zero = points[1].model_copy(update={"values": {**points[1].values, "GBR–RUS": 0.0}})

    with_0 = ceiling(ceiling_result(series=(points[0], zero, points[2])))

    assert "0.0" in check(with_0)
    assert "0.0" not in check(ceiling(ceiling_result()))


def test_of_many_periods_some_are_named() -> None:
    points = tuple(
        SeriesPoint(period=f"2018-{n:03d}", values=dict.fromkeys(NAMES, float(n % 7)))
        for n in range(100)
    )

    shown = check(ceiling(ceiling_result(series=points, on="tone"), "fig-y"))

    assert 5 <= len([text for text in shown if text.startswith("2018-")]) <= LABELS
