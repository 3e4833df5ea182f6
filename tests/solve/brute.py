"""Programs drawn at random, and their answers by looking at every combination."""

from __future__ import annotations

import random
from itertools import product

from detente.solve.program import Charge, Frontier, Gate, Program, Rule, Term, Vector


def values(program: Program, chosen: tuple[int, ...]) -> Vector | None:
    """Return the rows of one combination, or ``None`` when a rule or gate refuses it."""
    picked = set(enumerate(chosen))
    rows = list(program.start)

    def add(vector: Vector) -> None:
        for row, amount in enumerate(vector):
            rows[row] += amount

    for variable, option in picked:
        add(program.unary[variable][option])
    for term in program.terms:
        combination = tuple(chosen[v] for v in term.scope)
        if combination in term.values:
            add(term.values[combination])
    for charge in program.charges:
        if charge.triggers & picked:
            add(charge.values)
    for rule in program.rules:
        if tuple(chosen[v] for v in rule.scope) in rule.forbidden:
            return None
    for gate in program.gates:
        asked = gate.triggers is None or bool(gate.triggers & picked)
        if asked and rows[gate.row] < gate.floor:
            return None
    return tuple(rows)


def brute(program: Program, *, image: bool = False) -> Frontier:
    """Return what ``merge.solve`` should."""
    reached: dict[Vector, list[tuple[int, ...]]] = {}
    for chosen in product(*program.domains):
        rows = values(program, chosen)
        if rows is not None:
            reached.setdefault(tuple(rows[o] for o in program.objectives), []).append(chosen)

    def beaten(point: Vector) -> bool:
        return any(
            other != point and all(a >= b for a, b in zip(other, point, strict=True))
            for other in reached
        )

    def places(chosen: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(program.order[v][o] for v, o in enumerate(chosen))

    points = sorted((p for p in reached if image or not beaten(p)), reverse=True)
    return Frontier(
        tuple(points),
        tuple(min(reached[p], key=places) for p in points),
        tuple(len(reached[p]) for p in points),
    )


def random_program(seed: int, unit: int = 1) -> Program:
    """Return a program with every kind of tie and gate; its amounts are multiples of ``unit``."""
    rng = random.Random(seed)
    sizes = [rng.randint(1, 4) for _ in range(rng.randint(1, 6))]
    width = rng.randint(1, 4)
    variables = range(len(sizes))

    def vector(reach: int) -> Vector:
        return tuple(unit * rng.randint(-reach, reach) for _ in range(width))

    def scope() -> tuple[int, ...]:
        return tuple(rng.sample(variables, rng.randint(1, min(3, len(sizes)))))

    def combination(of: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(rng.randrange(sizes[v]) for v in of)

    def triggers() -> frozenset[tuple[int, int]]:
        return frozenset(
            (v, rng.randrange(sizes[v]))
            for v in rng.choices(variables, k=rng.randint(0 if rng.random() < 0.1 else 1, 3))
        )

    terms = []
    for _ in range(rng.randint(0, 2)):
        of = scope()
        terms.append(Term(of, {combination(of): vector(3) for _ in range(rng.randint(0, 4))}))
    rules = []
    for _ in range(rng.randint(0, 2)):
        of = scope()
        rules.append(Rule(of, frozenset(combination(of) for _ in range(rng.randint(0, 4)))))
    gates = [
        Gate(
            rng.randrange(width),
            unit * rng.randint(-6, 2) - rng.randint(0, 1),
            None if rng.random() < 0.4 else triggers(),
        )
        for _ in range(rng.randint(0, 4))
    ]
    least = 0 if rng.random() < 0.05 else 1
    return Program(
        domains=tuple(
            tuple(sorted(rng.sample(range(n), rng.randint(max(least, n - 1), n)))) for n in sizes
        ),
        order=tuple(tuple(rng.sample(range(n), n)) for n in sizes),
        start=vector(1),
        unary=tuple(tuple(vector(4) for _ in range(n)) for n in sizes),
        objectives=tuple(rng.sample(range(width), rng.randint(0, min(3, width)))),
        terms=tuple(terms),
        rules=tuple(rules),
        charges=tuple(Charge(triggers(), vector(3)) for _ in range(rng.randint(0, 2))),
        gates=tuple(gates),
    )
