"""Ten published GENIUS scenarios: sizes of the frontier, and the Nash points.

The scenarios are those of GENIUS 10 (ANAC 2010 to 2015; Lin et al. 2014, *Computational
Intelligence* 30(1)). They are not part of the repository: without them the tests are skipped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.base.errors import InputError
from detente.case.consistency import findings
from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.study.frontier import frontier

DATA = Path(__file__).parents[3] / "shared" / "data" / "genius"
EXPECTED = DATA / "expected.jsonl"

if not EXPECTED.is_file():
    pytest.skip("the GENIUS scenarios are not beside this repository", allow_module_level=True)

SCENARIOS: list[dict[str, Any]] = [
    json.loads(line) for line in EXPECTED.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("expected", SCENARIOS, ids=lambda expected: expected["scenario"])
def test_the_frontier_and_the_nash_point_are_those_published(expected: dict[str, Any]) -> None:
    case = open_case(str(DATA / expected["scenario"])).case
    found = frontier(compile_case(case))

    assert case.packages == expected["outcomes"]
    assert len(found.points) == expected["frontier_points"]
    assert (
        sum(point.in_zone for point in found.points)
        == expected["frontier_points_above_reservation"]
    )
    parties = [Path(expected[name]).stem for name in ("first", "second")]
    nash = found.solutions["nash"]
    utilities = [
        round(nash.gains[party] + reservation, 9)
        for party, reservation in zip(parties, expected["reservation"], strict=True)
    ]
    assert utilities == expected["nash_utilities"]
    named = {
        found.names.issues[issue]: found.names.options[issue][option]
        for issue, option in nash.package.items()
    }
    assert named == {name.strip(): value for name, value in expected["nash_outcome"].items()}


@pytest.mark.parametrize(
    ("scenario", "parties", "points"), [("group2-politics", 3, 124), ("group4-zoning_plan", 9, 180)]
)
def test_more_than_two_parties_negotiate(scenario: str, parties: int, points: int) -> None:
    case = open_case(str(DATA / scenario)).case

    assert findings(case) == ()
    assert len(case.principals) == parties
    assert len(frontier(compile_case(case)).points) == points


def test_utility_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        open_case(str(DATA / "50issues"))

    assert [(p.code, Path(p.file).name) for p in caught.value.problems] == [
        ("G804", "profile-1.xml"),
        ("G804", "profile-2.xml"),
    ]
