"""Ceilings: planted ones are found, common movement is not taken for one."""

import csv
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from detente.record.ceiling import Ceiling, Floats, ceiling
from tests.record.stationary import wandering

ROOT = Path(__file__).parents[2]
World = tuple[Floats, Floats, dict[str, Floats]]


def world(kind: str, n: int, seed: int, memory: float = 0.5) -> World:
    """Return A, B and three placebos, all moved by the state that they share."""
    rng = np.random.default_rng(seed)
    shared = wandering(n, memory, rng)
    given = shared + wandering(n, memory, rng)
    placebos = {name: shared + wandering(n, memory, rng) for name in ("p", "q", "r")}
    free = wandering(n, memory, rng)
    a = {
        "ceiling": np.minimum(shared + 1.5 * free + 0.5, given),
        "common": shared + free,
        "apart": free,
        "both": shared + 0.9 * (given - shared) + 0.4 * free,
        "floor": np.maximum(shared + 1.5 * free - 0.5, given),
    }[kind]
    return a, given, placebos


def verdicts(kind: str, n: int, seeds: range) -> list[str]:
    return [ceiling(*world(kind, n, seed), draws=99).verdict for seed in seeds]


def test_a_planted_ceiling_binds() -> None:
    found = ceiling(*world("ceiling", 240, 1), draws=99)
    assert json.loads(json.dumps(asdict(found)))["verdict"] == found.verdict
    assert found.verdict == "binds"
    assert found.margin is not None
    assert found.margin.low > 0
    assert found.net[0].upper.value > found.net[0].lower.value
    assert [one.name for one in found.net] == ["given", "p", "q", "r"]
    assert found.periods == 240


def test_common_movement_is_no_ceiling() -> None:
    found = ceiling(*world("common", 240, 2), draws=99)
    assert found.verdict == "common movement only"
    assert found.shared is not None
    assert found.shared.low > 0


@pytest.mark.parametrize("kind", ["apart", "both"])
def test_what_follows_in_no_tail_or_in_both_is_no_ceiling(kind: str) -> None:
    assert ceiling(*world(kind, 240, 3), draws=99).verdict == "no ceiling"


def test_a_floor_is_no_ceiling() -> None:
    assert ceiling(*world("floor", 240, 4), draws=99).verdict != "binds"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["common", "apart", "both", "floor"])
@pytest.mark.parametrize("n", [26, 90])
def test_without_a_ceiling_none_binds_but_one_in_twenty(kind: str, n: int) -> None:
    assert verdicts(kind, n, range(60)).count("binds") <= 3


@pytest.mark.slow
def test_a_ceiling_is_found_in_most_series_of_three_hundred() -> None:
    assert verdicts("ceiling", 300, range(12)).count("binds") >= 10


@pytest.mark.slow
def test_in_few_years_a_ceiling_is_never_excluded() -> None:
    assert "no ceiling" not in verdicts("ceiling", 26, range(40))


def test_scale_and_origin_do_not_matter() -> None:
    a, given, placebos = world("ceiling", 60, 5)
    one = ceiling(a, given, placebos, draws=49)
    other = ceiling(
        3 * a - 1, 0.5 * given + 9, {name: 2 * x + 4 for name, x in placebos.items()}, draws=49
    )
    assert other.verdict == one.verdict
    for left, right in zip(one.raw + one.net, other.raw + other.net, strict=True):
        assert left.upper.value == pytest.approx(right.upper.value, abs=1e-5)
        assert left.lower.low == pytest.approx(right.lower.low, abs=1e-5)


def test_missing_periods_are_left_out() -> None:
    a, given, placebos = world("common", 60, 6)
    a[4], given[7], placebos["q"][9] = np.nan, np.nan, np.nan
    kept = np.delete(np.arange(60), [4, 7, 9])
    one = ceiling(a, given, placebos, draws=49)
    two = ceiling(a[kept], given[kept], {k: x[kept] for k, x in placebos.items()}, draws=49)
    assert one == two
    assert one.periods == 57


def test_too_little_to_tell() -> None:
    a, given, placebos = world("common", 40, 7)
    for found in (
        ceiling(a[:19], given[:19], {}),
        ceiling(a, given, {}, draws=49),
        ceiling(a, np.ones(40), placebos),
        ceiling(np.full(40, np.nan), given, placebos),
    ):
        assert found.verdict == "too little to tell"
        assert found.reason


def test_what_are_no_series_is_refused() -> None:
    row = np.ones(30)
    with pytest.raises(ValueError, match="one length"):
        ceiling(row, row[1:], {})
    with pytest.raises(ValueError, match="given"):
        ceiling(row, row, {"given": row})
    with pytest.raises(ValueError, match="finite"):
        ceiling(row * np.inf, row, {})
    with pytest.raises(ValueError, match="quantiles"):
        ceiling(row, row, {}, high=0.1)


def ideal_points() -> dict[tuple[int, int], float]:
    """Return ideal points by COW code and year."""
    folder = ROOT.parent / "shared" / "data" / "states"
    path = folder / "evoeten_IdealpointestimatesAll_Apr2020.csv"
    if not path.is_file():
        pytest.skip("../shared/data is absent")
    with path.open(encoding="latin-1", newline="") as file:
        return {
            (int(row["ccode"]), int(row["session"]) + 1945): float(row["IdealPoint"])
            for row in csv.DictReader(file)
            if row["IdealPoint"] not in {"", "NA"}
        }


def test_japan_and_russia_move_with_russia(say: Callable[[str], None]) -> None:
    points = ideal_points()

    def closeness(*codes: int) -> Floats:
        rows = []
        for year in range(1991, 2017):
            known = [points[code, year] for code in codes if (code, year) in points]
            russia = points.get((365, year), np.nan)
            rows.append(-abs(known[0] - russia) if known else np.nan)
        return np.array(rows)

    found: Ceiling = ceiling(
        closeness(740),
        closeness(2),
        {"GBR": closeness(200), "DEU": closeness(255, 260), "CAN": closeness(20)},
    )
    say(f"Japan–Russia given US–Russia, 1991–2016: {found.verdict}: {found.reason}")
    assert found.periods == 26
    assert found.verdict == "common movement only"
    assert "not excluded" in found.reason
    assert found.shared is not None
    assert found.shared.value > 0.8
