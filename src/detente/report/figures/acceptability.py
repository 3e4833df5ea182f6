"""How often packages would be acceptable: a bar for each, with what more draws could make of it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.report.figures.labels import distinct, lines
from detente.report.figures.reach import PER_CENT
from detente.report.figures.svg import Figure, bars, figure, rows_of, ruled
from detente.report.words import SOLUTION_NAMES, share_text, told_apart
from detente.study.robustness_result import PackageRobustness, RobustnessResult

WIDTH = 420
ROW = 38
NAMED, OTHER = "bargaining solution", "other efficient package"


def acceptability(case: Case, result: RobustnessResult, ident: str = "fig-acceptability") -> Figure:
    """Draw in how many draws each package is acceptable to all; there is at least one package."""
    _, rest = told_apart(case, [one.package for one in result.packages])
    names = distinct(
        lines(_name(place, one, moved), 54)
        for place, (one, moved) in enumerate(zip(result.packages, rest, strict=True), 1)
    )
    values = [
        {
            "name": name,
            "share": one.acceptable.share,
            "low": one.acceptable.low,
            "high": one.acceptable.high,
            "kind": NAMED if one.solutions else OTHER,
        }
        for name, one in zip(names, result.packages, strict=True)
    ]
    x: dict[str, Any] = {
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {
            "labelExpr": PER_CENT,
            "tickCount": 5,
            "domain": False,
            "title": "Draws in which all who must assent accept",
        },
    }
    kinds = {NAMED: "zone", OTHER: "muted"}
    spec = rows_of(
        names,
        values,
        [
            bars({**x, "field": "share"}, kinds),
            ruled({**x, "field": "low"}, x2={"field": "high"}),
        ],
        width=WIDTH,
        row=ROW,
    )
    best = max(one.acceptable.hits for one in result.packages)
    return figure(
        spec,
        ident,
        "How often each package would be acceptable",
        f"Every judgement is drawn from its range {result.draws:,} times. A bar is the share of "
        "draws in which all who must assent accept the package, "
        f"{share_text(Fraction(best, result.draws), 1)} at most; the dark line at its end is what "
        "more draws could make of it. Named is what sets a package apart from the others here.",
    )


def _name(place: int, one: PackageRobustness, moved: list[str]) -> str:
    named = ", ".join(SOLUTION_NAMES[name] for name in one.solutions)
    told = "; ".join(moved) or "nothing else"
    return f"{place}. {named}: {told}" if named else f"{place}. {told}"
