"""What of a program is settled before anything is merged: variables that have one option left.

Such a variable is no choice. What it brings goes to the start, a tie that binds it to one other
variable becomes that variable's own values, and a tie that no allowed option can meet is left out,
as are rows that nobody asks for. What remains has the same efficient points, and its solutions
become those of the whole when the settled options are put back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from detente.solve.program import Charge, Choice, Frontier, Gate, Program, Rule, Term, Vector

Combination = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A program without its settled variables.

    Attributes
    ----------
    program
        What is left to choose; ``None`` where a rule forbids every solution.
    places
        The number in ``program`` of each variable of the whole, ``None`` where it is settled.
    options
        The settled option of each variable, ``None`` where it is still to be chosen.
    rows
        The rows of the whole that ``program`` keeps.
    """

    program: Program | None
    places: tuple[int | None, ...]
    options: tuple[int | None, ...]
    rows: tuple[int, ...]

    def whole(self, found: Frontier) -> Frontier:
        """Return a frontier of what is left as one of the whole program."""
        if len(found.packages) == 0 or all(place is not None for place in self.places):
            return found
        packages = []
        for package in found.packages:
            left = iter(package)
            packages.append(tuple([next(left) if o is None else o for o in self.options]))
        return replace(found, packages=tuple(packages))


def settle(program: Program) -> Settled:
    """Return what is left of a program to choose; every domain must hold an option.

    Parameters
    ----------
    program
        The program.

    Examples
    --------
    >>> pull = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
    >>> left = settle(Program(((0, 1), (1,)), ((0, 1), (0, 1)), (0, 0), pull, (0, 1)))
    >>> left.program.start, left.program.domains, left.options
    ((-1, 3), ((0, 1),), (None, 1))
    """
    domains = list(program.domains)
    narrow = {
        v for v, (d, o) in enumerate(zip(domains, program.unary, strict=True)) if len(d) < len(o)
    }
    rules = [
        rule if narrow.isdisjoint(rule.scope) else _within(rule, domains) for rule in program.rules
    ]
    fixed = _fixed(domains)
    while fixed:
        rest = [_rule(rule, fixed) for rule in rules]
        if any(not rule.scope and rule.forbidden for rule in rest):
            return Settled(None, (), (), ())
        for rule in rest:
            if len(rule.scope) == 1:
                barred = {option for (option,) in rule.forbidden}
                (variable,) = rule.scope
                domains[variable] = tuple([o for o in domains[variable] if o not in barred])
                if not domains[variable]:
                    return Settled(None, (), (), ())
        rules = [_within(rule, domains) for rule in rest if len(rule.scope) > 1]
        more = _fixed(domains)
        if len(more) == len(fixed):
            break
        fixed = more
    return _left(program, domains, [rule for rule in rules if rule.forbidden], fixed)


def _fixed(domains: list[tuple[int, ...]]) -> dict[int, int]:
    return {v: domain[0] for v, domain in enumerate(domains) if len(domain) == 1}


def _within(rule: Rule, domains: list[tuple[int, ...]]) -> Rule:
    """Return a rule without the combinations that no allowed option can make."""
    allowed = [domains[v] for v in rule.scope]
    held = [c for c in rule.forbidden if all(o in d for o, d in zip(c, allowed, strict=True))]
    return rule if len(held) == len(rule.forbidden) else Rule(rule.scope, frozenset(held))


def _rest(
    scope: tuple[int, ...], combination: Combination, fixed: Mapping[int, int]
) -> Combination:
    return tuple([o for v, o in zip(scope, combination, strict=True) if v not in fixed])


def _rule(rule: Rule, fixed: Mapping[int, int]) -> Rule:
    """Return what is left of a rule whose combinations are all allowed."""
    if not any(v in fixed for v in rule.scope):
        return rule
    return Rule(
        tuple([v for v in rule.scope if v not in fixed]),
        frozenset([_rest(rule.scope, c, fixed) for c in rule.forbidden]),
    )


