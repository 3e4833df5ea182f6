from detente.report.figures.judgements import SHOWN, judgements, swings
from tests.report.figures.drawing import check
from tests.report.reading import drawn_at_random, reference, small


def test_the_judgements_that_move_most_come_first() -> None:
    _, result = reference()
    found = swings(result)
    widths = [swing.high - swing.low for swing in found]

    assert len(found) <= SHOWN
    assert widths == sorted(widths, reverse=True)
    assert all(width > 0 for width in widths)
    assert all(swing.low <= result.reach.j <= swing.high for swing in found)


def test_they_are_named() -> None:
    case, result = reference()
    shown = check(judgements(case, result))

    assert {"one step down", "one step up"} <= set(shown)
    assert sum(text.startswith(("Japan: ", "Russia: ")) for text in shown) >= 1


def test_where_nothing_moves_there_is_nothing_to_draw() -> None:
    _, result = small()

    assert swings(result) == ()


def test_random_cases_are_drawn() -> None:
    for case, result in map(drawn_at_random, range(8)):
        if swings(result):
            check(judgements(case, result))
