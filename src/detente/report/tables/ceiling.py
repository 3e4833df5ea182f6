"""A ceiling: the verdict, the slopes of both tails, and the series beneath."""

from __future__ import annotations

from collections.abc import Iterator

from detente.report.tables.real import ranged, real
from detente.report.tables.recorded import state_text
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import capital, joined
from detente.study.ceiling import CeilingResult, TailsResult

ON = {
    "tone": "mean intensity of events",
    "volume": "volume of events",
    "ideal_points": "closeness of votes in the UN General Assembly (the distance of ideal points, "
    "turned round)",
}
"""What is compared, in words."""

SAYS = {
    "binds": "{given} is a ceiling for {dyad}: it binds",
    "common movement only": "No ceiling is shown: {dyad} and {given} move together as far as all "
    "dyads of {shared} do, and no further",
    "no ceiling": "{given} is no ceiling for {dyad}",
    "too little to tell": "Whether {given} is a ceiling for {dyad}: too little to tell",
}
"""What each verdict says."""


def ceiling_sheets(result: CeilingResult) -> Iterator[Sheet]:
    """Yield the verdict, the tails on each dyad, and the last periods of the series."""
    yield Sheet(
        f"Is {pair_text(result.given)} a ceiling for {pair_text(result.dyad)}?",
        tuple(ceiling_notes(result)),
        (),
        [],
    )
    if result.raw:
        yield _tails("Each dyad alone", result, result.raw)
    if result.net:
        yield _tails("Net of the common movement of the other dyads", result, result.net)
    if result.series:
        yield _series(result)


def pair_text(pair: str) -> str:
    """Return a pair of states by their names.

    Examples
    --------
    >>> pair_text("USA–RUS")
    'United States–Russia'
    """
    return "–".join(state_text(state) for state in pair.split("–"))


def ceiling_notes(result: CeilingResult) -> Iterator[str]:
    """Yield the verdict and what it rests on, in words."""
    said = SAYS[result.verdict].format(
        dyad=pair_text(result.dyad),
        given=pair_text(result.given),
        shared=state_text(result.shared_state),
    )
    yield f"{said}. Why: {result.reason}."
    span = f"{result.since} to {result.until}" if result.since else "no period"
    placebos = [pair_text(one) for one in result.placebos] or ["none"]
    yield (
        f"Compared: {ON[result.on]}, by {result.by}, {span}; {result.periods} periods known in all "
        f"series. Placebos: {joined(placebos)}."
    )
    empty = [
        pair_text(name)
        for name in (result.dyad, result.given, *result.placebos)
        if result.series and all(point.values[name] is None for point in result.series)
    ]
    if empty:
        yield f"Of {joined(empty)} no period is known; a comparison needs all series."
    if result.common.value is not None:
        yield (
            f"Correlation with the common movement of the placebos: {pair_text(result.dyad)} "
            f"{ranged(result.common)}, {pair_text(result.given)} {ranged(result.shared)}."
        )
    if result.own:
        state = state_text(result.shared_state)
        own = joined([f"{pair_text(name)} {real(value)}" for name, value in result.own.items()])
        yield f"Correlation of closeness with {state}'s own ideal point: {own}."
    if result.margin.value is not None:
        yield (
            "How much more the upper tail than the lower follows the given dyad than the placebo "
            f"that does so most: {ranged(result.margin, sign=True)}; it binds only above 0."
        )
    yield "A ceiling informs a judgement; it never enters what could be agreed."


def _tails(title: str, result: CeilingResult, found: tuple[TailsResult, ...]) -> Sheet:
    note = (
        f"How the upper (90 %) and the lower (10 %) quantile of {pair_text(result.dyad)} go with "
        "each dyad, in spreads by spreads, with 90 % ranges."
    )
    return Sheet(
        title,
        (note,),
        (
            Column("on"),
            Column("upper tail", number=True),
            Column("lower tail", number=True),
            Column("upper less lower", number=True),
        ),
        [
            (
                pair_text(one.dyad) + (" (given)" if one.dyad == result.given else ""),
                ranged(one.upper, sign=True),
                ranged(one.lower, sign=True),
                ranged(one.asymmetry, sign=True),
            )
            for one in found
        ],
    )


LAST = 30
"""Periods of the series that the screen shows."""


def _series(result: CeilingResult) -> Sheet:
    names = [result.dyad, result.given, *result.placebos]
    shown = result.series[-LAST:]
    more = len(result.series) - len(shown)
    notes = [f"{capital(ON[result.on])}; more is closer."]
    if more:
        notes.append(f"The last {len(shown)} of {len(result.series)}; --format json has all.")
    return Sheet(
        "The series",
        tuple(notes),
        (Column(result.by), *(Column(name, number=True) for name in names)),
        [(one.period, *(real(one.values[name]) or "missing" for name in names)) for one in shown],
    )
