"""Judgements moved by one step: one by one, and all together."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from detente import testing as oracle
from detente.case.case import Case
from detente.case.modes import modes
from detente.case.numbers import numbers
from detente.case.outlook_numbers import every_number
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.study.judgements import judgements, step
from detente.testing import Bounds, random_case, two_issue_case
from tests.negotiation.small import exact, small_case
from tests.report.full_case import full_case

TIGHT = Bounds(issues=(2, 3), options=(2, 3), packages=27)


def _ranged() -> Case:
    return small_case(
        {"A": {"x": [50, 60, 70], "y": 30, "z": 10}, "B": {"x": 100}},  # type: ignore[dict-item]
        {issue: {"n": {}, "p": {"A": 100, "B": 100}} for issue in ("x", "y", "z")},
    )


def test_a_weight_that_moves_rescales_the_others() -> None:
    case = _ranged()
    table = numbers(case)
    weight = next(n for n in table if n.key == "principals.A.weights.points.x")
    root = "principals.A.weights.points."

    # 60 → 70 leaves 30 for the others' 40: each keeps three quarters.
    assert step(case, table, weight, "up") == {
        f"{root}x": 70,
        f"{root}y": Fraction(45, 2),
        f"{root}z": Fraction(15, 2),
    }
    assert step(case, table, weight, "down") == {
        f"{root}x": 50,
        f"{root}y": Fraction(75, 2),
        f"{root}z": Fraction(25, 2),
    }


@pytest.mark.parametrize("seed", range(30))
def test_weights_stay_a_hundred(seed: int) -> None:
    case = random_case(seed)
    table = numbers(case)
    for number in table:
        if number.kind == "weight" and number.low < number.high < 100:
            for direction in ("down", "up"):
                changes = step(case, table, number, direction)
                assert sum(changes.values()) == 100


def _with_modes(case: Case, changes: dict[str, Fraction]) -> Case:
    """Return the case in which numbers have other modes, by editing the file's form."""
    form = case.model_dump(by_alias=True, mode="python")

    def walk(node: object, path: str) -> object:
        if not isinstance(node, dict):
            return node
        if {"low", "mode", "high"} <= node.keys():
            rest = {k: v for k, v in node.items() if k not in ("low", "mode", "high")}
            return {**rest, "value": str(changes.get(path, node["mode"]))}
        if "code" in node and path in changes:
            return {**node, "code": int(changes[path])}
        return {k: walk(v, f"{path}.{k}" if path else str(k)) for k, v in node.items()}

    return Case.model_validate(walk(form, ""))


@pytest.mark.parametrize("seed", range(8))
def test_every_move_agrees_with_the_oracle_on_the_case_so_moved(seed: int) -> None:
    case = random_case(seed, TIGHT)
    table = {number.key: number for number in numbers(case)}
    base = oracle.solutions(oracle.tabulate(case))["nash"].canonical
    for found in judgements(compile_case(case)).moves:
        moved = _with_modes(case, step(case, table.values(), table[found.key], found.direction))
        theirs = oracle.tabulate(moved)
        nash = oracle.solution(theirs, "nash").canonical

        assert found.open == oracle.is_open(theirs), found.key
        assert found.j == oracle.how_far(theirs), found.key
        assert found.same_nash == ((nash and nash.canonical) == (base and base.canonical)), (
            found.key
        )


def test_numbers_of_the_outlook_are_counted_and_not_moved() -> None:
    case = full_case()
    every = every_number(case)
    result = judgements(compile_case(case))

    assert result.total == len(every) > len(numbers(case))
    assert result.judged == sum(n.judged for n in every)
    assert result.cited == sum(bool(n.facts) for n in every if n.judged)
    assert result.by_kind["probability"] == 6
    assert result.by_signer["second"] == 1
    base = {n.key for n in numbers(case)}
    assert {move.key for move in result.moves} <= base
    assert len(result.moves) == 6


def test_a_baseline_moves_nothing() -> None:
    tree = written(_ranged())
    tree["principals"]["A"]["baseline"] = {"value": [-1, 0, 1], "reason": "worked"}
    result = judgements(compile_case(Case.model_validate(tree)))

    assert result.by_kind["baseline"] == 1
    assert [*{move.key for move in result.moves}] == ["principals.A.weights.points.x"]


def test_the_case_of_no_change_is_the_case() -> None:
    for seed in range(8):
        case = random_case(seed, TIGHT)
        assert modes(_with_modes(case, {})) == modes(case)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_counted_and_moved(seed: int) -> None:
    case = random_case(seed, TIGHT)
    table = numbers(case)
    told: list[tuple[int, int]] = []
    result = judgements(compile_case(case), progress=lambda done, of: told.append((done, of)))
    judged = [n for n in table if n.judged]

    assert (result.total, result.judged) == (len(table), len(judged))
    assert result.by_kind == Counter(n.kind for n in judged)
    assert sum(result.by_signer.values()) == len(judged)
    expected = [
        (n.key, direction)
        for n in judged
        for direction, moves in (("down", n.low < n.mode), ("up", n.mode < n.high))
        if moves and not (n.kind == "weight" and n.mode == 100)  # it shares with no other
    ]
    assert [(m.key, m.direction) for m in result.moves] == expected
    assert told == [(n + 1, len(expected)) for n in range(len(expected))]


def test_without_ranges_nothing_moves() -> None:
    result = judgements(compile_case(two_issue_case()))

    assert result.moves == ()
    assert result.against == result.favour
    assert (result.against.open, result.against.j) == (True, Fraction(1, 3))


@pytest.mark.parametrize("seed", range(60))
def test_the_zone_opens_no_sooner_against_agreement_than_in_its_favour(seed: int) -> None:
    # Of J nothing of the kind holds: it is a share of M, which moves as well.
    case = random_case(seed, TIGHT)
    result = judgements(compile_case(case))

    assert result.against.open <= result.favour.open


def test_all_against_is_every_low_score_and_every_high_reserve() -> None:
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": [40, 60, 80], "B": [10, 20, 90]}, "q": {"A": -100, "B": -100}}},  # type: ignore[dict-item]
        reserves={"A": [30, 35, 50]},
    )
    result = judgements(compile_case(case))

    # Against: A 40 < 50, so that nothing is left. In favour: A 80 ≥ 30 and B 90, both their most.
    assert exact((result.against.open, result.against.j)) == (False, 0)
    assert exact((result.favour.open, result.favour.j)) == (True, 1)
