"""What the sections on scenarios, days, views and levels ask of a brief, made ready."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case
from detente.case.situation import present
from detente.report.html_links import place_id, state_id
from detente.study.brief import BriefResult
from detente.study.drift import DayResult
from detente.study.obstacles import CurveResult
from detente.study.scenarios import ScenarioResult, StateResult

SHOWN = 6
"""How many scenarios stand on the page itself; the others can be opened."""

SITUATION = "def-situation"
"""Where a number leads that holds in a situation which changes no number by itself."""


@dataclass(frozen=True)
class MovedWeight:
    """A weight that moved: on the first day, on the case's own, and by how much."""

    party: str
    issue: str
    before: Fraction
    after: Fraction


class Outlook:
    """The outlook of a case, as the templates see it."""

    def __init__(self, case: Case, brief: BriefResult) -> None:
        self._case = case
        self._brief = brief
        self._answered = {prefix for number in brief.numbers for prefix in _prefixes(number.key)}

    def narrowest(self) -> CurveResult | None:
        """Return the curve of the bottleneck."""
        found = self._brief.obstacles
        return next((c for c in found.curves if c.party == found.bottleneck), None)

    def state(self, shock: str, state: str) -> str:
        """Return where a number leads that a state of a shock brings about."""
        return self._answering(f"shocks.{shock}.states.{state}", state_id(shock, state))

    def states(self, shock: str) -> Iterator[StateResult]:
        """Yield the states of a shock with what they bring."""
        if self._brief.scenarios is not None:
            yield from (s for s in self._brief.scenarios.states if s.shock == shock)

    def ceiling(self) -> tuple[StateResult, StateResult] | None:
        """Return the lowest and the highest state of the shock that moves the answer most."""
        found = self._brief.scenarios
        if found is None or found.ceiling is None:
            return None
        mine = [s for s in found.states if s.shock == found.ceiling]
        return min(mine, key=lambda s: s.alone.j), max(mine, key=lambda s: s.alone.j)

    def likely(self) -> tuple[tuple[ScenarioResult, ...], tuple[ScenarioResult, ...]]:
        """Return the most likely scenarios, and the others; the present one is among the first."""
        every = self._brief.scenarios.scenarios if self._brief.scenarios is not None else ()
        first = every[:SHOWN]
        first += tuple(s for s in every[SHOWN:] if s.present)
        return first, tuple(s for s in every if s not in first)

    def changed(self, scenario: ScenarioResult) -> list[tuple[str, str]]:
        """Return the shocks, with their states, that stand otherwise than now in a scenario."""
        now = present(self._case)
        return [(s, state) for s, state in scenario.states.items() if state != now[s]]

    def named(self, scenario: ScenarioResult) -> list[str]:
        """Return the ids of the case's own scenarios that are this one."""
        now = present(self._case)
        return [
            name
            for name, found in self._case.scenarios.items()
            if {**now, **found.states} == scenario.states
        ]

    def scenario(self, scenario: ScenarioResult) -> str:
        """Return where a scenario's numbers lead: its first state that is not as it stands now."""
        return next((self.state(*pair) for pair in self.changed(scenario)), SITUATION)

    def day(self, day: DayResult) -> str:
        """Return where a day's numbers lead: the last entry that holds on it."""
        for name in reversed(day.entries):
            target = self.place(f"dated.{name}")
            if target != SITUATION:
                return target
        return SITUATION

    def place(self, place: str) -> str:
        """Return where a number leads that an element of the outlook brings about."""
        return self._answering(place, place_id(place))

    def weights(self) -> list[MovedWeight]:
        """Return the weights that moved before the case's own day."""
        found = self._brief.drift
        if found is None:
            return []
        first = found.days[0]
        now = next(day for day in found.days if day.day == found.as_of)
        return [
            MovedWeight(party, issue, first.weights[party][issue], now.weights[party][issue])
            for party, moved in found.moved.items()
            for issue in moved
        ]

    def reserves(self) -> list[str]:
        """Return the parties whose reserve is not the same on every day."""
        days = self._brief.drift.days if self._brief.drift is not None else ()
        return [p for p in self._case.parties if len({d.reserves.get(p) for d in days}) > 1]

    def _answering(self, place: str, ident: str) -> str:
        return ident if place in self._answered else SITUATION


def _prefixes(key: str) -> Iterator[str]:
    parts = key.split(".")
    yield from (".".join(parts[:n]) for n in (2, 4) if len(parts) > n)
