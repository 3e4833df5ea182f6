"""Opening sets: minimal, complete, and no reserve lowered by more than it must."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.opening import opening_sets
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.question import Lifted, obstacles
from detente.negotiation.target import Target, reaches
from detente.testing import Bounds, two_issue_case
from detente.testing.strategies import cases

BARRED = Bounds(issues=(2, 3), options=(2, 2), rules=4, packages=8, reserves=True)
RANDOM = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])


def _case(reserves: dict[str, Any], **rooms: Any) -> Case:
    plain = written(two_issue_case())
    for party, least in reserves.items():
        plain["principals"][party]["reserve"] = {"value": least, "reason": "worked"}
        plain["principals"][party]["reserve_removable"] = True
    plain["third_parties"] = {"X": {"name": "X"}}
    return Case.model_validate({**plain, **rooms})


def _promise(name: str, by: str, issue: str, option: str) -> dict[str, Any]:
    form = {"text": name, "by": by, "to": "X", "kind": "hard", "options": {issue: option}}
    return {name: {**form, "removable": True}}


def _open(payoffs: Payoffs, lifted: Lifted) -> bool:
    return reaches(payoffs, Target(), lifted)


def test_an_open_zone_needs_nothing() -> None:
    found = opening_sets(compile_case(two_issue_case()))

    assert [one.lifted for one in found.sets] == [frozenset()]
    assert found.complete


def test_either_of_two_reserves_can_give_way() -> None:
    # (12, 44) needs A to fall by 18, (40, 20) needs B to fall by 10.
    found = opening_sets(compile_case(_case({"A": 30, "B": 30})))

    assert [dict(one.relax) for one in found.sets] == [
        {"principals.A.reserve": 18},
        {"principals.B.reserve": 10},
    ]


def test_two_promises_must_go_together() -> None:
    barred = {**_promise("m", "A", "delivery", "early"), **_promise("k", "A", "price", "high")}
    late = opening_sets(compile_case(_case({}, commitments=barred)), Target({"price": "high"}))

    assert [sorted(one.lifted) for one in late.sets] == [["commitments.k", "commitments.m"]]
    assert opening_sets(compile_case(_case({}, commitments=barred))).sets[0].lifted == {
        "commitments.m"
    }


def test_what_cannot_be_reached_has_no_set() -> None:
    found = opening_sets(compile_case(two_issue_case()), Target(gain={"A": Fraction(71)}))

    assert found.sets == ()
    assert found.complete


@given(cases(BARRED))
@RANDOM
def test_no_element_can_be_left_out(case: Case) -> None:
    payoffs = compile_case(case)
    found = opening_sets(payoffs)

    assert bool(found.sets) == _open(payoffs, frozenset(obstacles(case)))
    for one in found.sets:
        assert one.lifted <= frozenset(obstacles(case))
        assert _open(payoffs, one.lifted)
        assert not any(_open(payoffs, one.lifted - {name}) for name in one.lifted)


@given(cases(BARRED))
@RANDOM
def test_lowering_the_reserves_so_far_opens_and_a_little_less_does_not(case: Case) -> None:
    for one in opening_sets(compile_case(case)).sets:
        names = {name.split(".")[1]: fall for name, fall in one.relax.items()}
        others = one.lifted - one.relax.keys()
        assert {f"principals.{name}.reserve" for name in names} | others == one.lifted
        assert _open(_lowered(case, names), others)
        for name, fall in names.items():
            assert fall > 0
            short = {**names, name: fall - Fraction(1, 1000)}
            if len(names) == 1:
                assert not _open(_lowered(case, short), others)


def _lowered(case: Case, falls: dict[str, Fraction]) -> Payoffs:
    payoffs = compile_case(case)
    reserve = {p: least - falls.get(p, Fraction(0)) for p, least in payoffs.reserve.items()}
    return replace(payoffs, reserve=reserve)


@given(cases(BARRED), st.integers(1, 2))
@RANDOM
def test_a_limit_is_told(case: Case, limit: int) -> None:
    payoffs = compile_case(case)
    every, some = opening_sets(payoffs), opening_sets(payoffs, limit=limit)

    assert every.complete
    assert len(some.sets) == min(limit, len(every.sets))
