"""If the outside world changes: by state, the likeliest scenarios, and an agreement made before."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import (
    SAME_MOST,
    gain_cells,
    standing_cells,
    standing_columns,
)
from detente.report.words import (
    date_text,
    joined,
    points_text,
    scenario_name,
    share_text,
    state_name,
)
from detente.study.scenarios import ExAnteResult, ScenariosResult, StateResult

SHOWN = 12
"""Scenarios shown, the likeliest first, before the rest are counted."""

CHOICES = 6
"""Packages fixed beforehand that are shown before the rest are counted."""


def scenario_sheets(case: Case, result: ScenariosResult) -> Iterator[Sheet]:
    """Yield the answer by state of each shock, and the likeliest scenarios side by side."""
    yield _states(case, result)
    yield _likeliest(case, result)


def _states(case: Case, result: ScenariosResult) -> Sheet:
    days = {shock.by for shock in case.shocks.values() if shock.by is not None}
    when = f" by {date_text(max(days).isoformat())}" if days else ""
    notes = [
        f"Over all scenarios an agreement is possible{when} with a probability of "
        f"{share_text(result.open, 1)}; how far it can go is {share_text(result.j, 1)} on average.",
        "Probability: of the state. Possible: the probability of an agreement, given the state. "
        "Mean: how far on average, given the state. By itself: how far if this state alone came "
        "about, all else as now.",
    ]
    if result.ceiling is not None:
        notes.append(
            f"What moves it most is {case.shocks[result.ceiling].name}: by "
            f"{share_text(result.spread[result.ceiling], 1)} from its worst state to its best."
        )
    notes += [text for found in result.states if (text := _baseline(case, found))]
    rows = []
    for shock_id, shock in case.shocks.items():
        rows += [
            (
                state_name(case, shock_id, found.state)
                + (" (now)" if found.state == shock.now else ""),
                share_text(found.probability, 1),
                share_text(found.open, 1),
                share_text(found.j, 1),
                share_text(found.alone.j, 1),
            )
            for found in result.states
            if found.shock == shock_id
        ]
    titles = ("probability", "possible", "mean", "by itself")
    return Sheet(
        "If the outside world changes: by state",
        tuple(notes),
        (Column("state", ratio=6), *(Column(title, number=True) for title in titles)),
        rows,
    )


def _likeliest(case: Case, result: ScenariosResult) -> Sheet:
    notes = [SAME_MOST, "The gains are those of the Nash package, against no agreement there."]
    shown = result.scenarios[:SHOWN]
    rest = result.scenarios[SHOWN:]
    if rest:
        chance = sum((one.probability for one in rest), Fraction(0))
        notes.append(
            f"{len(rest)} less likely scenarios, {share_text(chance, 1)} together, are in the JSON."
        )
    return Sheet(
        "If the outside world changes: the likeliest scenarios",
        tuple(notes),
        (
            Column("scenario", ratio=6),
            Column("probability", number=True),
            *standing_columns(case),
        ),
        [
            (
                scenario_name(case, one.states),
                share_text(one.probability, 1),
                *standing_cells(case, one.standing),
            )
            for one in shown
        ],
    )


def _baseline(case: Case, found: StateResult) -> str:
    """Return what no agreement itself brings in a state, in words; empty where nothing."""
    told = [
        f"{case.principals[p].name} {points_text(value)}"
        for p, value in found.alone.baseline.items()
        if value
    ]
    if not told:
        return ""
    where = state_name(case, found.shock, found.state)
    return f"No agreement itself brings {joined(told)} points where {where}."


def ex_ante_sheets(case: Case, result: ScenariosResult) -> Iterator[Sheet]:
    """Yield the agreements fixed before it is known what comes, and what knowing would bring."""
    title = "An agreement made before it is known what comes"
    if result.choice is None:
        yield Sheet(title, ("No package is acceptable to all in any scenario.",), (), ())
        return
    rest = len(result.ex_ante) - CHOICES
    shown = [result.choice, *(one for one in result.ex_ante if one != result.choice)][:CHOICES]
    notes = [
        "Expected gains: probability times gain, over the scenarios in which all accept the "
        "package; nobody's can be improved without loss to another. The first row has the largest "
        "product of them. What a package does not name stays as it then stands.",
        "The last row is no choice: what could be expected if it were known beforehand what comes.",
    ]
    if rest > 0:
        notes.append(f"{rest} more are in the JSON.")
    yield Sheet(
        title,
        tuple(notes),
        (
            Column("package", ratio=6),
            *(Column(p, number=True) for p in case.principals),
            Column("accepted with", number=True),
        ),
        [
            *(
                (
                    _package(case, one),
                    *gain_cells(case, one.expected),
                    share_text(one.acceptance, 1),
                )
                for one in shown
            ),
            (
                "perfect information",
                *gain_cells(case, result.perfect_information),
                share_text(result.open, 1),
            ),
        ],
    )


def _package(case: Case, one: ExAnteResult) -> str:
    named = [case.issues[i].options[o].name for i, o in one.package.items()]
    return "; ".join(named) or "nothing"
