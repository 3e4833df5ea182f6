"""Seeded mutants: faults put into the engine on purpose, each to be caught by the oracle.

Run as a module it applies every mutant in turn, in this process, and prints one line of JSON:
``{name: seed that caught it, or null}``. No file is changed: the mutated text is compiled as the
module is imported.
"""

# ruff: noqa: E501 - the text of a mutant stands on one line

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

from detente.case.case import Case
from detente.case.written import written
from detente.solve.program import Frontier, Program
from detente.testing import random_case, removable
from tests.negotiation.many_outlook import bounds
from tests.negotiation.mutant import Mutant
from tests.negotiation.mutants_hopes import HOPED, answers
from tests.negotiation.mutants_outlook import OUTLOOK
from tests.negotiation.mutants_together import TOGETHER, Known, side_by_side

SEEDS = 150
OUTLOOK_SEEDS = 600
ROOMS = (
    "detente.negotiation",
    "detente.solve",
    "detente.study",
    "detente.case.change",
    "detente.case.situation",
    "detente.case.divisible",
    "detente.case.preference",
    "tests.negotiation.agreement",
    "tests.negotiation.asked",
    "tests.negotiation.outlook",
)
"""Modules that mutants live in, and those that compare them with the oracle."""

COMPILER = "negotiation/compiler.py"
MOULD = "negotiation/mould.py"
MOULDING = "negotiation/moulding.py"
WORTH = "negotiation/worth.py"
LAYOUT = "negotiation/layout.py"
LABELS = "solve/labels.py"
PASSES = "solve/passes.py"
SKELETON = "solve/skeleton.py"
STAGES = "solve/stages.py"
NONDOMINATED = "solve/nondominated.py"
OFFERS = "negotiation/offers.py"
SETTLED = "solve/settled.py"
BARGAINING = "negotiation/bargaining.py"
REACH = "negotiation/reach.py"
PAYOFF = "negotiation/payoff.py"
QUESTION = "negotiation/question.py"
FEASIBILITY = "negotiation/feasibility.py"

