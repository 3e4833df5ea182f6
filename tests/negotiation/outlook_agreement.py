"""Engine against oracle on what lies beyond a plain case: scenarios, obstacles, dates, beliefs."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from detente import testing as oracle
from detente.case.case import Case
from detente.case.situation import as_believed, as_judged, in_world, on_day, worlds
from detente.case.written import written
from detente.negotiation.compiler import answer
from detente.negotiation.ex_ante import ExAnte, ex_ante
from detente.negotiation.opening import Opening, opening_sets
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.question import obstacles, zone
from detente.negotiation.reach import how_far
from detente.negotiation.target import Target, attained
from detente.study.obstacles import ObstaclesResult, OpeningSet, find_obstacles
from detente.testing import oracle_ex_ante, oracle_situations
from detente.testing.oracle_changes import bare
from detente.testing.oracle_obstacles import Barred, Opened, Wanted
from detente.testing.oracle_shares import unwritten
from detente.testing.outlook import DAYS
from tests.negotiation.agreement import _engine_points, _oracle_points


class Compared:
    """What engine and oracle differ on in one case, and what was met in it."""

    def __init__(self, case: Case, seed: int) -> None:
        self.case = case
        self.draw = random.Random(seed)
        self.told: list[str] = []
        self.seen: Counter[str] = Counter()
        self.payoffs = compile_case(case)
        self.largest = oracle.largest_gains(case)

    def same(self, name: str, ours: object, theirs: object) -> None:
        """Note where two answers differ."""
        if ours != theirs:
            self.told.append(f"{name}: engine {ours!r}, oracle {theirs!r}")

    def everything(self) -> Compared:
        """Compare all answers."""
        self.shares()
        self.scenarios()
        self.elsewhere()
        self.obstacles()
        return self

    def shares(self) -> None:
        """Compare the shares that are not written out, and what they are worth."""
        for name, plain in written(self.case)["issues"].items():
            options = self.case.issues[name].options
            made = {o: form for o, form in options.items() if form.between is not None}
            mine = unwritten(plain)
            self.same("shares", [*made], [*mine])
            for option, share in mine.items():
                form, like = made[option], options[share.like]
                self.same(
                    "a share's place",
                    (form.share, form.controller, form.track, form.calls, form.confidential),
                    (share.share, like.controller, like.track, like.calls, like.confidential),
                )
            self.seen["divisible"] += bool(mine)

    def scenarios(self) -> None:
        """Compare each scenario and the answer fixed before it is known."""
        theirs = oracle_situations.situations(self.case)
        self.same(
            "scenarios",
            [(dict(w.states), w.probability) for w in worlds(self.case)],
            [(dict(s.states), s.probability) for s in theirs],
        )
        looked_at = self.draw.choice(theirs)
        weighted: list[tuple[Fraction, Payoffs]] = []
        for world in theirs:
            case = in_world(self.case, world.states)
            if world is looked_at and self.case.shocks:
                self.same(f"the case in {world.states}", bare(case), bare(world.case))
            payoffs = compile_case(case)
            weighted.append((world.probability, payoffs))
            j = self.frontier(f"in {world.states}", payoffs, world.case)
            self.seen["open scenarios"] += j > 0
            self.seen["scenarios"] += 1
        if self.case.shocks or self.draw.random() < 0.3:  # with one scenario it is the frontier
            pairs = [(world.probability, world.case) for world in theirs]
            self.ex_ante(ex_ante(weighted), oracle_ex_ante.weigh(pairs))
        shocks = self.case.shocks.values()
        self.seen["shocks"] += bool(shocks)
        self.seen["given"] += any(shock.given for shock in shocks)
        held = [state.holds for shock in shocks for state in shock.states.values()]
        self.seen["third parties' options"] += any(held)

    def frontier(self, name: str, payoffs: Payoffs, case: Case) -> Fraction:
        """Compare the zone's frontier, and J against the M of the case itself; return J."""
        table = oracle.tabulate(case)
        within = answer(payoffs, zone(payoffs.case))
        self.same(
            f"zone frontier {name}",
            _engine_points(within),
            _oracle_points(oracle.zone_frontier(table)),
        )
        tops = {p: top or Fraction(0) for p, top in self.largest.items()}
        if any(top <= 0 for top in tops.values()):
            return Fraction(0)
        j = oracle.how_far(table, self.largest)
        self.same(f"J {name}", how_far(within, tops)[0], j)
        return j

    def ex_ante(self, ours: Sequence[ExAnte], weighed: Sequence[oracle_ex_ante.Weighed]) -> None:
        """Compare the packages fixed before the scenario is known."""
        theirs = oracle_ex_ante.best(weighed)
        principals = tuple(self.case.principals)
        found = {tuple(one.expected[p] for p in principals): one for one in ours}
        self.same("ex-ante frontier", [*found], sorted(theirs, reverse=True))
        self.same("ex-ante points", len(ours), len(found))
        self.seen["ex-ante frontiers of several"] += len(found) > 1
        for expected, tied in theirs.items():
            one = found.get(expected)
            if one is None:
                continue
            self.same("ex-ante count", one.count, len(tied))
            choice = tuple(one.package.get(issue) for issue in self.case.issues)
            mine = [w for w in tied if choice in w.choices]
            self.same("ex-ante package", len(mine), 1)
            self.same("acceptance", {one.acceptance}, {w.acceptance for w in mine})
            written_out = [min(w.choices, key=_ids) for w in tied]
            self.same("canonical ex-ante package", _ids(choice), _ids(min(written_out, key=_ids)))
            self.seen["uncertain acceptance"] += 0 < one.acceptance < 1

    def elsewhere(self) -> None:
        """Compare the case on other days, in other eyes and by other judgements."""
        for holder in sorted({belief.holder for belief in self.case.beliefs.values()}):
            case = as_believed(self.case, holder)
            theirs = oracle_situations.believed(self.case, holder)
            self.same(f"as {holder} believes", bare(case), bare(theirs))
            self.frontier(f"as {holder} believes", compile_case(case), theirs)
            self.seen["beliefs"] += 1
        for name in self.case.judgement_sets:
            case = as_judged(self.case, name)
            theirs = oracle_situations.judged(self.case, name)
            self.same(f"as {name} judges", bare(case), bare(theirs))
            self.frontier(f"as {name} judges", compile_case(case), theirs)
            self.seen["judgement sets"] += 1
        for text in self.draw.sample(DAYS, 2) if self.case.dated else ():
            day = date.fromisoformat(text)
            case = on_day(self.case, day)
            theirs = oracle_situations.on_date(self.case, day)
            self.same(f"on {day}", bare(case), bare(theirs))
            self.same("the day", case.as_of, day)
            self.seen["days before"] += day < self.case.as_of and bool(case != self.case)
            self.seen["days after"] += day > self.case.as_of and bool(case != self.case)

    def obstacles(self) -> None:
        """Compare what each obstacle costs, the opening sets, and the curves."""
        barred = Barred(self.case)
        self.same("obstacles", sorted(obstacles(self.case)), [*barred.names])
        target = self.target(barred)
        found = find_obstacles(self.payoffs, target)
        everything = frozenset(barred.names)
        self.same("J", (found.j, found.all_lifted), (barred.j(), barred.j(everything)))
        wanted = Wanted(target.require, target.gain)
        costs = barred.costs()
        self.same(
            "costs",
            {c.obstacle: (c.alone, c.last, c.shapley, c.opens) for c in found.obstacles},
            {
                name: (c.alone, c.last, c.shapley, bool(barred.reaching(wanted, frozenset({name}))))
                for name, c in costs.items()
            },
        )
        shares = [cost.shapley or Fraction(0) for cost in found.obstacles]
        self.same("order of costs", shares, sorted(shares, reverse=True))
        self.same("reached", found.reached, bool(barred.reaching(wanted)))
        self.same("complete", found.complete, True)
        self.sets(found.openings, barred.openings(wanted), "a target")
        self.curves(found, barred)
        plain = opening_sets(self.payoffs)
        self.same("complete", plain.complete, True)
        self.sets(plain.sets, barred.openings(), "no target")
        lifted = frozenset(name for name in barred.names if self.draw.random() < 0.7)
        vectors = {
            tuple(gains[p] for p in barred.principals)
            for _, gains in barred.reaching(wanted, lifted)
        }
        points = attained(self.payoffs, target, lifted)
        self.same("attained", sorted(p.values for p in points), oracle_frontier(vectors))
        self.seen["with obstacles that cost"] += any(cost.shapley for cost in costs.values())
        self.seen["open"] += barred.j() > 0
        self.seen["three or more principals"] += len(barred.principals) > 2

    def target(self, barred: Barred) -> Target:
        """Draw a target: an option to be held, gains to be reached, or both."""
        issue = self.draw.choice([*self.case.issues])
        option = self.draw.choice([*self.case.issues[issue].options])
        parties = self.draw.sample([*self.case.parties], self.draw.choice((0, 1, 2)))
        gain = {p: barred.tops[p] * self.draw.randint(1, 3) / 4 for p in parties}
        require = {issue: option} if not gain or self.draw.random() < 0.5 else {}
        return Target(require, gain)

    def sets(
        self, found: Sequence[Opening] | Sequence[OpeningSet], theirs: Sequence[Opened], said: str
    ) -> None:
        """Compare the opening sets, and by how much reserves must fall in each."""
        order = [(len(one.lifted), sorted(one.lifted)) for one in found]
        named = [(len(one.lifted), sorted(one.lifted)) for one in theirs]
        self.same(f"opening sets with {said}", order, named)
        relax = {frozenset(one.lifted): dict(one.relax) for one in found}
        for one in theirs:
            mine = relax.get(one.lifted)
            if mine is not None and mine not in one.falls:
                self.same(f"reserves relaxed in {sorted(one.lifted)}", mine, one.falls)
        self.seen[f"opening sets with {said}"] += any(one.lifted for one in theirs)
        self.seen["opening sets of two or more"] += any(len(one.lifted) > 1 for one in theirs)
        self.seen["several opening sets"] += len(theirs) > 1
        self.seen["reserves to relax"] += any(fall for one in theirs for fall in one.falls)

    def curves(self, found: ObstaclesResult, barred: Barred) -> None:
        """Compare the curve of every party, and the bottleneck."""
        self.same("curves", [curve.party for curve in found.curves], [*self.case.parties])
        shares: dict[str, Fraction] = {}
        for curve in found.curves:
            theirs = barred.curve(curve.party)
            self.same("most", curve.most, barred.tops[curve.party])
            self.same(
                f"curve of {curve.party}",
                [(rise.fall, rise.j) for rise in curve.rises],
                [(rise.fall, rise.j) for rise in theirs],
            )
            for rise, other in zip(curve.rises, theirs, strict=False):
                package = tuple(rise.package[issue] for issue in self.case.issues)
                self.same("a rise's package", package in other.packages, True)
            if theirs and curve.most > 0:
                shares[curve.party] = theirs[0].fall / curve.most
                self.same(f"share of {curve.party}", curve.share, shares[curve.party])
        if all(curve.most > 0 for curve in found.curves if curve.rises):
            first = min(shares, key=lambda party: shares[party], default=None)
            self.same("bottleneck", found.bottleneck, first)
        else:
            self.seen["rises of parties that cannot gain"] += 1
        self.seen["bottlenecks"] += found.bottleneck is not None


def _ids(choice: oracle_ex_ante.Choice) -> tuple[str, ...]:
    """Return a choice by its option ids, what is left as it stands coming first."""
    return tuple(option or "" for option in choice)


def oracle_frontier(vectors: set[tuple[Fraction, ...]]) -> list[tuple[Fraction, ...]]:
    """Return the vectors that no other one dominates."""

    def beaten(one: tuple[Fraction, ...]) -> bool:
        return any(
            other != one and all(a >= b for a, b in zip(other, one, strict=True))
            for other in vectors
        )

    return sorted(one for one in vectors if not beaten(one))


def outlook_differences(case: Case, seed: int) -> list[str]:
    """Return what engine and oracle differ on."""
    return Compared(case, seed).everything().told
