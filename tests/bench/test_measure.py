"""A measured row carries its size, its time, its peak and the ratio to the reference."""

import time

from bench.measure import measure, sweep
from bench.registry import Registry


def test_measure_counts_time_and_memory() -> None:
    kept: list[bytes] = []

    def call() -> None:
        kept.append(b"x" * 2**20)
        time.sleep(0.002)

    seconds, peak = measure(call, repeats=3)

    assert len(kept) == 4
    assert seconds >= 0.002
    assert 1 <= peak < 1.5


def test_ratio_is_one_for_the_reference_and_missing_where_it_did_not_run() -> None:
    registry = Registry()
    registry.register("sum", sizes=[100], prepare=range, peer=True)(sum)
    registry.register("sum", sizes=[100, 200], prepare=range)(_slow)

    rows = list(sweep(registry, repeats=3))

    assert [(row.name, row.size) for row in rows] == [("sum", 100), ("_slow", 100), ("_slow", 200)]
    assert rows[0].ratio == 1
    assert rows[1].ratio is not None
    assert rows[1].ratio > 1
    assert rows[2].ratio is None


def test_only_chooses_questions() -> None:
    registry = Registry()
    registry.register("sum", sizes=[1], prepare=range)(sum)
    registry.register("slow", sizes=[1], prepare=range)(_slow)

    assert [row.question for row in sweep(registry, repeats=1, only="slo")] == ["slow"]


def _slow(numbers: range) -> int:
    time.sleep(0.002)
    return sum(numbers)
