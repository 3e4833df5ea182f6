"""Whether one dyad moves with others: together, ahead of them, or behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import numpy as np

from detente.base.result import Provenance, Result
from detente.record.coupling import coupling as engine
from detente.record.dyad import Dyad
from detente.record.looks import holm, warning
from detente.record.period import By
from detente.study.at_hand import AtHand

On = Literal["tone", "volume"]
Pair = tuple[str, str]

LEVEL = 0.05


class LagResult(Result):
    """The correlation at one lag; above 0 the other dyad follows."""

    lag: int
    correlation: float
    pairs: int
    p: float


class CoupledResult(Result):
    """How one other dyad goes with the dyad.

    Attributes
    ----------
    other
        The other dyad, as ``USA–RUS``.
    verdict
        ``JPN–RUS leads``, ``USA–RUS leads``, ``together``, ``no clear coupling`` or ``too little to
        tell``.
    lag, correlation
        The strongest lag in periods, above 0 where the other follows, and the correlation there.
    p, corrected
        Probability of so strong a correlation at any lag without coupling: of this look alone, and
        corrected for all of them. Lag, correlation and both are ``None`` where too little is known.
    warning
        What the number of looks says beside it; ``None`` where there was one.
    """

    other: str
    verdict: str
    lag: int | None
    correlation: float | None
    p: float | None
    corrected: float | None
    warning: str | None
    periods: int
    lags: tuple[LagResult, ...]


class CouplingResult(Result):
    """How other dyads go with one; every pair of dyad and measure is one look."""

    dyad: str
    on: On
    by: str
    since: str | None
    until: str | None
    looks: int
    coupled: tuple[CoupledResult, ...]
    provenance: Provenance


def coupling(
    events: AtHand,
    dyad: Pair,
    others: Sequence[Pair],
    by: By = "day",
    on: On = "tone",
    *,
    most: int = 7,
    since: date | None = None,
    until: date | None = None,
    seed: int = 0,
) -> CouplingResult:
    """Return how other dyads go with one, at once or up to some periods behind.

    Parameters
    ----------
    events
        The events of one source.
    dyad, others
        The dyad, and those it is compared with.
    by, on
        Length of a period; mean intensity, or volume (its logarithm).
    most
        Largest lag, in periods.
    since, until
        The span; all that is covered without them.
    seed
        Of the permutations.
    """
    if until is not None:
        events = events.before(until)
    pairs = [dyad, *others]
    span = events.span(Dyad(dyad[0], (dyad[1],)), since, until)
    series = [np.array([]) for _ in pairs]
    names: list[str] = []
    if span is not None:
        found = [
            events.measured(Dyad(a, (b,)), by, *span, ("volume", "intensity")) for a, b in pairs
        ]
        names = [period.name for period in found[0].periods]
        series = [one.intensity() if on == "tone" else np.log1p(one.volume()) for one in found]
    told = [engine(series[0], other, most=most, seed=seed) for other in series[1:]]
    corrected = holm([one.p_value for one in told])
    called = ["–".join(pair) for pair in pairs]
    verdicts = {"a leads": f"{called[0]} leads"}
    coupled = []
    for name, one, p in zip(called[1:], told, corrected, strict=True):
        words = {**verdicts, "b leads": f"{name} leads"}
        firm = p <= LEVEL or one.verdict in ("no clear coupling", "too little to tell")
        known = one.lag is not None
        coupled.append(
            CoupledResult(
                other=name,
                verdict=words.get(one.verdict, one.verdict) if firm else "no clear coupling",
                lag=one.lag,
                correlation=one.correlation if known else None,
                p=one.p_value if known else None,
                corrected=p if known else None,
                warning=warning(len(told), one.p_value, p, LEVEL) if known else None,
                periods=one.periods,
                lags=tuple(
                    LagResult(
                        lag=at.lag, correlation=at.correlation, pairs=at.pairs, p=at.corrected
                    )
                    for at in one.lags
                ),
            )
        )
    return CouplingResult(
        dyad=called[0],
        on=on,
        by=by,
        since=names[0] if names else None,
        until=names[-1] if names else None,
        looks=len(told),
        coupled=tuple(coupled),
        provenance=Provenance(
            method="coupling",
            parameters={"on": on, "by": by, "most": str(most)},
            seed=seed,
            input_hash=events.input_hash,
        ),
    )
