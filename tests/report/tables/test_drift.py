from detente.report.tables.drift import drift_sheets
from detente.report.tables.standing import standing_cells
from detente.report.words import date_text, points_text
from detente.study.drift import DriftResult
from tests.report.full_case import full
from tests.report.tables.reading import rows


def _result() -> DriftResult:
    found = full()[1].drift
    assert found is not None
    return found


def test_each_date_shows_how_the_case_stands() -> None:
    case, result = full()[0], _result()

    days, _, _ = drift_sheets(case, result)

    shown = rows(days)
    assert [*shown] == [date_text(day.day) for day in result.days]
    for day in result.days:
        assert shown[date_text(day.day)][1:] == standing_cells(case, day.standing)
    assert [row[0] for row in shown.values()] == [
        "before the shortage",
        "as on its own day",
        "the case as it stands",
        "a new owner of the buyer",
    ]


def test_waiting_costs_points_from_the_cases_own_day_on() -> None:
    case, result = full()[0], _result()

    _, delay, _ = drift_sheets(case, result)

    last = result.days[-1]
    assert rows(delay) == {
        "1 January 2018": tuple(points_text(last.delay[p]) for p in case.principals)
    }


def test_what_has_moved_is_told_then_and_now() -> None:
    case, result = full()[0], _result()

    *_, moved = drift_sheets(case, result)

    assert [row[:2] for row in moved.rows] == [
        (case.parties[party].name, f"weight of {case.issues[issue].name}")
        for party, issues in result.moved.items()
        for issue in issues
    ]
    assert moved.rows[0][2:] == ("70.0", "50.0", "−20.0")


def test_a_reserve_that_moved_is_told_too() -> None:
    case, result = full()[0], _result()
    first = result.days[0]
    lower = first.model_copy(update={"reserves": {**first.reserves, "B": first.reserves["A"]}})

    *_, moved = drift_sheets(case, result.model_copy(update={"days": (lower, *result.days[1:])}))

    assert moved.rows[-1] == ("the buyer", "least it accepts", "0.0", "5.0", "+5.0")


def test_with_nothing_to_come_or_moved_there_is_one_table() -> None:
    case, result = full()[0], _result()
    now = next(day for day in result.days if day.day == result.as_of)

    sheets = [*drift_sheets(case, result.model_copy(update={"days": (now,), "moved": {}}))]

    assert [sheet.title for sheet in sheets] == ["How the answer drifts"]
