"""The tables of a fair division: each number that of its result."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.report.tables.division import division_gain_sheet, division_sheet
from detente.study.division import DivisionResult, LeftOut, division


@pytest.fixture(scope="module")
def case() -> Case:
    return open_case("panama-canal-1977").case


@pytest.fixture(scope="module")
def result(case: Case) -> DivisionResult:
    found = division(compile_case(case))
    assert found is not None
    return found


def test_each_issue_says_whose_way_it_goes(case: Case, result: DivisionResult) -> None:
    sheet = division_sheet(case, result)
    rows = {row[0]: row[1:] for row in sheet.rows}

    assert [column.title for column in sheet.columns] == ["issue", "USA", "PAN", "whose way"]
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    assert [row[0] for row in sheet.rows] == [issue.name for issue in case.issues.values()]
    assert rows["US rights of use"] == ("22.0", "15.0", "the United States")
    assert rows["What Panama is paid"] == ("4.0", "11.0", "Panama")
    assert rows["Land and water of the zone"][2] == (
        "divided: the United States 13.3 %, Panama 86.7 %"
    )
    assert "Each ends with 66.0 points of its own." in sheet.notes[0]
    assert sheet.notes[0].endswith("One issue is divided: Land and water of the zone.")


def test_an_issue_left_out_says_why(case: Case, result: DivisionResult) -> None:
    changed = result.model_copy(
        update={
            "issues": result.issues[1:],
            "divided": None,
            "left_out": (LeftOut(issue="defence_rights", reason="not opposed"),),
        }
    )

    sheet = division_sheet(case, changed)

    assert sheet.rows[-1] == (
        "US rights to defend the canal",
        "",
        "",
        "left out: one side does not gain from its own solution",
    )
    assert sheet.notes[0].endswith("No issue needs to be divided.")


def test_gains_stand_beside_what_each_accepts(case: Case, result: DivisionResult) -> None:
    assert list(division_gain_sheet(case, result).rows) == [
        ("the United States", "66.0", "0.0", "yes"),
        ("Panama", "66.0", "0.0", "yes"),
        ("the US Senate", "−34.0", "−50.0", "yes"),
    ]


def test_who_is_not_asked_and_who_refuses(case: Case, result: DivisionResult) -> None:
    first, second, third = result.gains
    gains = (
        first,
        second.model_copy(update={"reaches": False}),
        third.model_copy(update={"called": False}),
    )

    rows = division_gain_sheet(case, result.model_copy(update={"gains": gains})).rows

    assert [row[-1] for row in rows] == ["yes", "no", "is not asked"]


def test_without_gains_it_says_why(case: Case, result: DivisionResult) -> None:
    sheet = division_gain_sheet(case, result.model_copy(update={"gains": ()}))

    assert not sheet.rows
    assert "outside" in sheet.notes[0]
