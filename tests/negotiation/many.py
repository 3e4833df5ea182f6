"""Many random cases through engine and oracle, in a process of its own."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from detente import testing as oracle
from detente.case.case import Case
from detente.negotiation.question import obstacles
from detente.solve import passes
from detente.testing import Table, random_case
from tests.negotiation.agreement import differences

Told = tuple[Counter[str], list[str]]
"""How many cases show what, and what engine and oracle differ on."""


def _tied(table: Table) -> bool:
    return any(len(point.packages) > 1 for point in oracle.feasible_frontier(table))


def _kind(kind: str) -> Callable[[Table], bool]:
    return lambda table: any(m.kind == kind for m in table.case.commitments.values())


FEATURES: dict[str, Callable[[Table], bool]] = {
    "empty zones": lambda table: not table.zone,
    "open zones": oracle.is_open,
    "binding ratifiers": lambda table: any(r.feasible and r.refusing for r in table.rows),
    "linkages": lambda table: bool(table.case.linkages),
    "priced commitments": _kind("priced"),
    "hard commitments": _kind("hard"),
    "ties": _tied,
    "constraints": lambda table: bool(table.case.constraints),
    "no agreement outside": lambda table: table.case.no_agreement == "outside",
    "three principals": lambda table: len(table.case.principals) == 3,
    "run again with an obstacle lifted": lambda _: False,
}
"""What makes a case telling, by a name for the count of such cases."""


PARTS = 4


def on_two_processors(compare: Callable[[Iterable[int]], Told], seeds: range) -> Told:
    """Compare on some seeds, in parts of which two are under way at a time."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        runs = [*pool.map(compare, (seeds[part::PARTS] for part in range(PARTS)))]
    seen = sum((counted for counted, _ in runs), Counter[str]())
    return seen, [mismatch for _, mismatches in runs for mismatch in mismatches]


def agree(seeds: Iterable[int]) -> Told:
    """Compare engine and oracle on some seeds.

    The cases are small: every other one drops labels from the first step on, as large ones do.
    """
    seen: Counter[str] = Counter()
    mismatches: list[str] = []
    tables: list[Table] = []
    tabulate = oracle.tabulate

    def kept(case: Case, lifted: Iterable[str] = oracle.NOTHING) -> Table:
        tables.append(tabulate(case, lifted))
        return tables[-1]

    vars(oracle)["tabulate"] = kept
    for number, seed in enumerate(seeds):
        case = random_case(seed)
        vars(passes)["_SMALL"] = 0 if number % 2 else 48
        tables.clear()
        mismatches += [f"seed {seed}: {told}" for told in differences(case)]
        seen["cases"] += 1
        seen.update(name for name, holds in FEATURES.items() if holds(tables[0]))
        places = obstacles(case)
        if places and seed % 5 == 0:
            lifted = frozenset({random.Random(seed).choice(places)})
            mismatches += [f"seed {seed} without {lifted}: {m}" for m in differences(case, lifted)]
            seen["run again with an obstacle lifted"] += 1
    return seen, mismatches
