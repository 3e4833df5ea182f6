from detente.report.tables.standing import NONE, gain_cells, standing_cells, standing_columns, yes
from detente.report.words import points_text, share_text
from tests.report.full_case import full


def test_a_standing_has_a_cell_for_every_column() -> None:
    case, result = full()
    assert result.scenarios is not None
    for one in result.scenarios.scenarios:
        cells = standing_cells(case, one.standing)
        assert len(cells) == len(standing_columns(case))
        assert cells[:2] == (yes(one.standing.open), share_text(one.standing.j, 1))


def test_where_nothing_is_agreed_there_is_no_gain_to_tell() -> None:
    case, result = full()
    gains = result.agreement.solutions["nash"].point.gains

    assert gain_cells(case, {}) == (NONE, NONE)
    assert gain_cells(case, gains) == tuple(points_text(gains[p]) for p in case.principals)
