"""The engine and the oracle, which share no code, answer alike on thousands of random cases."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente import testing as oracle
from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.party import Party
from detente.negotiation.compiler import build
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Row, obstacles, zone
from detente.solve import merge
from detente.testing import Bounds, random_case, tabulate
from detente.testing.strategies import cases
from tests.negotiation.agreement import differences

CASES = 2000
PARTS = 4
LARGE = Bounds(issues=(3, 5), options=(2, 5), rules=4, packages=2000)

SEEN: Counter[str] = Counter()


def _features(table: oracle.Table) -> list[str]:
    """Return what makes a case telling."""
    case = table.case
    kinds = {promise.kind for promise in case.commitments.values()}
    points = [len(point.packages) for point in oracle.feasible_frontier(table)]
    told = {
        "empty zones": not table.zone,
        "open zones": oracle.is_open(table),
        "binding ratifiers": any(row.feasible and row.refusing for row in table.rows),
        "linkages": bool(case.linkages),
        "priced commitments": "priced" in kinds,
        "hard commitments": "hard" in kinds,
        "ties": any(count > 1 for count in points),
        "constraints": bool(case.constraints),
        "no agreement outside": case.no_agreement == "outside",
        "three principals": len(case.principals) == 3,
    }
    return [name for name, holds in told.items() if holds]


@pytest.mark.parametrize("part", range(PARTS))
def test_engine_and_oracle_agree(
    part: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # These cases are small: every other one drops labels from the first step on, as large ones do.
    tables: list[oracle.Table] = []

    def kept(case: Case, lifted: Iterable[str]) -> oracle.Table:
        tables.append(tabulate(case, lifted))
        return tables[-1]

    monkeypatch.setattr(oracle, "tabulate", kept)
    for seed in range(part, CASES, PARTS):
        case = random_case(seed)
        monkeypatch.setattr(merge, "_SMALL", 0 if seed // PARTS % 2 else 48)

        assert not differences(case), f"seed {seed}"

        SEEN["cases"] += 1
        places = obstacles(case)
        if places and seed % 3 == 0:
            lifted = frozenset({random.Random(seed).choice(places)})
            assert not differences(case, lifted), f"seed {seed} without {lifted}"
            SEEN["run again with an obstacle lifted"] += 1
        SEEN.update(_features(tables[0]))
        tables.clear()
    if SEEN["cases"] == CASES:
        told = ", ".join(f"{count:,} {name}" for name, count in SEEN.items() if name != "cases")
        with capsys.disabled():
            print(f"\nengine = oracle on {CASES:,} random cases, 0 mismatches: {told}")
        assert all(count >= CASES // 20 for count in SEEN.values()), SEEN


@pytest.mark.slow
@pytest.mark.fuzz
@given(cases(LARGE))
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_engine_and_oracle_agree_on_larger_cases(case: Case) -> None:
    assert not differences(case)


@pytest.mark.slow
@pytest.mark.fuzz
@given(st.integers(10**6, 10**7))
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_engine_and_oracle_agree_on_larger_cases_with_everything_lifted(seed: int) -> None:
    case = random_case(seed, LARGE)

    assert not differences(case, frozenset(obstacles(case)))


def _shifted(estimate: Estimate, by: Fraction) -> Estimate:
    ends = {end: getattr(estimate, end) + by for end in ("low", "mode", "high")}
    return estimate.model_copy(update=ends)


def _fine(case: Case, seed: int) -> Case:
    """Return the case with weights and reserves of forty-digit denominators."""
    draw = random.Random(seed)

    def fine(party: Party) -> Party:
        grain = Fraction(1, 10**40 + draw.randint(1, 10**39))
        names = [*party.weights.points]
        changes = [grain * draw.randint(-9, 9) for _ in names[1:]]
        points = {
            name: _shifted(party.weights.points[name], change)
            for name, change in zip(names, [-sum(changes, Fraction(0)), *changes], strict=True)
        }
        least = Fraction(draw.randint(-9, 9), 10**40 + 7)
        return party.model_copy(
            update={
                "weights": party.weights.model_copy(update={"points": points}),
                "reserve": party.reserve and _shifted(party.reserve, least),
            }
        )

    return case.model_copy(
        update={
            "principals": {name: fine(party) for name, party in case.principals.items()},
            "ratifiers": {name: fine(party) for name, party in case.ratifiers.items()},
        }
    )


def _rows(case: Case) -> list[Row]:
    return [Row(party) for party in case.parties]


def test_engine_and_oracle_agree_beyond_64_bits() -> None:
    beyond = 0
    for seed in range(80):
        case = _fine(random_case(seed), seed)
        payoffs = compile_case(case)
        question = zone(case)
        beyond += build(payoffs, question, tuple(_rows(case))).magnitude > 2**62

        assert not differences(case), f"seed {seed}"

    assert beyond > 70
