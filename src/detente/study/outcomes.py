"""Outcomes: the results that a claim can move, each in short, by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import permutations

from detente.base.event import Event
from detente.case.case import Case
from detente.case.claim import Outcome
from detente.negotiation import offers as engine
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.reach import most
from detente.study.agreement import agreement
from detente.study.beliefs import beliefs
from detente.study.blocks import blocks
from detente.study.drift import drift
from detente.study.obstacles import ObstaclesResult, find_obstacles
from detente.study.offers import offers
from detente.study.order import order
from detente.study.relation import relation
from detente.study.scenarios import ScenariosResult, scenarios
from detente.study.standing import standing
from detente.study.tracks import tracks


@dataclass(frozen=True)
class Answers:
    """The answers of a case, each worked out when it is first asked for."""

    case: Case
    events: tuple[Event, ...] = ()

    @classmethod
    def known(
        cls,
        payoffs: Payoffs,
        events: tuple[Event, ...],
        obstacles: ObstaclesResult,
        scenarios: ScenariosResult | None,
    ) -> Answers:
        """Return the answers of a case of which some are known already."""
        found = cls(payoffs.case, events)
        vars(found).update(payoffs=payoffs, obstacles=obstacles, scenarios=scenarios)
        return found

    @cached_property
    def payoffs(self) -> Payoffs:
        """The case compiled."""
        return compile_case(self.case)

    @cached_property
    def obstacles(self) -> ObstaclesResult:
        """What stands in the way."""
        return find_obstacles(self.payoffs)

    @cached_property
    def scenarios(self) -> ScenariosResult | None:
        """The answer over all scenarios, without that before the scenario is known."""
        return scenarios(self.case, weigh=False)

    def value(self, outcome: Outcome) -> str | None:
        """Return an outcome that is a name: the bottleneck's party, or the ceiling's shock."""
        if outcome == "bottleneck":
            return self.obstacles.bottleneck
        if outcome == "ceiling" and self.scenarios is not None:
            return self.scenarios.ceiling
        return None

    def short(self, outcome: Outcome) -> str:
        """Return a result in short, by its name; equal texts are equal results."""
        if outcome not in self._said:
            self._said[outcome] = _SHORT[outcome](self)
        return self._said[outcome]

    @cached_property
    def _said(self) -> dict[Outcome, str]:
        return {}


def _relation(found: Answers) -> str:
    result = relation(found.case, found.events)
    if result is None:
        return "no chronology"
    years = (result.before, result.latest)
    shares = [f"{y.cooperative} and {y.conflictual}" for y in years]
    every = f"{len(result.events)} events"
    return f"{every}; cooperative and conflictual acts: {shares[0]}, then {shares[1]}"


def _most(found: Answers, name: str) -> str:
    case = found.case
    if case.no_agreement == "outside":
        return "nothing stands alone"
    parts = []
    for giver, taker in permutations(case.principals, 2):
        largest = (engine.gift if name == "gift" else engine.most_with_return)(
            found.payoffs, giver, taker
        )
        parts.append(f"{giver} to {taker} {_points(largest.value) if largest else 'nothing'}")
    return "; ".join(parts)


def _offers(found: Answers) -> str:
    if found.case.no_agreement == "outside":
        return "nothing stands alone"
    parts = []
    for giver, taker in permutations(found.case.principals, 2):
        result = offers(found.payoffs, giver, taker)
        worth = ", ".join(f"{o.option} {_points(o.worth)}/{_points(o.own)}" for o in result.offers)
        joint = ", ".join(
            f"{o.option} {'/'.join(_points(v) for v in o.gains.values())}" for o in result.together
        )
        parts.append(f"{giver} to {taker}: {worth}; together: {joint}")
    return "; ".join(parts)


def _agreement(found: Answers) -> str:
    result = agreement(found.payoffs)
    if not result.solutions:
        return "no package"
    nash = result.solutions["nash"].point
    gains = ", ".join(f"{p} {_points(v)}" for p, v in nash.gains.items())
    moved = ", ".join(o for i, o in nash.package.items() if o != found.case.issues[i].status_quo)
    return f"{moved}: {gains}; {result.zone} packages"


def _reach(found: Answers) -> str:
    return _share(standing(found.payoffs, most(found.payoffs)).j)


def _obstacles(found: Answers) -> str:
    parts = [f"{o.obstacle} {_share(o.shapley)}" for o in found.obstacles.obstacles if o.shapley]
    return ", ".join(parts) or "none costs anything"


def _blocks(found: Answers) -> str:
    out = [f"{b.issue}={b.option}" for b in blocks(found.payoffs).options if not b.possible]
    return f"{len(out)} options out: {', '.join(out)}"


def _bottleneck(found: Answers) -> str:
    curve = [c for c in found.obstacles.curves if c.party == found.obstacles.bottleneck]
    return f"{curve[0].party} at {_share(curve[0].share)}" if curve else "no party alone"


def _ceiling(found: Answers) -> str:
    result = found.scenarios
    if result is None:
        return "no shocks"
    spread = ", ".join(f"{shock} {_share(value)}" for shock, value in result.spread.items())
    return f"{result.ceiling or 'none'}: {spread}"


def _scenarios(found: Answers) -> str:
    result = found.scenarios
    if result is None:
        return "no shocks"
    return f"open with {_share(result.open)}, how far {_share(result.j)} on average"


def _ex_ante(found: Answers) -> str:
    result = scenarios(found.case)
    choice = result.choice if result else None
    if choice is None:
        return "no package"
    gains = ", ".join(f"{p} {_points(v)}" for p, v in choice.expected.items())
    return (
        f"{', '.join(choice.package.values())}: {gains}, accepted with {_share(choice.acceptance)}"
    )


def _beliefs(found: Answers) -> str:
    result = beliefs(found.case)
    if result is None:
        return "no beliefs"
    seen = [f"{h.holder} sees {_share(h.standing.j)}" for h in result.holders]
    return f"{_share(result.standing.j)}; {', '.join(seen)}"


def _drift(found: Answers) -> str:
    result = drift(found.case)
    if result is None:
        return "nothing dated"
    return "; ".join(f"{d.day} {_share(d.standing.j)}" for d in result.days)


def _delay(found: Answers) -> str:
    result = drift(found.case)
    days: Sequence[str] = (
        ()
        if result is None
        else [
            f"{d.day} " + ", ".join(f"{p} {_points(v)}" for p, v in d.delay.items())
            for d in result.days
            if d.delay
        ]
    )
    return "; ".join(days) or "nothing dated"


def _tracks(found: Answers) -> str:
    return "; ".join(f"{t.track} {_share(t.j)}" for t in tracks(found.payoffs).tracks)


def _order(found: Answers) -> str:
    result = order(found.case)
    if result is None:
        return "no wishes"
    opposed = [f"{o.first} against {o.second} ({_points(o.cost)})" for o in result.opposed]
    return f"{len(result.wishes)} wishes; " + (", ".join(opposed) or "none opposed")


def _calendar(found: Answers) -> str:
    return ", ".join(f"{e.from_} {n}" for n, e in found.case.calendar.items()) or "empty"


def _steps(found: Answers) -> str:
    steps = found.case.steps
    if not steps:
        return "no steps"
    months = sum((s.months.mode for s in steps.values() if s.months), Fraction(0))
    able = [name for name, step in steps.items() if step.effects]
    return (
        f"{len(steps)} steps of {float(months):g} months in all, of which {len(able)} change what "
        f"comes after: {', '.join(able) or 'none'}"
    )


def _points(value: Fraction) -> str:
    return f"{float(value):.2f}"


def _share(value: Fraction | None) -> str:
    return f"{float(value or 0) * 100:.2f} %"


_SHORT: dict[Outcome, Callable[[Answers], str]] = {
    "relation": _relation,
    "gift": lambda found: _most(found, "gift"),
    "most": lambda found: _most(found, "most"),
    "offers": _offers,
    "agreement": _agreement,
    "reach": _reach,
    "obstacles": _obstacles,
    "blocks": _blocks,
    "bottleneck": _bottleneck,
    "ceiling": _ceiling,
    "scenarios": _scenarios,
    "ex_ante": _ex_ante,
    "beliefs": _beliefs,
    "drift": _drift,
    "delay": _delay,
    "tracks": _tracks,
    "order": _order,
    "calendar": _calendar,
    "steps": _steps,
}
