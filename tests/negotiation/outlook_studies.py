"""The studies of scenarios, beliefs and judgement sets against the oracle."""

from __future__ import annotations

import math
from fractions import Fraction

from detente import testing as oracle
from detente.case.case import Case
from detente.study.beliefs import beliefs
from detente.study.scenarios import scenarios
from detente.study.sets import judgement_sets
from detente.study.standing import Standing
from detente.testing import oracle_situations
from detente.testing.oracle_table import gain

Shown = tuple[bool, Fraction, tuple[str, ...] | None, dict[str, Fraction]]


class Studied:
    """What studies and oracle differ on in one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.largest = oracle.largest_gains(case)
        self.told: list[str] = []

    def same(self, name: str, ours: object, theirs: object) -> None:
        """Note where two answers differ."""
        if ours != theirs:
            self.told.append(f"{name}: study {ours!r}, oracle {theirs!r}")

    def j(self, case: Case) -> Fraction:
        """Return J in a situation against the M of the case itself, where that is above 0."""
        table = oracle.tabulate(case)
        if not oracle.is_open(table):
            return Fraction(0)
        tops = {p: top for p, top in self.largest.items() if top is not None and top > 0}
        return max(
            min((row.gains[p] / top for p, top in tops.items()), default=Fraction(0))
            for row in table.zone
            if all(row.gains[p] > 0 for p in case.principals)
        )

    def shown(self, case: Case) -> Shown:
        """Return how a case stands, by the oracle."""
        table = oracle.tabulate(case)
        nash = oracle.solution(table, "nash").canonical
        held = {p: form.baseline for p, form in case.principals.items()}
        return (
            oracle.is_open(table),
            self.j(case),
            nash.canonical if nash else None,
            {p: e.mode if e else Fraction(0) for p, e in held.items()},
        )

    def standing(self, name: str, ours: Standing, case: Case) -> None:
        """Compare how a case stands."""
        package = None if ours.nash is None else tuple(ours.nash.package.values())
        self.same(name, (ours.open, ours.j, package, ours.baseline), self.shown(case))

    def scenarios(self) -> None:
        """Compare the answer over all scenarios."""
        found = scenarios(self.case)
        theirs = oracle_situations.situations(self.case)
        if found is None:
            self.same("no scenarios", len(theirs), 1)
            return
        by_states = {tuple(s.states.items()): s for s in theirs}
        self.same("scenarios", len(found.scenarios), len(theirs))
        for one in found.scenarios:
            there = by_states[tuple(one.states.items())]
            self.same("probability", one.probability, there.probability)
            self.standing(f"in {one.states}", one.standing, there.case)
        likely = [one.probability for one in found.scenarios]
        self.same("order", likely, sorted(likely, reverse=True))
        far = {id(s): self.j(s.case) for s in theirs}
        opened = {id(s): oracle.is_open(oracle.tabulate(s.case)) for s in theirs}
        self.same("open", found.open, sum(s.probability for s in theirs if opened[id(s)]))
        self.same("mean J", found.j, sum(s.probability * far[id(s)] for s in theirs))
        alone: dict[str, list[Fraction]] = {}
        now = {name: shock.now for name, shock in self.case.shocks.items()}
        for state in found.states:
            mine = [s for s in theirs if s.states[state.shock] == state.state]
            chance = sum((s.probability for s in mine), Fraction(0))
            self.same("a state's probability", state.probability, chance)
            if chance:
                share = sum(s.probability for s in mine if opened[id(s)])
                mean = sum(s.probability * far[id(s)] for s in mine)
                self.same("open given a state", state.open, share / chance)
                self.same("J given a state", state.j, mean / chance)
            case = by_states[tuple({**now, state.shock: state.state}.items())].case
            self.standing("a state alone", state.alone, case)
            alone.setdefault(state.shock, []).append(self.j(case))
        spread = {shock: max(js) - min(js) for shock, js in alone.items()}
        self.same("spread", found.spread, spread)
        widest = max(spread.values())
        ceiling = [shock for shock, width in spread.items() if width == widest]
        self.same("ceiling", found.ceiling, ceiling[0] if widest else None)
        informed = dict.fromkeys(self.case.principals, Fraction(0))
        for there in theirs:
            nash = oracle.solution(oracle.tabulate(there.case), "nash").canonical
            for p, value in zip(informed, nash.gains if nash else (), strict=False):
                informed[p] += there.probability * value
        self.same("perfect information", found.perfect_information, informed)

        def mark(expected: dict[str, Fraction]) -> tuple[int, Fraction]:
            above = [value for value in expected.values() if value > 0]
            return len(above), math.prod(above, start=Fraction(1))

        marks = [mark(one.expected) for one in found.ex_ante]
        self.same(
            "choice", found.choice and mark(found.choice.expected), max(marks) if marks else None
        )

    def views(self) -> None:
        """Compare the answers under beliefs and by judgement sets."""
        held = beliefs(self.case)
        for one in held.holders if held else ():
            seen = oracle_situations.believed(self.case, one.holder)
            self.standing(f"as {one.holder} believes", one.standing, seen)
            self.same("forgone", one.forgone, self.j(self.case) - self.j(seen))
            nash = self.shown(seen)[2]
            true = {p: gain(self.case, p, nash) for p in self.case.principals} if nash else {}
            self.same("offered", one.offered, true)
        judged = judgement_sets(self.case)
        own = self.shown(self.case)[2]
        for found in judged.sets if judged else ():
            case = oracle_situations.judged(self.case, found.set) if found.set else self.case
            self.standing(f"as {found.set} judges", found.standing, case)
            agreed = {p: gain(case, p, own) for p in case.principals} if own else {}
            self.same("agreed", found.agreed, agreed)


def study_differences(case: Case) -> list[str]:
    """Return what studies and oracle differ on."""
    studied = Studied(case)
    studied.scenarios()
    studied.views()
    return studied.told
