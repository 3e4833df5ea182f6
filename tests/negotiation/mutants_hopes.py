"""Faults put into hopes, bounds and prices, and programs that large answers are tried on in small.

Cases drawn at random are small, and never come to hopes; these programs are made to.
"""

from __future__ import annotations

from detente.solve.program import Frontier, Program
from detente.testing.programs import tied_program
from tests.negotiation.mutant import Mutant
from tests.solve.brute import brute

SEEDS = 150

BOUNDS = "solve/bounds.py"
HOPES = "solve/hopes.py"
LAGRANGE = "solve/lagrange.py"


def answers() -> list[tuple[Program, Frontier]]:
    """Return programs with every kind of tie, and their answers by looking at every package."""
    found = []
    for seed in range(SEEDS):
        program = tied_program(
            seed,
            variables=4 + seed % 3,
            options=3,
            magnitude=(5, 20, 100, 10**6)[seed % 4],
            forbidden=seed % 7,
            ratifiers=seed % 4,
            linkages=seed % 2,
            charges=seed % 3,
            opposed=seed % 5 > 0,
        )
        found.append((program, brute(program)))
    return found


HOPED = (
    Mutant(
        "what is just ahead of two known points is not sought",
        BOUNDS,
        "found[2::2, 0] = stairs[:, 0] + 1",
        "found[2::2, 0] = stairs[:, 0] + 2",
    ),
    Mutant(
        "a known point is not sought again, so that its packages are not counted",
        BOUNDS,
        "found[1::2] = stairs\n",
        "found[1::2] = stairs + 1\n",
    ),
    Mutant(
        "labels that just reach what is sought are hopeless",
        BOUNDS,
        "now[1] < needed",
        "now[1] <= needed",
    ),
    Mutant(
        "a grid rounded down: the need of a lower first value",
        BOUNDS,
        "(now[0] - low + width - 1) // width",
        "(now[0] - low) // width",
    ),
    Mutant(
        "one corner in reach is passed over",
        BOUNDS,
        "(low <= reach)",
        "(low <= reach + 1)",
    ),
    Mutant(
        "who misses the corners of one direction misses all",
        BOUNDS,
        "np.all(limits < self._least",
        "np.any(limits < self._least",
    ),
    Mutant(
        "slack costs what it should bring",
        LAGRANGE,
        "found += self._prices @ slack",
        "found -= self._prices @ slack",
    ),
    Mutant(
        "gates priced before they are called",
        LAGRANGE,
        "slack *= self._flags[step][:, labels.state]",
        "pass",
    ),
    Mutant(
        "the later steps bring what the first option leads to",
        LAGRANGE,
        "after = self._back(self._steps[place], full, after).max(axis=2)",
        "after = self._back(self._steps[place], full, after)[:, :, 0]",
    ),
    Mutant(
        "hopes not met count as proved",
        HOPES,
        "while not covered(self._known, passed).all() and not len(asked):",
        "while False:",
    ),
    Mutant(
        "only what is ahead of the last hopes is asked",
        HOPES,
        "covered(passed, corners) & ~same",
        "~covered(passed, corners)",
    ),
)
