"""Programs of the same frame as another, with other numbers."""

from __future__ import annotations

import random
from dataclasses import replace

from detente.solve.program import Charge, Gate, Program, Term


def otherwise(program: Program, rng: random.Random, size: int = 9) -> Program:
    """Return a program of the same frame with other numbers and, at times, narrower domains."""

    def vector(old: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(value + rng.randint(-size, size) for value in old)

    terms = []
    for term in program.terms:
        # Combinations that bring the same still do: that is part of the frame.
        distinct = {value: vector(value) for value in dict.fromkeys(term.values.values())}
        terms.append(Term(term.scope, {c: distinct[v] for c, v in term.values.items()}))
    return replace(
        program,
        domains=tuple(
            tuple(o for o in domain if rng.random() > 0.2) or domain for domain in program.domains
        ),
        start=vector(program.start),
        unary=tuple(tuple(vector(v) for v in options) for options in program.unary),
        terms=tuple(terms),
        charges=tuple(Charge(c.triggers, vector(c.values)) for c in program.charges),
        gates=tuple(
            Gate(g.row, g.floor + rng.randint(-size, size), g.triggers) for g in program.gates
        ),
    )
