from detente.report.html_window import WindowPage
from detente.report.tables.window import BARS
from tests.report.window import seen


def test_bars_of_the_same_curves_are_drawn_once() -> None:
    case, result = seen()
    page = WindowPage(case, result)

    drawn = page.drawn()

    assert len({bar.days for bar in drawn}) == len(drawn)
    assert {bar.days for bar in drawn} == {bar.days for bar in result.bars}
    assert page.bar(drawn[0]) == BARS["any"]


def test_what_closes_it_leads_to_where_it_stands() -> None:
    case, result = seen()
    page = WindowPage(case, result)

    told = [page.causes(one) for _, one in page.closing()]

    assert ("place-shocks.market", "The steel market") in [pair for pairs in told for pair in pairs]
    assert all(page.sway(one) for one in result.sways)
    assert page.half_life(result.bars[0])


def test_a_case_without_a_window_has_nothing_to_show() -> None:
    page = WindowPage(seen()[0], None)

    assert (page.drawn(), page.closing()) == ((), [])
    assert page.half_life(seen()[1].bars[0]) == ""