MUTANTS = (
    Mutant(
        "a settled option brings nothing",
        SETTLED,
        "_add(start, unary[variable][option])",
        "pass",
    ),
    Mutant(
        "a tie with a settled option brings nothing",
        SETTLED,
        "            if (option,) in values\n",
        "            if False\n",
    ),
    Mutant(
        "a settled option triggers no charge",
        SETTLED,
        "_add(start, charge.values)",
        "pass",
    ),
    Mutant(
        "a settled option calls on no ratifier",
        SETTLED,
        "        return Gate(gate.row, gate.floor)\n",
        "        return None\n",
    ),
    Mutant(
        "rules are settled by any option",
        SETTLED,
        "held = [c for c in rule.forbidden if all(o in d",
        "held = [c for c in rule.forbidden if any(o in d",
    ),
    Mutant(
        "a rule leaves a variable as it is",
        SETTLED,
        "for o in domains[variable] if o not in barred]",
        "for o in domains[variable]]",
    ),
    Mutant(
        "lifted ratifiers are not told apart",
        COMPILER,
        "            if ratifier.principal in question.consent\n",
        "            if not question.consent\n",
    ),
    Mutant(
        "lifted prices are not told apart",
        COMPILER,
        "promise.by in (parties if",
        "promise.by in (() if",
    ),
    Mutant(
        "a lifted obstacle must bring more than before",
        OFFERS,
        "((Row(taker), least.value),)",
        "((Row(taker), least.value + 1),)",
    ),
    Mutant(
        "a gate refuses what just reaches it",
        LABELS,
        "reach = rows[row] >= (need",
        "reach = rows[row] > (need",
    ),
    Mutant(
        "a gate not called on refuses",
        STAGES,
        "            need = np.where(called, np.array(need, dtype=kind), np.array(-beyond, dtype=kind))\n",
        "            need = np.where(called, np.array(need, dtype=kind), np.array(need, dtype=kind))\n",
    ),
    Mutant(
        "a gate called on is not asked",
        STAGES,
        "need = np.where(called, np.array(need, dtype=kind)",
        "need = np.where(called, np.array(-beyond, dtype=kind)",
    ),
    Mutant(
        "only the last variable calls on a gate",
        SKELETON,
        "self._called[index] |= self._triggered",
        "self._called[index] = self._triggered",
    ),
    Mutant(
        "a charge falls each time",
        SKELETON,
        "[choice] & ~self._due[index]",
        "[choice]",
    ),
    Mutant(
        "charges never fall",
        STAGES,
        "adds[:, cells] + self._charges[index][:, None]",
        "adds[:, cells] + 0 * self._charges[index][:, None]",
    ),
    Mutant(
        "equal labels keep the largest rank",
        LABELS,
        "np.minimum.reduceat(rank[0]",
        "np.maximum.reduceat(rank[0]",
    ),
    Mutant(
        "equal labels lose their count",
        LABELS,
        "labels.count, labels.rank = total, lowest",
        "labels.rank = lowest",
    ),
    Mutant(
        "open ties are forgotten",
        SKELETON,
        "if end > self._step and variable in tie[0]",
        "if end > self._step + 1 and variable in tie[0]",
    ),
    Mutant(
        "labels with other ties are compared",
        LABELS,
        "labels.rows[slack].T, labels.state, exact",
        "labels.rows[slack].T, 0 * labels.state, exact",
    ),
    Mutant(
        "slack is clipped too low",
        STAGES,
        "gate.floor - numbers.lows[step][gate.row]",
        "gate.floor - numbers.peaks[step][gate.row]",
    ),
    Mutant(
        "a gate that may still be called on counts as safe",
        SKELETON,
        "if cut and self._over(triggers):",
        "if cut:",
    ),
    Mutant(
        "dominance without slack",
        LABELS,
        "labels.rows[slack].T, labels.state",
        "labels.rows[slack[:0]].T, labels.state",
    ),
    Mutant(
        "frontier not filtered at the end",
        PASSES,
        "        drop(labels, goals, np.zeros(0, dtype=np.int64), exact=True)",
        "        pass",
    ),
    Mutant(
        "places decoded as options",
        STAGES,
        "columns.append(np.argsort(np.array(order))[digit])",
        "columns.append(digit)",
    ),
    Mutant(
        "the first variable moves fastest",
        STAGES,
        "reversed(where), strict=True):\n        table",
        "where, strict=True):\n        table",
    ),
    Mutant(
        "options taken for one though a tie tells them apart",
        SKELETON,
        "tuple(t.take(option, axis=s.index(variable)).tobytes() for s, t in ties)",
        "tuple(t.take(option, axis=s.index(variable)).tobytes()[:8] for s, t in ties)",
    ),
    Mutant(
        "bounds of later variables: least for most",
        STAGES,
        "self.most = self._after(skeleton, np.maximum)",
        "self.most = self._after(skeleton, np.minimum)",
    ),
    Mutant(
        "bounds forget terms",
        STAGES,
        "brought[end] += choose.reduce(table, axis=0)",
        "pass",
    ),
    Mutant(
        "bounds forget charges",
        STAGES,
        "brought[end] += choose(values, 0)",
        "pass",
    ),
    Mutant(
        "gates open until their first variable only",
        SKELETON,
        "return all(self._place[v] <= self._step",
        "return any(self._place[v] <= self._step",
    ),
    Mutant(
        "charges open until their first variable only",
        SKELETON,
        "if self._over(triggers):\n                del self._due[index]",
        "if fresh.any():\n                del self._due[index]",
    ),
    Mutant(
        "the sweep keeps what is level",
        NONDOMINATED,
        "lost = (better_first >= height) | (height < height[start])",
        "lost = (better_first > height) | (height < height[start])",
    ),
    Mutant(
        "the sweep forgets equal first values",
        NONDOMINATED,
        "lost = (better_first >= height) | (height < height[start])",
        "lost = better_first >= height",
    ),
    Mutant(
        "the cull drops equals",
        NONDOMINATED,
        "    reach &= strict\n",
        "    reach &= strict | (reach & ~np.eye(len(group), dtype=bool))\n",
    ),
    Mutant(
        "the cull compares groups",
        NONDOMINATED,
        "reach = group[:, None] == group\n",
        "reach = group[:, None] >= group\n",
    ),
    Mutant(
        "a forbidden pair is let through",
        LABELS,
        "alive = state >= 0 if joint.barred else None",
        "alive = None if joint.barred else None",
    ),
    Mutant(
        "a released gate is not put beyond its floor",
        STAGES,
        "adds[self._program.gates[index].row, cells] = self.beyond",
        "pass",
    ),
    Mutant(
        "a state forgets the charges due",
        SKELETON,
        "columns = [*self._slots.values(), *self._due.values(), *self._called.values()]",
        "columns = [*self._slots.values(), *self._called.values()]",
    ),
    Mutant(
        "a state forgets the calls",
        SKELETON,
        "columns = [*self._slots.values(), *self._due.values(), *self._called.values()]",
        "columns = [*self._slots.values(), *self._due.values()]",
    ),
    Mutant(
        "hard commitments are ignored",
        LAYOUT,
        'if promise.kind == "hard"',
        'if promise.kind == "none"',
    ),
    Mutant(
        "hard commitments bind everybody",
        MOULDING,
        "and layout.case.commitments[name].by in question.consent",
        "and question.consent",
    ),
    Mutant(
        "a lifted commitment still binds",
        MOULDING,
        '        and f"commitments.{name}" not in question.lifted\n        for number in forbidden',
        "        for number in forbidden",
    ),
    Mutant(
        "a lifted constraint still holds",
        MOULDING,
        'if f"constraints.{name}" not in question.lifted and name not in soft:',
        "if name:",
    ),
    Mutant(
        "a lifted ratifier is still asked",
        MOULDING,
        'and f"ratifiers.{name}" not in question.lifted',
        "and name",
    ),
    Mutant(
        "a lifted price is still paid",
        MOULDING,
        'lifted = f"commitments.{name}" in question.lifted',
        "lifted = not name",
    ),
    Mutant(
        "no agreement calls on ratifiers",
        LAYOUT,
        "                if name != issue.status_quo:\n                    for ratifier in option.calls:\n",
        "                if True:\n                    for ratifier in (\n                        option.calls if name != issue.status_quo else found\n                    ):\n",
    ),
    Mutant(
        "every ratifier is asked by everybody",
        MOULDING,
        "ratifier.principal in question.consent\n            and",
        "question.consent\n            and",
    ),
    Mutant(
        "options in the order of the file",
        LAYOUT,
        "enumerate(sorted(options))",
        "enumerate(options)",
    ),
    Mutant(
        "the largest ids first",
        LAYOUT,
        "enumerate(sorted(options))",
        "enumerate(sorted(options, reverse=True))",
    ),
    Mutant(
        "the outside value is added",
        MOULD,
        "total = -payoffs.whole_outside[row.party]",
        "total = payoffs.whole_outside[row.party]",
    ),
    Mutant(
        "pins are skipped in amounts",
        MOULD,
        "tuple(0 if pin else value for",
        "tuple(value for",
    ),
    Mutant(
        "pins are skipped in linkages",
        MOULDING,
        "    if issue not in pins:\n        return named\n",
        "    if True:\n        return named\n",
    ),
    Mutant(
        "pinned issues still trigger a price",
        MOULDING,
        "if issue in promise.options and issue not in pins",
        "if issue in promise.options",
    ),
    Mutant(
        "a linkage holds by half",
        MOULDING,
        "row.party in points and pair[0] in first and pair[1] in second",
        "row.party in points and (pair[0] in first or pair[1] in second)",
    ),
    Mutant(
        "requires and excludes are swapped",
        LAYOUT,
        "for issue, options in rule.requires.items():",
        "for issue, options in rule.excludes.items():",
    ),
    Mutant(
        "excludes is not read",
        LAYOUT,
        "yield Rule((*scope, self.places[issue]), frozenset(product(*conditions, named)))",
        "yield from ()",
    ),
    Mutant(
        "reserves are not asked",
        MOULDING,
        "found[Row(principal), None] = (True, ())",
        "found[Row(principal), None] = (False, ())",
    ),
    Mutant(
        "Nash from nothing, not from the reserves",
        BARGAINING,
        "numerator * (unit // value.denominator) - floor",
        "numerator * (unit // value.denominator) - 0 * floor",
    ),
    Mutant(
        "Kalai-Smorodinsky divides by no range", BARGAINING, "            if best != reserve\n", ""
    ),
    Mutant(
        "shares of the ideal, not of the range",
        BARGAINING,
        "(value - reserve) / (best - reserve)",
        "(value - reserve) / (abs(best) + 1)",
    ),
    Mutant(
        "the ideal is the least",
        BARGAINING,
        "ideal = tuple(max(column)",
        "ideal = tuple(min(column)",
    ),
    Mutant(
        "egalitarian by the best-off",
        BARGAINING,
        "tuple(sorted(_less(v, reserves)))",
        "tuple(sorted(_less(v, reserves), reverse=True))",
    ),
    Mutant(
        "the last id is canonical",
        BARGAINING,
        "return Solution(tied[0], tuple(tied))",
        "return Solution(tied[-1], tuple(tied))",
    ),
    Mutant(
        "one tied point is returned",
        BARGAINING,
        "return Solution(tied[0], tuple(tied))",
        "return Solution(tied[0], tuple(tied[:1]))",
    ),
    Mutant(
        "open when some gain nothing",
        REACH,
        "all(value > 0 for value in point.values)",
        "all(value >= 0 for value in point.values)",
    ),
    Mutant(
        "J by the best-off",
        REACH,
        "        min(\n            [\n                point.values",
        "        max(\n            [\n                point.values",
    ),
    Mutant(
        "M with the obstacles",
        REACH,
        "return Question((Row(principal),), lifted=frozenset(obstacles(case)))",
        "return Question((Row(principal),))",
    ),
    Mutant(
        "M within the zone",
        REACH,
        "return Question((Row(principal),), lifted=frozenset(obstacles(case)))",
        "return Question((Row(principal),), (principal,), (principal,))",
    ),
    Mutant(
        "J where the zone is not open",
        REACH,
        "    if not is_open(points):\n        return",
        "    if not points:\n        return",
    ),
    Mutant(
        "third parties' options are chosen",
        QUESTION,
        "or not any(controller in case.third_parties for controller in option.controller)",
        "or True",
    ),
    Mutant(
        "a third party's status quo cannot hold",
        QUESTION,
        "if name == found.status_quo\n        or not any",
        "if not any",
    ),
    Mutant(
        "win-sets without the reserve",
        QUESTION,
        "        consent=(principal,),\n        reserves=(principal,),",
        "        consent=(principal,),\n        reserves=(),",
    ),
    Mutant(
        "compensation of the wrong sign",
        OFFERS,
        "compensation=max(Fraction(0), -own)",
        "compensation=max(Fraction(0), own)",
    ),
    Mutant("a price without its floor", OFFERS, "floors=((Row(giver), Fraction(0)),),", ""),
    Mutant(
        "the price counts the offer",
        OFFERS,
        "maximise=(Row(taker, {issue: status_quo[issue]}),)",
        "maximise=(Row(taker),)",
    ),
    Mutant(
        "returns of the giver's own",
        OFFERS,
        "for i, options in controlled(case, taker).items()",
        "for i, options in controlled(case, giver).items()",
    ),
    Mutant(
        "returns that nobody needs",
        OFFERS,
        "        return Price(loss, {})",
        "        pass",
    ),
    Mutant(
        "joint options are one's own",
        OFFERS,
        "if option.controller == (principal,) and",
        "if principal in option.controller and",
    ),
    Mutant(
        "a gift without the giver's consent",
        OFFERS,
        "        consent=(giver,),\n        allowed={",
        "        allowed={",
    ),
    Mutant(
        "the most over the taker's win-set",
        OFFERS,
        "whole = win_set(case, giver, lifted)",
        "whole = win_set(case, taker, lifted)",
    ),
    Mutant(
        "whose refusal is asked",
        OFFERS,
        "blockers(payoffs, package, (taker,), lifted=asked.lifted)",
        "blockers(payoffs, package, (giver,), lifted=asked.lifted)",
    ),
    Mutant(
        "a ratifier that is just satisfied refuses",
        FEASIBILITY,
        "if payoffs.gain(name, package) < payoffs.reserve[name]",
        "if payoffs.gain(name, package) <= payoffs.reserve[name]",
    ),
    Mutant(
        "stands alone in spite of what it requires",
        FEASIBILITY,
        "any(package[issue] not in options for issue, options in rule.requires.items())\n            or ",
        "",
    ),
    Mutant(
        "a score is not weighed",
        WORTH,
        'option: table.get(f"{root}.weights.points.{issue}", Fraction(0)) * score / 100',
        "option: score / 2",
    ),
    Mutant("gains keep lifted prices", PAYOFF, "if place not in lifted)", "if place)"),
    Mutant(
        "prices are gains",
        PAYOFF,
        'lines.append((f"commitments.{name}", -price))',
        'lines.append((f"commitments.{name}", price))',
    ),
    Mutant(
        "reserves are read as 0",
        PAYOFF,
        'reserve=_of_parties(case, table, "reserve")',
        'reserve=_of_parties(case, table, "none")',
    ),
)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - the loader's signature
        code: CodeType = compile(self._text, self.path, "exec", dont_inherit=True)
        return code


