"""What holds of every frontier, whatever the case."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.negotiation.compiler import answer, count
from detente.negotiation.frontier import frontiers
from detente.negotiation.payoff import compile_case, move
from detente.negotiation.question import Point, feasible, win_set, zone
from detente.solve.exhaustive import dominates
from detente.testing import Bounds, two_issue_case
from detente.testing.strategies import cases
from tests.negotiation.small import exact

SMALL = Bounds(issues=(2, 4), packages=60)
RANDOM = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def _values(points: tuple[Point, ...]) -> list[tuple[Fraction, ...]]:
    return [point.values for point in points]


def test_the_frontiers_of_two_issues() -> None:
    # Of (0, 0), (−30, 60), (42, −16), (12, 44), (70, −40), (40, 20) only (0, 0) is dominated, by
    # (40, 20); the zone asks both for 0 at least.
    both = frontiers(compile_case(two_issue_case()))

    assert exact(_values(both.feasible)) == [(70, -40), (42, -16), (40, 20), (12, 44), (-30, 60)]
    assert exact(_values(both.zone)) == [(40, 20), (12, 44)]


@given(cases(SMALL))
@RANDOM
def test_a_frontier_is_mutually_non_dominated_and_nothing_dominates_it(case: Case) -> None:
    payoffs = compile_case(case)
    both = frontiers(payoffs)
    for question, found in ((feasible(case), both.feasible), (zone(case), both.zone)):
        reached = _values(answer(payoffs, question, image=True))
        efficient = _values(found)
        assert not any(dominates(a, b) for a in reached for b in efficient)
        assert all(v in efficient or any(dominates(e, v) for e in efficient) for v in reached)
    least = [payoffs.reserve[p] for p in case.principals]
    assert all(v >= r for values in _values(both.zone) for v, r in zip(values, least, strict=True))


@given(cases(SMALL), st.fractions(0, 40))
@RANDOM
def test_a_win_set_shrinks_as_its_reserve_rises(case: Case, more: Fraction) -> None:
    payoffs = compile_case(case)
    for party in case.parties:
        room = "principals" if party in case.principals else "ratifiers"
        higher = move(payoffs, {f"{room}.{party}.reserve": payoffs.reserve[party] + more})
        for principal in case.principals:
            before = count(payoffs, win_set(case, principal))
            assert count(higher, win_set(case, principal)) <= before
        assert count(higher, zone(case)) <= count(payoffs, zone(case))
        assert count(higher, feasible(case)) == count(payoffs, feasible(case))


@given(cases(SMALL))
@RANDOM
def test_permuting_the_principals_permutes_the_points(case: Case) -> None:
    turned = case.model_copy(update={"principals": dict(reversed([*case.principals.items()]))})
    for question in (feasible, zone):
        points = answer(compile_case(case), question(case))
        other = answer(compile_case(turned), question(turned))
        assert {(p.values, tuple(p.package.values()), p.count) for p in points} == {
            (p.values[::-1], tuple(p.package.values()), p.count) for p in other
        }


@given(cases(SMALL))
@RANDOM
def test_the_zone_lies_in_every_win_set(case: Case) -> None:
    payoffs = compile_case(case)
    inside = count(payoffs, zone(case))
    whole = count(payoffs, feasible(case))
    for principal in case.principals:
        assert inside <= count(payoffs, win_set(case, principal)) <= whole
