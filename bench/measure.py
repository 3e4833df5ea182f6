"""How one call is measured: the median of its times, and the peak of its allocations."""

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.registry import Registry


@dataclass(frozen=True)
class Row:
    """One line of the table; ``ratio`` is to the reference at the same size, if it ran there."""

    question: str
    name: str
    size: int
    seconds: float
    peak_mib: float
    ratio: float | None


def measure(call: Callable[[], object], repeats: int) -> tuple[float, float]:
    """Return the median seconds of ``repeats`` calls and the peak in MiB of one further call.

    Memory is traced in a call of its own, since tracing slows a call down. It counts what Python
    and NumPy allocate, not what a compiled library takes for itself.
    """
    times = []
    for _ in range(repeats):
        gc.collect()
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    tracemalloc.start()
    try:
        call()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return statistics.median(times), peak / 2**20


def sweep(registry: Registry, *, repeats: int, only: str = "") -> Iterator[Row]:
    """Measure every entry whose question contains ``only``, rivals side by side by size."""
    for question, entries in registry.questions():
        if only not in question:
            continue
        for size in sorted({size for entry in entries for size in entry.sizes}):
            reference: float | None = None
            for entry in entries:
                if size not in entry.sizes:
                    continue
                seconds, peak = measure(entry.bind(size), repeats)
                if entry is entries[0]:
                    reference = seconds
                ratio = seconds / reference if reference else None
                yield Row(question, entry.name, size, seconds, peak, ratio)
