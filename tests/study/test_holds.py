"""What the brief says is asked of every draw, and counted where it is so."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation.draws import draw
from detente.negotiation.offers import gift, most_with_return
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import obstacles
from detente.negotiation.reach import most, reach
from detente.study.agreement import nash_package
from detente.study.blocks import blocks
from detente.study.holds import ASKS_NOBODY, claims
from detente.study.obstacles import find_obstacles
from detente.study.reach import reach as far
from detente.study.redrawn import anew
from detente.study.redrawn_result import Held
from detente.testing import random_case
from detente.testing.draw import Bounds
from tests.negotiation.ranged import ranged

COUNT = 10


@pytest.fixture(scope="module")
def found() -> tuple[Held, ...]:
    case = open_case("japan-russia-2017").case
    payoffs = compile_case(case)
    return claims(payoffs, anew(draw(case, COUNT, 2)), find_obstacles(payoffs))


def hits(found: tuple[Held, ...], words: str) -> int:
    (one,) = [held for held in found if words in held.says and held.holds is not None]
    assert one.holds is not None
    return one.holds.hits


@pytest.mark.slow
def test_each_claim_of_the_reference_case_is_counted_draw_by_draw(
    found: tuple[Held, ...],
) -> None:
    case = open_case("japan-russia-2017").case
    draws = draw(case, COUNT, 2)
    each = [compile_case(case, draws.values(row)) for row in range(COUNT)]
    judged = nash_package(compile_case(case))
    chosen = [nash_package(payoffs) for payoffs in each]

    assert hits(found, "agreement is possible") == COUNT
    assert hits(found, "this very package") == sum(package == judged for package in chosen)
    silent = [
        package
        for package in chosen
        if package is not None
        and not any(
            case.issues[i].options[o].calls
            for i, o in package.items()
            if o != case.issues[i].status_quo
        )
    ]
    assert hits(found, ASKS_NOBODY) == len(silent)
    for issue, words in (("territory", "Sovereignty"), ("sanctions", "Japan's sanctions")):
        stays = [
            not any(b.possible for b in blocks(payoffs).options if b.issue == issue)
            for payoffs in each
        ]
        assert hits(found, f"moves {words}") == sum(stays)
    more = []
    for payoffs in each:
        one, two = most_with_return(payoffs, "JPN", "RUS"), gift(payoffs, "JPN", "RUS")
        more.append(one is not None and two is not None and one.value > two.value)
    assert hits(found, "with a return Japan") == sum(more)
    wants = 0
    for payoffs in each:
        j = far(payoffs).j
        rise = reach(payoffs, most(payoffs), frozenset(obstacles(case)), j) - j
        wants += rise < (1 - j) / 10
    assert hits(found, "what limits them is what they want") == wants


def test_numbers_come_with_what_they_lie_between(found: tuple[Held, ...]) -> None:
    numbers = [one for one in found if one.between is not None]
    assert [one.topic for one in numbers].count("agreement") == 2
    assert all(one.between is not None and one.between.p05 <= one.between.p95 for one in numbers)
    assert [one.share for one in numbers if one.topic == "reach"] == [True]


def test_a_zone_that_is_not_open_is_said_to_be_closed() -> None:
    plain = written(ranged())
    for party in plain["principals"].values():
        party["reserve"] = {"value": [20, 60, 70], "reason": "worked"}
    case = Case.model_validate(plain)
    told = claims(compile_case(case), anew(draw(case, 20)))

    assert hits(told, "no agreement is possible") > 10
    assert not any("very package" in one.says for one in told)


@pytest.mark.parametrize("seed", range(8))
def test_every_kind_of_case_is_asked(seed: int) -> None:
    case = random_case(seed, Bounds(no_agreement="outside" if seed % 2 else None, rules=3))
    payoffs = compile_case(case)
    told = claims(payoffs, anew(draw(case, 5)), find_obstacles(payoffs))
    assert any(one.topic == "reach" for one in told)
    assert (case.no_agreement == "outside") <= (not any(one.topic == "offers" for one in told))
