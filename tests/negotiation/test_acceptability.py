"""Acceptable in a draw means what it means to the exact engine, and who refuses is counted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from detente.case.case import Case, Package
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation.acceptability import acceptance, acceptances, alone
from detente.negotiation.attempt import attempt
from detente.negotiation.drawn import Drawn
from detente.negotiation.draws import draw
from detente.negotiation.offers import offers
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Question, Row, win_set, zone
from detente.testing import random_case, two_issue_case
from detente.testing.draw import Bounds
from detente.testing.oracle_table import tabulate
from tests.negotiation.ranged import ranged


def _only(asked: Question, package: Package) -> Question:
    """Narrow a question to one package; nothing but the package is left to choose."""
    return Question(
        (Row(asked.maximise[0].party),),
        asked.consent,
        asked.reserves,
        {issue: (option,) for issue, option in package.items()},
    )


def _packages(case: Case, count: int) -> list[Package]:
    return [
        {
            issue: [*element.options][(place * 7 + 3 * column) % len(element.options)]
            for column, (issue, element) in enumerate(case.issues.items())
        }
        for place in range(count)
    ]


@pytest.mark.parametrize("seed", range(25))
def test_it_is_what_the_exact_engine_says_draw_by_draw(seed: int) -> None:
    case = random_case(seed, Bounds(ratifiers=(1, 4), rules=2))
    drawn = Drawn(draw(case, 4, seed))
    packages = _packages(case, 5)

    for found in acceptances(drawn, packages):
        # The engine is asked about options that may be chosen; of others it is told so.
        own = [place for place in found.barred if place.startswith("issues.")]
        for row in range(4):
            payoffs = compile_case(case, drawn.draws.values(row))
            for principal, accepted in found.accepted.items():
                asked = _only(win_set(case, principal), found.package)
                assert accepted[row] == (bool(attempt(payoffs, asked).points) and not own)
            whole = _only(zone(case), found.package)
            assert found.by_all[row] == (bool(attempt(payoffs, whole).points) and not own)


def test_the_modes_are_accepted_as_the_oracle_says() -> None:
    for seed in range(40, 52):
        case = random_case(seed)
        drawn = draw(case, 1)
        at_modes = Drawn(replace(drawn, steps=np.zeros_like(drawn.steps)))

        for row in tabulate(case).rows:
            found = acceptance(at_modes, dict(zip(case.issues, row.package, strict=True)))
            accepting = {p for p, accepted in found.accepted.items() if accepted[0]}
            assert accepting == row.accepting


def test_the_reference_case_agrees_draw_by_draw() -> None:
    case = open_case("japan-russia-2017").case
    drawn = Drawn(draw(case, 8, 1))
    payoffs = compile_case(case)
    points = attempt(payoffs, zone(case)).points[::6]

    for found in acceptances(drawn, [point.package for point in points]):
        assert not found.barred
        for row in range(8):
            moved = compile_case(case, drawn.draws.values(row))
            for party, refused in found.refused.items():
                short = moved.gain(party, found.package) < moved.reserve[party]
                assert refused[row] == short
            engine = attempt(moved, _only(zone(case), found.package)).points
            assert found.by_all[row] == bool(engine)


def test_a_broken_constraint_bars_in_every_draw() -> None:
    plain = written(ranged())
    plain["constraints"] = {
        "never": {
            "text": "not both",
            "if": {"land": ["ceded"]},
            "excludes": {"trade": ["free"]},
            "reason": "worked",
        }
    }
    drawn = Drawn(draw(Case.model_validate(plain), 9))

    found = acceptance(drawn, {"land": "ceded", "trade": "free"})

    assert found.barred == ("constraints.never",)
    assert not any(accepted.any() for accepted in found.accepted.values())


def test_an_option_alone_costs_nothing_as_often_as_the_engine_says() -> None:
    case = open_case("japan-russia-2017").case
    drawn = Drawn(draw(case, 5, 2))
    found = alone(drawn)

    for row in range(5):
        payoffs = compile_case(case, drawn.draws.values(row))
        exact = {
            (giver, offer.issue, offer.option): offer
            for giver, taker in (("JPN", "RUS"), ("RUS", "JPN"))
            for offer in offers(payoffs, giver, taker)
        }
        assert len(exact) == len(found)
        for one in found:
            offer = exact[one.giver, one.issue, one.option]
            assert one.free[row] == (offer.compensation == 0)
            assert one.welcome[row] == (offer.worth > 0)


def test_nothing_stands_alone_where_no_agreement_is_outside() -> None:
    case = random_case(1, Bounds(no_agreement="outside"))

    assert alone(Drawn(draw(case, 2))) == ()


def test_the_small_case_by_hand() -> None:
    drawn = Drawn(draw(two_issue_case(), 3))
    found = {(one.giver, one.option): one for one in alone(drawn)}

    assert {key: (bool(o.free[0]), bool(o.welcome[0])) for key, o in found.items()} == {
        ("A", "early"): (False, True),
        ("B", "middle"): (False, True),
    }
