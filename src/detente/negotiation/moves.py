"""Answers of a case with its numbers moved a little: what several moves share is worked out once.

Moves of numbers that concern one issue alone leave every other issue as it is. All other issues
are then merged once, and each move joins the one issue anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import lcm

from detente.negotiation.compiler import answer, build, read
from detente.negotiation.mould import rows_of
from detente.negotiation.payoff import Payoffs, wholes
from detente.negotiation.question import Point, Question
from detente.solve.merge import solve_variants


def answers(
    payoffs: Payoffs, moved: Sequence[Payoffs], question: Question
) -> tuple[tuple[Point, ...], ...]:
    """Answer one question for a case with numbers moved, once for each move.

    Parameters
    ----------
    payoffs
        The compiled case.
    moved
        The same case, compiled with some numbers otherwise.
    question
        What is asked; its rows read no issue otherwise than it is settled.

    Raises
    ------
    NotProved
        When the case is too large for this engine.
    """
    found: dict[int, tuple[Point, ...]] = {}
    groups: dict[str, list[int]] = {}
    for number, one in enumerate(moved):
        issue = _only(payoffs, one)
        if issue is None:
            found[number] = answer(one, question)
        else:
            groups.setdefault(issue, []).append(number)
    for issue, mine in groups.items():
        solved = _varied(payoffs, [moved[number] for number in mine], issue, question)
        found.update(zip(mine, solved, strict=True))
    return tuple(found[number] for number in range(len(moved)))


def _only(payoffs: Payoffs, moved: Payoffs) -> str | None:
    """Return the one issue whose worth differs; ``None`` where anything else differs too."""
    if (payoffs.links, payoffs.prices, payoffs.reserve, payoffs.outside) != (
        moved.links,
        moved.prices,
        moved.reserve,
        moved.outside,
    ):
        return None
    issues = {
        issue
        for party, held in payoffs.worth.items()
        if held is not moved.worth[party]
        for issue, options in held.items()
        if options is not moved.worth[party][issue] and options != moved.worth[party][issue]
    }
    return issues.pop() if len(issues) == 1 else None


def _varied(
    payoffs: Payoffs, moved: Sequence[Payoffs], issue: str, question: Question
) -> list[tuple[Point, ...]]:
    scale = {
        party: lcm(unit, *(one.scale[party] for one in moved))
        for party, unit in payoffs.scale.items()
    }
    fine = replace(payoffs)
    vars(fine)["scale"] = scale
    rows = rows_of(payoffs.layout, question)
    variants = [
        [*zip(*(wholes(o.worth[r.party][issue], scale[r.party]) for r in rows), strict=True)]
        for o in moved
    ]
    program = build(fine, question, rows)
    solved = solve_variants(program, payoffs.layout.places[issue], variants)
    return [read(fine, question, found) for found in solved]
