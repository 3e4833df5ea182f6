"""Plans of the engine beside those of the oracle, and small cases with steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.course import Course
from detente.negotiation.effects import AfterSteps
from detente.negotiation.payoff import compile_case
from detente.negotiation.sequence import Compiled, compiled
from detente.negotiation.steps import candidates
from detente.solve.cpsat_schedule import solve_schedule
from detente.solve.schedule import Plan
from detente.testing import largest_gains, two_issue_case
from detente.testing.oracle_sequence import best, faults, quality
from detente.testing.oracle_walk import Walk
from detente.testing.steps import random_steps

HIGH_EARLY = {"price": "high", "delivery": "early"}
STEPS: Mapping[str, Any] = {
    "halfway": {"name": "Half paid", "option": {"price": "middle"}, "months": 1, "reason": "x"},
    "paid": {"name": "All paid", "option": {"price": "high"}, "months": 2, "reason": "x"},
    "shipped": {"name": "Shipped", "option": {"delivery": "early"}, "months": "3/2", "reason": "x"},
}


def sale(workers: int | None = None, **rooms: Any) -> Case:
    """Return the sale of a price and a delivery with steps, and what else is given.

    The seller's workers, whose reserve is given, lose 100 points by early delivery.
    """
    tree = written(two_issue_case())
    tree["steps"] = STEPS
    if workers is not None:
        tree["ratifiers"] = {
            "workers": {
                "name": "the workers",
                "principal": "A",
                "kind": "public",
                "weights": {"points": {"delivery": 100}, "reason": "haste is theirs to bear."},
                "reserve": {"value": workers, "reason": "x"},
            }
        }
        early = tree["issues"]["delivery"]["options"]["early"]
        early["calls"] = ["workers"]
        early["scores"] = {**early["scores"], "workers": -100}
    for room, held in rooms.items():
        if room == "principals":
            for party, keys in held.items():
                tree["principals"][party] = {**tree["principals"][party], **keys}
        else:
            tree[room] = held
    return Case.model_validate(tree)


def course(case: Case, package: Mapping[str, str] = HIGH_EARLY, **asked: Any) -> Course:
    """Return a course of five months to a package."""
    payoffs = compile_case(case)
    months, leaders = asked.pop("months", 5), asked.pop("leaders", True)
    tops = {p: top or Fraction(0) for p, top in largest_gains(case).items()}
    steps = candidates(payoffs, package, leaders=leaders)
    return Course(AfterSteps(payoffs), package, steps, months, tops, reach=leaders, **asked)


def ends(case: Case, package: Mapping[str, str] = HIGH_EARLY, **asked: Any) -> dict[str, int]:
    """Return when each step that the best plan takes is completed."""
    found = course(case, package, **asked)
    plan = solve_schedule(compiled(found).schedule)
    return {
        step.name: end for step, end in zip(found.steps, plan.ends, strict=True) if end is not None
    }


@dataclass(frozen=True)
class Both:
    """One drawn case by the engine and by the oracle."""

    walk: Walk
    course: Course
    compiled: Compiled
    plan: Plan

    @property
    def differs(self) -> list[str]:
        """What the engine's plan breaks, and whether another is better."""
        found = [*faults(self.walk, self.plan.ends)]
        mine, theirs = quality(self.walk, self.plan.ends), best(self.walk)
        if mine != theirs:
            found.append(f"engine {mine}, oracle {theirs}")
        if [s.name for s in self.course.steps] != [w.name for w in self.walk.ways]:
            found.append("other steps")
        if not self.plan.proved or not self.compiled.exact:
            found.append("not proved, or not exact")
        return found


def drawn(seed: int) -> Both:
    """Return the best plan of a drawn case.

    Every fourth seed leaves out the leaders, every fifth the effects.
    """
    case, package = random_steps(seed)
    leaders, effects, months = seed % 4 != 3, seed % 5 != 4, 4 + seed % 2
    asked = course(case, package, months=months, leaders=leaders, effects=effects)
    walk = Walk(case, package, months, asked.tops, leaders, effects)
    found = compiled(asked)
    return Both(walk, asked, found, solve_schedule(found.schedule))
