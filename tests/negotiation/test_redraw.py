"""A question answered in every draw is answered as for a case that has those numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation import drawn_whole, redraw
from detente.negotiation.acceptability import acceptance
from detente.negotiation.compiler import answer
from detente.negotiation.drawn import Drawn
from detente.negotiation.draws import draw
from detente.negotiation.payoff import compile_case, move
from detente.negotiation.question import Point, Question, Row, feasible, obstacles, win_set, zone
from detente.negotiation.reach import largest
from detente.negotiation.redraw import Redraws
from detente.solve import batch
from detente.testing import random_case, two_issue_case
from detente.testing.draw import Bounds
from detente.testing.oracle import largest_gains, tabulate, zone_frontier
from tests.negotiation.at_draw import at_draw
from tests.negotiation.ranged import ranged

BOUNDS = Bounds(ratifiers=(0, 4), rules=3, packages=200)


def redraws_of(case: Case, count: int, seed: int) -> Redraws:
    return Redraws(Drawn(draw(case, count, seed)))


def found_in(redraws: Redraws, question: Question) -> list[list[tuple[object, Mapping[str, str]]]]:
    found = redraws.answer(question)
    return [
        [
            (point.values, dict(point.package))
            for point in found.exactly(range(begin, end), redraws.options)
        ]
        for begin, end in zip(found.starts[:-1], found.starts[1:], strict=True)
    ]


def told(points: tuple[Point, ...]) -> list[tuple[object, Mapping[str, str]]]:
    return [(point.values, dict(point.package)) for point in points]


@pytest.mark.parametrize("seed", range(120))
def test_the_zone_is_that_of_the_oracle_in_every_draw(seed: int) -> None:
    case = random_case(seed, BOUNDS)
    redraws = redraws_of(case, 3, seed)
    found = found_in(redraws, zone(case))

    for row, points in enumerate(found):
        table = tabulate(at_draw(case, redraws.drawn.draws.values(row)))
        expected = [
            (tuple(point.gains), dict(zip(case.issues, point.canonical, strict=True)))
            for point in reversed(zone_frontier(table))
        ]
        assert points == expected
    assert redraws.rounded == 0


@pytest.mark.parametrize("seed", range(20))
def test_the_most_of_each_side_is_that_of_the_oracle(seed: int) -> None:
    case = random_case(seed, BOUNDS)
    redraws = redraws_of(case, 3, seed)
    mosts = {p: found_in(redraws, largest(case, p)) for p in case.principals}

    for row in range(3):
        expected = largest_gains(at_draw(case, redraws.drawn.draws.values(row)))
        for principal, most in expected.items():
            points = mosts[principal][row]
            assert (points[0][0] if points else None) == (None if most is None else (most,))


@pytest.mark.parametrize("seed", range(30))
def test_any_question_is_answered_as_one_by_one(seed: int) -> None:
    bounds = Bounds(principals=(2, 3), rules=3, divisible=40 if seed % 2 else 0)
    case = random_case(seed, bounds)
    redraws = redraws_of(case, 4, seed)
    first, second, *_ = case.principals
    lifted = frozenset(obstacles(case))
    questions = [
        feasible(case),
        win_set(case, first),
        zone(case, lifted),
        Question((Row(second), Row(first)), consent=(first,), reserves=(first,)),
    ]
    for question in questions:
        found = found_in(redraws, question)
        for row in range(4):
            payoffs = compile_case(case, redraws.drawn.draws.values(row))
            assert found[row] == told(answer(payoffs, question))


def test_the_reference_case_is_answered_exactly_as_one_by_one() -> None:
    case = open_case("japan-russia-2017").case
    redraws = redraws_of(case, 6, 5)
    found = found_in(redraws, zone(case))

    for row in range(6):
        payoffs = move(redraws.payoffs, redraws.drawn.draws.values(row))
        assert found[row] == told(answer(payoffs, zone(case)))
    assert redraws.rounded == 0


def test_draws_too_wide_to_be_carried_together_are_answered_by_themselves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = random_case(4, BOUNDS)
    expected = found_in(redraws_of(case, 5, 1), zone(case))
    for wide in (0, 8, 40):
        monkeypatch.setattr(batch, "LABELS", wide)
        assert found_in(redraws_of(case, 5, 1), zone(case)) == expected


def test_what_is_rounded_is_near_and_a_tie_stays_a_tie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn_whole, "FITS", 2.0**12)
    case = ranged()
    redraws = redraws_of(case, 40, 2)
    found = found_in(redraws, zone(case))
    assert redraws.rounded == 40

    for row, points in enumerate(found):
        payoffs = move(redraws.payoffs, redraws.drawn.draws.values(row))
        exact = told(answer(payoffs, zone(case)))
        assert [package for _, package in points] == [package for _, package in exact]
        for (values, _), (true, _) in zip(points, exact, strict=True):
            assert isinstance(values, tuple)
            assert isinstance(true, tuple)
            for one, two in zip(values, true, strict=True):
                assert abs(one - two) < Fraction(1, 100_000)


@pytest.mark.parametrize("seed", range(25))
def test_a_package_is_acceptable_in_the_draws_in_which_the_zone_holds_it(seed: int) -> None:
    case = random_case(seed, BOUNDS)
    redraws = redraws_of(case, 8, seed)
    packages = [
        {issue: [*e.options][(turn + place) % len(e.options)] for place, (issue, e) in held}
        for turn in range(4)
        for held in ([*enumerate(case.issues.items())],)
    ]
    for package in packages:
        told_so = acceptance(redraws.drawn, package)
        if any(place.startswith("issues.") for place in told_so.barred):
            continue  # the engine does not choose an option that is a third party's
        alone = Question(
            zone(case).maximise,
            tuple(case.principals),
            tuple(case.principals),
            {issue: (option,) for issue, option in package.items()},
        )
        assert redraws.answer(alone).any.tolist() == told_so.by_all.tolist()


def test_acceptable_in_the_reference_case_by_both_paths() -> None:
    case = open_case("japan-russia-2017").case
    redraws = redraws_of(case, 200, 0)
    points = answer(redraws.payoffs, zone(case))

    for point in points[::8]:
        alone = Question(
            zone(case).maximise,
            tuple(case.principals),
            tuple(case.principals),
            {issue: (option,) for issue, option in point.package.items()},
        )
        held = redraws.answer(alone).any
        assert held.tolist() == acceptance(redraws.drawn, point.package).by_all.tolist()


def test_the_first_draws_are_answered_alike_however_many_there_are() -> None:
    case = two_issue_case()
    few, more = (found_in(redraws_of(case, count, 3), zone(case)) for count in (5, 150))
    assert few == more[:5]


def test_pins_and_floors_are_refused() -> None:
    redraws = redraws_of(two_issue_case(), 2, 0)
    pinned = Question((Row("A", {"price": "low"}),))
    floored = Question((Row("A"),), floors=((Row("B"), Fraction(1)),))
    for question in (pinned, floored):
        with pytest.raises(ValueError, match="pins and floors"):
            redraws.answer(question)


def test_points_in_doubles_and_the_draws_that_have_any() -> None:
    redraws = redraws_of(two_issue_case(), 2, 0)
    found = redraws.answer(zone(redraws.case))
    exact = found.exactly(range(len(found.turn)), redraws.options)
    assert np.allclose(found.points, [[float(v) for v in point.values] for point in exact])
    assert found.any.tolist() == [True, True]
    assert redraw.Answers(found.turn[:2], found.values[:2], found.unit, found.packages[:2]).any[0]


def test_priced_promises_and_linkages_that_are_nothing_as_judged_count_in_draws() -> None:
    plain = written(ranged())
    plain["linkages"] = {
        "both": {
            "text": "worked",
            "when": {"land": ["split"], "trade": ["some"]},
            "points": {"A": {"value": [-20, 0, 20]}, "B": {"value": [-20, 0, 20]}},
            "reason": "worked",
        }
    }
    plain["third_parties"] = {"X": {"name": "X"}}
    plain["commitments"] = {
        "promise": {
            "text": "worked",
            "by": "A",
            "to": "X",
            "kind": "priced",
            "options": {"trade": ["free"]},
            "price": {"value": [0, 0, 30], "reason": "worked"},
        }
    }
    case = Case.model_validate(plain)
    redraws = redraws_of(case, 12, 1)
    found = found_in(redraws, zone(case))
    for row in range(12):
        payoffs = compile_case(case, redraws.drawn.draws.values(row))
        assert found[row] == told(answer(payoffs, zone(case)))
