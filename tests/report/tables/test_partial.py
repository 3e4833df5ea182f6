"""What is shown of partial preferences."""

from __future__ import annotations

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.report.tables.partial import partial_sheets, places
from detente.report.tables.sheet import Sheet
from detente.study.partial import partial
from tests.negotiation.compared import RANKED, compared, moved

PACKAGES = [moved("a", "b"), moved("a"), moved("b"), moved("b", "c"), moved("c")]


def _sheets(case: Case) -> list[Sheet]:
    found = partial(compile_case(case), PACKAGES, samples=1_000)
    assert found is not None
    return [*partial_sheets(case, found)]


def test_a_ranking_is_told_in_four_tables() -> None:
    together, weights, packages, least = _sheets(compared(RANKED, reserves={"A": 30}))

    assert together.notes[1].endswith("whatever weights these allow: 1.")
    assert together.notes[2].endswith("for some of these weights: 3–4.")
    assert together.notes[3].endswith("for none of them: 2, 5.")
    assert weights.notes == ("a counts at least as much as b, and that at least as much as c.",)
    assert [row[:4] for row in weights.rows] == [
        ("a", "50.0", "33.3", "100.0"),
        ("b", "30.0", "0.0", "50.0"),
        ("c", "20.0", "0.0", "33.3"),
    ]
    assert [row[4] for row in packages.rows][:2] == ["always", "always"]
    assert [row[5] for row in packages.rows] == ["always", "under 0.1 %", "never", "never", "never"]
    assert [row[6] for row in packages.rows] == ["2–5", "3–5", "4–5", "5", "none"]
    assert "1,000 weightings drawn evenly, seed 0" in packages.notes[1]
    assert [row[:2] for row in least.rows] == [("3", "0.0"), ("4", "0.0")]
    assert least.rows[0][2] == "A 100.0"


def test_where_all_is_decided_no_draw_is_mentioned() -> None:
    case = compared({"x": {"alike": ["b", "c"]}}, {"a": 50, "b": 25, "c": 25})
    together, weights, packages = _sheets(case)

    assert len(together.notes) == 3
    assert weights.notes == (
        "b and c count the same.",
        "Only one choice of weights keeps all this.",
        "Nothing is compared with these, and they stay at their points: a.",
    )
    assert len(packages.notes) == 1
    assert {row[4] for row in packages.rows} == {"always", "never"}


def test_neighbours_are_drawn_together() -> None:
    assert places([2, 3, 4, 9]) == "2–4, 9"
    assert places([1, 3]) == "1, 3"
