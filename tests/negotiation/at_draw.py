"""A case whose modes are the numbers of one draw: for an oracle that knows no draws."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.case.case import Case
from detente.case.written import number, written


def at_draw(case: Case, values: Mapping[str, Fraction]) -> Case:
    """Return the case with each of its numbers put to a draw's value."""
    plain = written(case)
    for key, value in values.items():
        *path, last = key.split(".")
        place = plain
        for name in path:
            place = place[name]
        held = place[last]
        if isinstance(held, dict):
            place[last] = {**held, "code" if "code" in held else "value": number(value)}
        else:
            place[last] = number(value)
    return Case.model_validate(plain)
