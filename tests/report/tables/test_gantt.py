from types import SimpleNamespace

from detente.report.tables.gantt import bar


def test_a_long_plan_has_bars_of_no_more_than_24() -> None:
    span = SimpleNamespace(begins="2017-05-11", until="2022-05-11", months=60)
    step = SimpleNamespace(begins="2018-05-11", ends="2019-05-11", replaced=None)

    drawn = bar(span, step)  # type: ignore[arg-type]  # what a bar is made from

    assert drawn == "····████────────────"