class _Finder(MetaPathFinder):
    """Finds the module of the present mutant, and nothing else."""

    def __init__(self) -> None:
        self.mutant: Mutant | None = None

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,  # noqa: ARG002 - the finder's signature
    ) -> ModuleSpec | None:
        if self.mutant is None or fullname != self.mutant.module:
            return None
        found = PathFinder.find_spec(fullname, path)
        if found is None or found.origin is None:
            raise LookupError(fullname)
        loader = _Loader(fullname, found.origin, self.mutant.text)
        return importlib.util.spec_from_file_location(fullname, found.origin, loader=loader)


def _fresh() -> None:
    """Forget the rooms that mutants live in, and what has imported from them."""
    for name in [*sys.modules]:
        if name.startswith(ROOMS):
            del sys.modules[name]
    shares = importlib.import_module("detente.case.divisible")
    vars(importlib.import_module("detente.case.issue"))["with_shares"] = shares.with_shares


def outlook_caught_by(finder: _Finder, mutant: Mutant | None, cases: Sequence[Case]) -> str | None:
    """Return what told the mutant from the oracle on cases with an outlook, or ``None``."""
    finder.mutant = mutant
    _fresh()
    agreement = importlib.import_module("tests.negotiation.outlook_agreement")
    again = mutant is not None and mutant.file == "case/divisible.py"
    for seed, drawn in enumerate(cases):
        try:
            case = Case.model_validate(written(drawn)) if again else drawn
            told = agreement.outlook_differences(case, seed)
        except Exception as fault:
            return f"seed {seed}: {type(fault).__name__}"
        if told:
            return f"seed {seed}: {told[0].partition(':')[0]}"
    return None


