"""The tables of a brief: complete, rectangular, and each number that of its result."""

from fractions import Fraction

import pytest

from detente.case.naming import option_name
from detente.report.tables import sheets
from detente.report.words import points_text
from detente.study.brief import BriefResult, brief
from detente.testing import Bounds, random_case, two_issue_case
from tests.report.full_case import full

OUTLOOK = Bounds(
    issues=(2, 3),
    options=(2, 3),
    packages=18,
    shocks=(0, 2),
    beliefs=(0, 2),
    judgement_sets=(0, 2),
    dated=(0, 3),
    divisible=20,
    reserves=True,
)


def _cells(result: BriefResult, title: str) -> list[tuple[str, ...]]:
    (sheet,) = [s for s in sheets(two_issue_case(), result) if s.title == title]
    return list(sheet.rows)


@pytest.mark.parametrize("seed", range(25))
def test_every_row_has_a_cell_for_every_column(seed: int) -> None:
    case = random_case(seed)
    for sheet in sheets(case, brief(case)):
        assert sheet.title
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)


@pytest.mark.parametrize("seed", range(10))
def test_tables_of_the_outlook_are_whole_too(seed: int) -> None:
    case = random_case(seed, OUTLOOK)
    for sheet in sheets(case, brief(case)):
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
        assert not any("None" in note or ".." in note for note in sheet.notes)


def test_the_tables_follow_the_order_of_the_questions() -> None:
    shown = [sheet.title for sheet in sheets(*full())]
    starts = (
        "Where the relation stands",
        "What the seller can offer the buyer",
        "What could be agreed",
        "How far it can go",
        "What stands in the way",
        "The smallest change",
        "Whose acceptance",
        "Who blocks what",
        "If the outside world changes",
        "An agreement made before",
        "How the answer drifts",
        "What waiting costs",
        "What each side believes",
        "The answer by each analyst's judgements",
        "What can grow without the leaders",
        "What first",
        "A fair division",
        "What the text claims",
        "What rests on which claim",
        "What rests on whose judgement",
    )

    places = [next(n for n, t in enumerate(shown) if t.startswith(start)) for start in starts]
    assert places == sorted(places)


def test_offers_show_worth_own_and_price_of_the_result() -> None:
    case = two_issue_case()
    result = brief(case)
    found = next(o for o in result.offers if o.giver == "A")
    giver, taker = case.principals["A"].name, case.principals["B"].name

    rows = _cells(result, f"What {giver} can offer {taker}")

    assert [row[:3] for row in rows] == [
        (option_name(case, o.issue, o.option), points_text(o.worth), points_text(o.own))
        for o in found.offers
    ]


def test_win_sets_are_shares_of_the_feasible_packages() -> None:
    result = brief(two_issue_case())

    rows = {
        row[0]: row[1:] for row in _cells(result, "What could be agreed and ratified: the win-sets")
    }

    agreed = result.agreement
    share = f"{round(Fraction(100 * agreed.zone, agreed.feasible))} %"
    assert rows["accepted by all: the zone of agreement"] == (str(agreed.zone), share)
    assert rows["all combinations"] == (str(agreed.packages), "")


def test_an_empty_zone_says_why_there_is_no_solution() -> None:
    case = next(c for c in map(random_case, range(200)) if not brief(c).agreement.zone)

    (sheet,) = [s for s in sheets(case, brief(case)) if s.title.endswith("the solutions")]

    assert not sheet.rows
    assert sheet.notes == ("no package is acceptable to all who must assent",)
