"""Tables of draws answered anew."""

from __future__ import annotations

from detente.report.tables.redrawn import redrawn_sheets
from tests.report.sure import sure


def test_claims_packages_choices_and_options_now_and_in_scenarios() -> None:
    case, result = sure()
    found = [*redrawn_sheets(case, result)]

    titles = [sheet.title for sheet in found]
    assert titles[0] == "How often what the brief says holds"
    assert titles[1:4] == [title.removesuffix(", in scenarios") for title in titles[4:7]]
    assert len(found[0].rows) == len(result.claims)
    assert len(found[1].rows) == len(result.packages)
    assert all(len(row) == len(sheet.columns) for sheet in found for row in sheet.rows)


def test_nothing_is_told_where_nothing_is_answered_anew() -> None:
    case, result = sure()
    bare = result.model_copy(update={"redrawn": None, "ahead": None, "claims": ()})
    assert [*redrawn_sheets(case, bare)] == []