def caught_by(finder: _Finder, mutant: Mutant | None, cases: Sequence[Case]) -> str | None:
    """Return what told the mutant from the oracle, or ``None``."""
    finder.mutant = mutant
    _fresh()
    agreement = importlib.import_module("tests.negotiation.agreement")
    passes = importlib.import_module("detente.solve.passes")
    for seed, case in enumerate(cases):
        vars(passes)["_SMALL"] = 0 if seed % 2 else 48
        everything = removable(case)
        for lifted in {frozenset[str](), everything if seed % 3 == 0 else frozenset[str]()}:
            try:
                told = agreement.differences(case, lifted)
            except Exception as fault:
                return f"seed {seed}: {type(fault).__name__}"
            if told:
                return f"seed {seed}: {told[0].partition(':')[0]}"
    return None


def hoped_caught_by(
    finder: _Finder, mutant: Mutant | None, known: Sequence[tuple[Program, Frontier]]
) -> str | None:
    """Return what told the mutant from brute force on programs that take hopes, or ``None``."""
    finder.mutant = mutant
    _fresh()
    merge = importlib.import_module("detente.solve.merge")
    passes = importlib.import_module("detente.solve.passes")
    lagrange = importlib.import_module("detente.solve.lagrange")
    vars(merge)["WIDTH"], vars(passes)["_SMALL"] = 0, 0
    vars(lagrange).update(DIRECTIONS=16, ROUNDS=20, NEAR=6)
    for seed, (program, answer) in enumerate(known):
        try:
            found = merge.solve(program)
        except Exception as fault:
            return f"seed {seed}: {type(fault).__name__}"
        if (found.points, found.packages, found.counts) != (
            answer.points,
            answer.packages,
            answer.counts,
        ):
            return f"seed {seed}: frontier"
    return None


