"""Which judgements move an answer most: what it is where each is low, and where it is high."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.naming import possessive
from detente.case.numbers import numbers
from detente.report.figures.labels import distinct, judgement_name, lines
from detente.report.figures.reach import PER_CENT
from detente.report.figures.svg import Figure, bars, figure, rows_of, ruled
from detente.report.words import points_text, share_text
from detente.study.robustness_result import AnswerSensitivity

WIDTH = 460
ROW = 40
LOW, HIGH = "where it is low", "where it is high"


def tornado(case: Case, answer: AnswerSensitivity, ident: str = "fig-tornado") -> Figure:
    """Draw the judgements that move an answer; there is at least one."""
    known = {number.key: number for number in numbers(case)}
    names = distinct(lines(judgement_name(case, known[one.key]), 54) for one in answer.influences)
    values = [
        {"name": name, "mean": answer.mean, "end": end, "kind": kind}
        for name, one in zip(names, answer.influences, strict=True)
        # A shorter bar is drawn over a longer one where both lie on one side.
        for kind, end in sorted(
            ((LOW, one.low), (HIGH, one.high)), key=lambda item: -abs(item[1] - answer.mean)
        )
    ]
    found = [answer.mean, *(end for one in answer.influences for end in (one.low, one.high))]
    room = max((max(found) - min(found)) * 0.08, 0.001)
    x: dict[str, Any] = {
        "field": "end",
        "type": "quantitative",
        "scale": {
            "domain": [min(found) - room, max(found) + room],
            "zero": False,
            "nice": False,
        },
        "axis": {"tickCount": 6, "domain": False, "title": _what(case, answer)}
        | ({} if answer.party is not None else {"labelExpr": PER_CENT}),
    }
    kinds = {LOW: "p5", HIGH: "p6"}
    spec = rows_of(
        names,
        values,
        [
            bars(x, kinds, x2={"field": "mean"}),
            ruled({**x, "field": "mean", "aggregate": "min"}, y=None),
        ],
        width=WIDTH,
        row=ROW,
    )
    mean = Fraction(answer.mean)
    return figure(
        spec,
        ident,
        f"What moves {_what(case, answer)}",
        "Each bar runs to the average over the tenth of the draws in which that judgement is "
        "lowest, and highest, all others varying too; the line is the average over all draws, "
        f"{points_text(mean) if answer.party is not None else share_text(mean, 1)}. The strongest "
        "stand first, by how much of what varies they explain by themselves.",
    )


ACCEPTED = "how often the Nash package is acceptable"


def _what(case: Case, answer: AnswerSensitivity) -> str:
    if answer.party is None:
        return "how far it can go" if answer.answer == "how far" else ACCEPTED
    return f"{possessive(case.principals[answer.party].name)} gain from the Nash package, in points"
