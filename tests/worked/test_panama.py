"""The Panama Canal: the published weights, and the published division by Adjusted Winner.

Weights: Raiffa, *The Art and Science of Negotiation* (1982), chapter 12, "The Panama Canal
Negotiations": those of the US team, and its estimate of Panama's. Division: Brams & Taylor, *Fair
Division* (1996), and the Adjusted Winner pages of New York University
(pages.nyu.edu/adjustedwinner/panama.htm).
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.case.case import Case
from detente.case.consistency import findings
from detente.files.opened import open_case
from detente.negotiation.adjusted_winner import adjusted_winner
from detente.negotiation.payoff import compile_case
from detente.study.agreement import agreement
from detente.study.division import division

# Raiffa (1982), chapter 12: number, issue of the case, points of the US team, of Panama by it.
WEIGHTS = [
    (1, "defence_rights", 22, 9),
    (2, "use_rights", 22, 15),
    (3, "land_water", 15, 15),
    (4, "expansion_rights", 14, 3),
    (5, "duration", 11, 15),
    (6, "expansion_routes", 6, 5),
    (7, "compensation", 4, 11),
    (8, "jurisdiction", 2, 7),
    (9, "military_rights", 2, 7),
    (10, "defence_role", 2, 13),
]


@pytest.fixture(scope="module")
def case() -> Case:
    return open_case("panama-canal-1977").case


def _expected(number: int) -> dict[str, Fraction]:
    """Return the published shares: 1, 2, 4, 6 to the US, 3 divided 2/15 : 13/15, the rest not."""
    ours = Fraction(2, 15) if number == 3 else Fraction(number in {1, 2, 4, 6})
    return {"USA": ours, "PAN": 1 - ours}


def test_the_case_holds_the_published_weights_as_sourced(case: Case) -> None:
    for party, place, fact in (("USA", 2, "us_weights"), ("PAN", 3, "panama_weights")):
        found = case.principals[party].weights.points

        assert {i: e.mode for i, e in found.items()} == {row[1]: row[place] for row in WEIGHTS}
        assert all(e.low == e.mode == e.high for e in found.values())
        assert all(e.sourced and e.fact == fact for e in found.values())
        assert "chapter 12" in str(case.facts[fact].source)


def test_the_published_division_from_the_weights_alone() -> None:
    found = adjusted_winner(
        {issue: {"USA": Fraction(us), "PAN": Fraction(pan)} for _, issue, us, pan in WEIGHTS}
    )

    assert found.shares == {issue: _expected(number) for number, issue, _, _ in WEIGHTS}
    assert found.totals == {"USA": 66, "PAN": 66}


def test_the_published_division_from_the_case(case: Case) -> None:
    found = division(compile_case(case))

    assert found is not None
    assert found.total == 66
    assert found.divided == "land_water"
    assert not found.left_out
    assert [(i.issue, i.shares) for i in found.issues] == [
        (issue, _expected(number)) for number, issue, _, _ in WEIGHTS
    ]
    assert {g.party: g.gain for g in found.gains} == {"USA": 66, "PAN": 66, "senate": -34}


def test_the_case_knows_nothing_later_than_its_date(case: Case) -> None:
    text = case.model_dump_json()

    assert not findings(case)
    assert case.as_of.isoformat() < "1977-08-10"
    assert "1978" not in text
    assert "68–32" not in text


def test_whole_issues_come_as_near_as_they_can(case: Case) -> None:
    """Land and water to Panama gives 64 and 68, the same issue to the US 79 and 53."""
    found = agreement(compile_case(case))

    assert found.packages == 3**10
    assert found.open
    nash = found.solutions["nash"].point
    assert nash.gains == {"USA": 64, "PAN": 68}
    assert nash.package["land_water"] == "panama"
