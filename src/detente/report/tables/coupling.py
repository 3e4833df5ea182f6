"""Coupling: how other dyads go with one, and at which lag."""

from __future__ import annotations

from collections.abc import Iterator

from detente.report.tables.ceiling import pair_text
from detente.report.tables.real import real
from detente.report.tables.sheet import Column, Sheet
from detente.study.coupling import CoupledResult, CouplingResult

ON = {"tone": "mean intensity of events", "volume": "volume of events"}
UNTOLD = ("no clear coupling", "too little to tell")
"""Verdicts of which the screen shows no lags; a document has them all."""

WHOLE = 15
"""Lags up to which all are listed."""


def coupling_sheets(result: CouplingResult) -> Iterator[Sheet]:
    """Yield each look with its probability alone and among all, then the lags of each."""
    dyad = pair_text(result.dyad)
    span = f"{result.since} to {result.until}" if result.since else "no period is covered"
    notes = [
        f"Compared: {ON[result.on]}, by {result.by}, {span}. What each series owes to its own past "
        "is taken out first. A lag above 0: the other dyad follows."
    ]
    if result.looks > 1:
        notes.append(
            f"{result.looks} looks: among so many, one is expected to seem coupled by chance now "
            "and then; “among all” is the probability corrected for that."
        )
    yield Sheet(
        f"What moves with {dyad}",
        tuple(notes),
        (
            Column("other dyad"),
            Column("verdict"),
            Column("lag", number=True),
            Column("correlation", number=True),
            Column("p alone", number=True),
            Column("p among all", number=True),
            Column("periods", number=True),
        ),
        [_row(one) for one in result.coupled],
    )
    for one in result.coupled:
        if one.verdict not in UNTOLD:
            yield _lags(one)


def _row(found: CoupledResult) -> tuple[str, ...]:
    if found.lag is None or found.p is None or found.corrected is None:
        return (pair_text(found.other), found.verdict, "", "", "", "", str(found.periods))
    return (
        pair_text(found.other),
        verdict_text(found.verdict),
        real(found.lag, 0, sign=True),
        real(found.correlation, sign=True),
        f"{found.p:.3f}",
        f"{found.corrected:.3f}",
        str(found.periods),
    )


def verdict_text(verdict: str) -> str:
    """Return a verdict with its dyad's states by name.

    Examples
    --------
    >>> verdict_text("USA–RUS leads"), verdict_text("together")
    ('United States–Russia leads', 'together')
    """
    pair, _, leads = verdict.partition(" leads")
    return verdict if pair == verdict else f"{pair_text(pair)} leads{leads}"


def _lags(found: CoupledResult) -> Sheet:
    shown = sorted(found.lags, key=lambda one: (-abs(one.correlation), abs(one.lag)))[:WHOLE]
    shown.sort(key=lambda one: one.lag)
    return Sheet(
        f"Lags: {pair_text(found.other)}",
        (),
        (
            Column("lag", number=True),
            Column("correlation", number=True),
            Column("pairs", number=True),
            Column("p at any lag", number=True),
        ),
        [
            (
                real(one.lag, 0, sign=True),
                real(one.correlation, sign=True),
                str(one.pairs),
                f"{one.p:.3f}",
            )
            for one in shown
        ],
    )
