from detente.report.tables.yearly import yearly_sheet
from tests.study.answered import fact


def test_years_that_are_not_told_are_missing_and_no_is_0() -> None:
    found = (fact(2014, 1.0), fact(2015, 0.0), fact(2016, None), fact(2015, 0.25, "x_y"))

    sheet = yearly_sheet(found)

    assert [column.title for column in sheet.columns] == [
        "table", "what", "of", "2014", "2015", "2016",
    ]  # fmt: skip
    assert sheet.rows == [
        ("alliances", "defense", "JPN–USA", "1", "0", "missing"),
        ("alliances", "x y", "JPN–USA", "missing", "0.25", "missing"),
    ]


def test_what_never_held_is_left_out() -> None:
    assert yearly_sheet((fact(2014, 0.0), fact(2015, None))).rows == []


def test_the_last_six_years_are_shown() -> None:
    sheet = yearly_sheet(tuple(fact(year, -1.5) for year in range(2000, 2010)))

    assert [column.title for column in sheet.columns][3:] == [
        str(year) for year in range(2004, 2010)
    ]
    assert sheet.rows[0][3:] == ("−1.50",) * 6
