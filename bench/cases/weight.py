"""One weight of the reference case is changed, and questions are answered anew in one process."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import count, permutations
from typing import Any

from bench.registry import REGISTRY, Problem
from detente.case.preference import reweighed
from detente.files.judged import open_judged
from detente.negotiation.payoff import Payoffs, compile_case, move
from detente.solve.merge import solve
from detente.study.frontier import frontier
from detente.study.obstacles import find_obstacles
from detente.study.offers import offers

CASE = "japan-russia-2017"
PARTY, ISSUE, WEIGHT = "RUS", "economy", 14


def _offers(payoffs: Payoffs) -> None:
    for giver, taker in permutations(payoffs.case.principals, 2):
        offers(payoffs, giver, taker)


ASKED: dict[str, tuple[Callable[[Payoffs], Any], ...]] = {
    "frontier": (frontier,),
    "offers, both ways": (_offers,),
    "obstacles": (find_obstacles,),
    "all three": (frontier, _offers, find_obstacles),
}


class Session:
    """A case that is held, and what is asked of it."""

    def __init__(self, asked: tuple[Callable[[Payoffs], Any], ...]) -> None:
        self._asked = asked
        self._held: Payoffs = compile_case(open_judged(CASE).case)
        self._times = count(1)

    def again(self) -> int:
        """Change the weight to one that was not seen yet, answer, return how often was solved."""
        weight = WEIGHT + Fraction(next(self._times), 100)
        root = f"principals.{PARTY}.weights.points."
        weights = {k: v for k, v in self._held.values.items() if k.startswith(root)}
        total = self._held.case.parties[PARTY].weights.total
        payoffs = move(self._held, reweighed(weights, f"{root}{ISSUE}", weight, total))
        with _counted() as solved:
            for ask in self._asked:
                ask(payoffs)
        return len(solved)


@contextmanager
def _counted() -> Iterator[list[None]]:
    """Count the calls of the engine wherever it was imported."""
    solved: list[None] = []

    def counting(*given: Any, **named: Any) -> Any:
        solved.append(None)
        return solve(*given, **named)

    homes = [
        module
        for name, module in [*sys.modules.items()]
        if name.startswith("detente.") and getattr(module, "solve", None) is solve
    ]
    for module in homes:
        vars(module)["solve"] = counting
    try:
        yield solved
    finally:
        for module in homes:
            vars(module)["solve"] = solve


WEIGHTS = REGISTRY.question(
    "weight",
    "One weight changed, and questions answered anew in one process",
    [
        Problem(name, lambda asked=asked: Session(asked), f"{CASE}: {PARTY}'s weight of {ISSUE}")  # type: ignore[misc]
        for name, asked in ASKED.items()
    ],
)
WEIGHTS.answer("study", ours=True, remark=lambda solved: f"{solved} solves")(Session.again)