def together_caught_by(finder: _Finder, mutant: Mutant | None, known: Known) -> str | None:
    """Return what told the mutant from the same asked alone, by the engine as it is, or ``None``."""
    finder.mutant = mutant
    _fresh()
    batch = importlib.import_module("detente.solve.batch")
    asked = importlib.import_module("tests.negotiation.asked")
    vars(batch)["FEW"] = 0
    for seed, (programs, expected) in enumerate(known.programs):
        try:
            found = batch.solve_batch(programs)
        except Exception as fault:
            return f"programs {seed}: {type(fault).__name__}"
        if [(f.points, f.packages, f.counts) for f in found] != expected:
            return f"programs {seed}: frontier"
    for seed, (case, told) in enumerate(known.cases):
        try:
            if asked.told_together(case) != told:
                return f"case {seed}: answers"
        except Exception as fault:
            return f"case {seed}: {type(fault).__name__}"
    return None


def main() -> None:
    """Try every mutant, and the engine as it is."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    cases = [random_case(seed) for seed in range(SEEDS)]
    told = {mutant.name: caught_by(finder, mutant, cases) for mutant in MUTANTS}
    known = answers()
    told |= {mutant.name: hoped_caught_by(finder, mutant, known) for mutant in HOPED}
    beside = side_by_side()
    told |= {mutant.name: together_caught_by(finder, mutant, beside) for mutant in TOGETHER}
    moved = [random_case(seed, bounds(seed)) for seed in range(OUTLOOK_SEEDS)]
    told |= {mutant.name: outlook_caught_by(finder, mutant, moved) for mutant in OUTLOOK}
    told["the engine as it is"] = (
        caught_by(finder, None, cases[:20])
        or hoped_caught_by(finder, None, known)
        or together_caught_by(finder, None, beside)
        or outlook_caught_by(finder, None, moved[:20])
    )
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
