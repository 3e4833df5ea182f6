from detente.report.tables.order import order_sheets
from detente.report.words import points_text
from tests.report.full_case import full


def test_wishes_have_their_price_and_those_that_oppose_stand_together() -> None:
    case, result = full()
    assert result.order is not None

    wishes, opposed = order_sheets(case, result.order)

    assert wishes.rows == [
        (case.wishes[w.wish].text, case.parties[w.party].name, points_text(w.points))
        for w in result.order.wishes
    ]
    assert opposed.rows == [("money first", "goods first", "4.0")]


def test_wishes_that_all_can_be_met_have_one_table() -> None:
    case, result = full()
    assert result.order is not None

    assert len([*order_sheets(case, result.order.model_copy(update={"opposed": ()}))]) == 1
