from detente.case.naming import place_name
from detente.report.figures.reach import reach
from detente.report.words import share_text
from tests.report.figures.drawing import check
from tests.report.reading import drawn_at_random, reference


def test_every_obstacle_that_bars_is_named_with_how_far_it_would_go() -> None:
    case, result = reference()
    shown = check(reach(case, result.reach))

    for found in result.reach.obstacles:
        named = any(text[1:12] == place_name(case, found.obstacle)[1:12] for text in shown)
        assert named == (found.value > 0)
        assert share_text(found.j) in shown
    assert "Every obstacle lifted" in shown


def test_a_zone_that_is_not_open_is_drawn() -> None:
    case, result = next(
        (c, r)
        for c, r in map(drawn_at_random, range(60))
        if not r.agreement.open and r.reach.obstacles
    )

    assert "0 %" in check(reach(case, result.reach))
