"""A question to a case, turned into a program of integers, solved, and read back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from detente.negotiation.moulding import mould, rows_of
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, Question, Row, zone
from detente.solve.merge import solve
from detente.solve.program import Frontier, Program


def answer(payoffs: Payoffs, question: Question, *, image: bool = False) -> tuple[Point, ...]:
    """Answer a question exactly.

    Parameters
    ----------
    payoffs
        The compiled case.
    question
        What is asked. Without rows to maximise the answer counts: one point, or none.
    image
        Return every point reached, not the efficient ones alone.

    Returns
    -------
    tuple of Point
        Efficient points in descending order of the first row; empty when no package qualifies.

    Raises
    ------
    NotProved
        When the case is too large for this engine.
    """
    question = bearing(payoffs, question)
    key = (question.key, image)
    if key not in payoffs.answers:
        payoffs.answers[key] = read(payoffs, question, frontier_of(payoffs, question, image=image))
    found: tuple[Point, ...] = payoffs.answers[key]
    return found


def frontier_of(payoffs: Payoffs, question: Question, *, image: bool = False) -> Frontier:
    """Return what :func:`answer` reads: the points as whole numbers, the packages by number.

    A point's values are at the scales of the rows' parties.

    Raises
    ------
    NotProved
        When the case is too large for this engine.
    """
    question = bearing(payoffs, question)
    key = (question.key, image)
    if key not in payoffs.solved:
        payoffs.solved[key] = solve(build(payoffs, question), image=image)
    found: Frontier = payoffs.solved[key]
    return found


def bearing(payoffs: Payoffs, question: Question) -> Question:
    """Return a question without the lifted obstacles that it would not meet at all."""
    if not question.lifted:
        return question
    case = payoffs.case
    parties = {row.party for row in rows_of(payoffs.layout, question)}
    met = {
        *(f"constraints.{name}" for name in case.constraints),
        *(f"principals.{name}.reserve" for name in question.reserves),
        *(
            f"ratifiers.{name}"
            for name, ratifier in case.ratifiers.items()
            if ratifier.principal in question.consent
        ),
        *(
            f"commitments.{name}"
            for name, promise in case.commitments.items()
            if promise.by in (parties if promise.kind == "priced" else question.consent)
        ),
    }
    lifted = question.lifted & met
    return question if len(lifted) == len(question.lifted) else replace(question, lifted=lifted)


def read(payoffs: Payoffs, question: Question, found: Frontier) -> tuple[Point, ...]:
    """Return the points of a solved program, in points and by names."""
    scale = [payoffs.scale[row.party] for row in question.maximise]
    options = [*payoffs.layout.options.items()]
    return tuple(
        Point(
            tuple([Fraction(value, unit) for value, unit in zip(point, scale, strict=True)]),
            {i: names[o] for (i, names), o in zip(options, package, strict=True)},
            count,
        )
        for point, package, count in zip(found.points, found.packages, found.counts, strict=True)
    )


def count(payoffs: Payoffs, question: Question) -> int:
    """Return how many packages qualify."""
    bare = Question(
        (), question.consent, question.reserves, question.allowed, question.floors, question.lifted
    )
    return sum(point.count or 0 for point in answer(payoffs, bare))


def zone_program(payoffs: Payoffs) -> Program:
    """Return the program of the zone of agreement; its first rows are the principals' gains."""
    question = zone(payoffs.case)
    return build(payoffs, question)


def build(payoffs: Payoffs, question: Question, rows: tuple[Row, ...] | None = None) -> Program:
    """Build the program of a question; its rows are ``rows``, the maximised ones first."""
    return mould(payoffs.layout, question, rows).program(payoffs)
