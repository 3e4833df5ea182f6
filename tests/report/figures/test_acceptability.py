from detente.report.figures.acceptability import NAMED, OTHER, acceptability
from tests.report.figures.drawing import check
from tests.report.sure import sure


def test_each_package_has_a_bar_and_solutions_their_name() -> None:
    case, result = sure()

    shown = check(acceptability(case, result))

    assert {NAMED, OTHER, "100 %"} <= set(shown)
    assert any("Nash" in text for text in shown)
    for place in range(1, len(result.packages) + 1):
        assert any(text.startswith(f"{place}.") for text in shown)


def test_the_caption_says_how_many_draws() -> None:
    case, result = sure()

    assert "400 times" in acceptability(case, result).caption


def test_one_package_alone_is_drawn() -> None:
    case, result = sure()

    check(acceptability(case, result.model_copy(update={"packages": result.packages[:1]})))