def _left(
    program: Program, domains: list[tuple[int, ...]], rules: list[Rule], fixed: Mapping[int, int]
) -> Settled:
    start = list(program.start)
    unary = list(program.unary)
    terms = [rest for term in program.terms if (rest := _term(term, domains, fixed, start, unary))]
    charges = [due for charge in program.charges if (due := _charge(charge, domains, fixed, start))]
    gates = [asks for gate in program.gates if (asks := _gate(gate, domains, fixed))]
    for variable, option in fixed.items():
        _add(start, unary[variable][option])
    asked = {*program.objectives, *(gate.row for gate in gates)}
    rows = tuple([row for row in range(len(start)) if row in asked])
    kept = [v for v in range(len(domains)) if v not in fixed]
    place = {v: number for number, v in enumerate(kept)}
    line = {row: number for number, row in enumerate(rows)}
    all_rows = len(rows) == len(start)

    def narrow(vector: Vector) -> Vector:
        return vector if all_rows else tuple([vector[row] for row in rows])

    def placed(triggers: frozenset[Choice]) -> frozenset[Choice]:
        return frozenset([(place[v], o) for v, o in triggers])

    return Settled(
        Program(
            domains=tuple([domains[v] for v in kept]),
            order=tuple([program.order[v] for v in kept]),
            start=narrow(tuple(start)),
            unary=tuple(
                [unary[v] if all_rows else tuple([narrow(o) for o in unary[v]]) for v in kept]
            ),
            objectives=tuple([line[row] for row in program.objectives]),
            terms=tuple(
                Term(
                    tuple([place[v] for v in term.scope]),
                    {c: narrow(vector) for c, vector in term.values.items()},
                )
                for term in terms
            ),
            rules=tuple(Rule(tuple([place[v] for v in r.scope]), r.forbidden) for r in rules),
            charges=tuple(Charge(placed(c.triggers), narrow(c.values)) for c in charges),
            gates=tuple(
                Gate(line[g.row], g.floor, None if g.triggers is None else placed(g.triggers))
                for g in gates
            ),
        ),
        tuple([place.get(v) for v in range(len(domains))]),
        tuple([fixed.get(v) for v in range(len(domains))]),
        rows,
    )


def _add(total: list[int], vector: Vector) -> None:
    for row, value in enumerate(vector):
        total[row] += value


def _term(
    term: Term,
    domains: list[tuple[int, ...]],
    fixed: Mapping[int, int],
    start: list[int],
    unary: list[tuple[Vector, ...]],
) -> Term | None:
    """Return what is left of a term; what one variable decides is added where it belongs."""
    if all(v not in fixed and len(domains[v]) == len(unary[v]) for v in term.scope):
        return term if term.values else None
    scope = tuple([v for v in term.scope if v not in fixed])
    allowed = [domains[v] for v in term.scope]
    values = {
        _rest(term.scope, c, fixed): vector
        for c, vector in term.values.items()
        if all(option in domain for option, domain in zip(c, allowed, strict=True))
    }
    if not values:
        return None
    if not scope:
        _add(start, values[()])
        return None
    if len(scope) == 1:
        (variable,) = scope
        unary[variable] = tuple(
            tuple([a + b for a, b in zip(vector, values[option,], strict=True)])
            if (option,) in values
            else vector
            for option, vector in enumerate(unary[variable])
        )
        return None
    return Term(scope, values)


def _charge(
    charge: Charge, domains: list[tuple[int, ...]], fixed: Mapping[int, int], start: list[int]
) -> Charge | None:
    if any(fixed.get(v) == option for v, option in charge.triggers):
        _add(start, charge.values)
        return None
    open_ = _open(charge.triggers, domains, fixed)
    return Charge(open_, charge.values) if open_ else None


def _gate(gate: Gate, domains: list[tuple[int, ...]], fixed: Mapping[int, int]) -> Gate | None:
    if gate.triggers is None:
        return gate
    if any(fixed.get(v) == option for v, option in gate.triggers):
        return Gate(gate.row, gate.floor)
    open_ = _open(gate.triggers, domains, fixed)
    return Gate(gate.row, gate.floor, open_) if open_ else None


def _open(
    triggers: frozenset[Choice], domains: list[tuple[int, ...]], fixed: Mapping[int, int]
) -> frozenset[Choice]:
    return frozenset([(v, o) for v, o in triggers if v not in fixed and o in domains[v]])
