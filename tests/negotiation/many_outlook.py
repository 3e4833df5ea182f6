"""Many random cases with an outlook through engine and oracle, in a process of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from detente.testing import Bounds, random_case
from tests.negotiation.many import Told
from tests.negotiation.outlook_agreement import Compared
from tests.negotiation.outlook_studies import study_differences

BARRED = Bounds(
    principals=(2, 4),
    ratifiers=(0, 3),
    issues=(3, 4),
    options=(2, 2),
    rules=4,
    packages=16,
    divisible=20,
    reserves=True,
)
"""Small cases with much that stands in the way."""

MOVED = Bounds(
    principals=(2, 3),
    ratifiers=(0, 2),
    issues=(2, 3),
    options=(2, 3),
    packages=12,
    shocks=(1, 2),
    beliefs=(0, 2),
    judgement_sets=(0, 1),
    dated=(0, 2),
    divisible=40,
    reserves=True,
)
"""Small cases that stand otherwise in scenarios, on days and in other eyes."""

STUDIED = 20
"""Of so many seeds one goes through the studies too."""


def bounds(seed: int) -> Bounds:
    """Return the bounds of a seed's case."""
    return MOVED if seed % 2 else BARRED


def agree(seeds: Iterable[int]) -> Told:
    """Compare engine and oracle on some seeds."""
    seen: Counter[str] = Counter()
    mismatches: list[str] = []
    for seed in seeds:
        case = random_case(seed, bounds(seed))
        compared = Compared(case, seed).everything()
        mismatches += [f"seed {seed}: {told}" for told in compared.told]
        seen += compared.seen
        seen["cases"] += 1
        if seed % STUDIED == 3:
            mismatches += [f"seed {seed}: {told}" for told in study_differences(case)]
            seen["through the studies"] += 1
    return seen, mismatches
