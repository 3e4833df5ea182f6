"""A question to a case, answered as far as some time allows: proved, or with the gap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from detente.negotiation.compiler import build, read
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, Question
from detente.solve.merge import solve


@dataclass(frozen=True)
class Answered:
    """What was found within some time.

    Attributes
    ----------
    points
        Efficient points where it is proved; otherwise points that packages reach.
    proved, method
        Whether it is exact, and how it was worked out.
    gap
        Where it is not proved: no package beats some point by more than this in every row, in
        points; ``None`` where there is no point.
    """

    points: tuple[Point, ...]
    proved: bool
    method: str
    gap: Fraction | None


def attempt(
    payoffs: Payoffs,
    question: Question,
    seconds: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Answered:
    """Answer a question exactly if the time allows, and otherwise say how far it got.

    Parameters
    ----------
    payoffs, question
        The compiled case, and what is asked.
    seconds
        How long to try.
    progress
        Called with how much is done, and how much there is.
    """
    program = build(payoffs, question)
    found = solve(program, seconds=seconds, progress=progress)
    points = read(payoffs, question, found)
    scale = [payoffs.scale[row.party] for row in question.maximise]
    gap = None
    if points:
        gap = max(
            (
                min(
                    max(
                        Fraction(high, unit) - value
                        for high, unit, value in zip(bound, scale, point.values, strict=True)
                    )
                    for point in points
                )
                for bound in found.bounds
            ),
            default=Fraction(0),
        )
    return Answered(points, found.proved, found.method, gap)
