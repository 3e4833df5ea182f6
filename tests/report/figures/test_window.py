from detente.report.figures.window import window
from tests.report.window import seen


def test_both_curves_and_the_calendar_are_drawn() -> None:
    case, result = seen()
    bar = result.bars[0]

    drawn = window(case, result, bar)

    assert drawn.ident == "fig-window"
    assert "any agreement" in drawn.title
    for words in ("possible on the day", "possible throughout", "A new owner of"):
        assert words in drawn.svg
    assert drawn.svg.startswith("<svg")


def test_each_bar_may_be_drawn() -> None:
    case, result = seen()

    titles = {window(case, result, bar, f"fig-{bar.bar}").title for bar in result.bars}

    assert len(titles) == len(result.bars)
