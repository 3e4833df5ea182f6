"""Faults put into what is solved side by side, and what each program or question answers alone."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from detente.case.case import Case
from detente.solve.program import Program
from detente.testing import random_case
from tests.negotiation.asked import told_alone
from tests.negotiation.mutant import Mutant
from tests.negotiation.small import small_case
from tests.solve.brute import brute, random_program
from tests.solve.otherwise import otherwise

PROGRAMS, CASES = 120, 60

MOULD = "negotiation/mould.py"
MOULDING = "negotiation/moulding.py"
STAND = "negotiation/stand.py"
BESIDE = "solve/beside.py"
NUMBERS = "solve/numbers.py"
GROUPED = "solve/grouped.py"


@dataclass(frozen=True)
class Known:
    """Programs of one frame with their answers, and cases with theirs."""

    programs: list[tuple[list[Program], list[tuple[Any, ...]]]]
    cases: list[tuple[Case, list[Any]]]


def side_by_side() -> Known:
    """Return what each program and question answers by itself."""
    programs = []
    for seed in range(PROGRAMS):
        rng = random.Random(seed)
        first = random_program(seed)
        several = [first, *(otherwise(first, rng) for _ in range(7))]
        found = [brute(one) for one in several]
        programs.append((several, [(f.points, f.packages, f.counts) for f in found]))
    # Two packages of one product: the canonical one stands second.
    even = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "b": {"A": 100, "B": 50}, "a": {"A": 50, "B": 100}}},
    )
    cases = [even, *(random_case(seed) for seed in range(CASES))]
    return Known(programs, [(case, told_alone(case)) for case in cases])


TOGETHER = (
    Mutant(
        "what nobody asks of a row that counts is asked all the same",
        MOULD,
        "max(floors) if floors else -payoffs.bound[bar.party]",
        "max(floors, default=0)",
    ),
    Mutant(
        "a floor stands in for a reserve on the same row",
        MOULDING,
        "found[row, None] = (reserve, (*floors, least))",
        "found[row, None] = (False, (*floors, least))",
    ),
    Mutant(
        "programs side by side share their states",
        BESIDE,
        "leads + ends * np.arange(size)[:, None, None]",
        "leads + 0 * np.arange(size)[:, None, None]",
    ),
    Mutant(
        "programs side by side share their domains",
        BESIDE,
        "held = (leads >= 0) & allowed[:, None, :]",
        "held = (leads >= 0) & allowed.any(axis=0)[None, None, :]",
    ),
    Mutant(
        "side by side, what later steps may bring is left out",
        NUMBERS,
        "self.floors[:, index] - most[:, gate.row]",
        "self.floors[:, index]",
    ),
    Mutant(
        "side by side, a row is cut below its floor",
        BESIDE,
        "numbers.floors[:, i] - lows[step][:, gate.row]",
        "numbers.floors[:, i] - most[step][:, gate.row]",
    ),
    Mutant(
        "what is dominated by one further back is kept",
        GROUPED,
        "                back = 0\n",
        "",
    ),
    Mutant(
        "side by side, slack is not compared",
        GROUPED,
        "for column in (*goals[2:], *free):",
        "for column in goals[2:]:",
    ),
    Mutant(
        "the first of several Nash packages, not the canonical one",
        STAND,
        "tied = [place for place, mark in enumerate(marks) if mark == best]",
        "tied = [marks.index(best)]",
    ),
)
