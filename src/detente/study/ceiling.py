"""Whether one dyad is a ceiling for another: relations that cannot rise above what it allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.base.result import Provenance, Result
from detente.record.ceiling import Ceiling, Tails
from detente.record.ceiling import ceiling as engine
from detente.record.dyad import Dyad
from detente.record.period import By
from detente.study.at_hand import AtHand
from detente.study.recorded_result import Measure, measure
from detente.study.yearly import YearlyAtHand, distances

On = Literal["tone", "volume", "ideal_points"]
Pair = tuple[str, str]
Floats = NDArray[np.float64]


class TailsResult(Result):
    """How the tails of A–B follow one other dyad, in spreads by spreads, with 90 % ranges."""

    dyad: str
    upper: Measure
    lower: Measure
    asymmetry: Measure


class SeriesPoint(Result):
    """One period of the series: its name, and the value of each dyad where it is known."""

    period: str
    values: dict[str, float | None]


class CeilingResult(Result):
    """Whether a dyad is a ceiling for another, with its placebos.

    Attributes
    ----------
    dyad, given, placebos
        The three roles, as ``JPN–RUS``.
    on
        ``tone`` or ``volume`` of events, or ``ideal_points``: the distance of votes in the General
        Assembly, turned round so that more is closer.
    verdict, reason
        ``binds``, ``common movement only``, ``no ceiling`` or ``too little to tell``, and why.
    raw, net
        Slopes of the upper and the lower quantile on each dyad alone, and net of the common
        movement of the others; the given dyad first.
    margin
        The net asymmetry of the given dyad less the largest of the placebos'.
    common, shared
        Correlation of the dyad, and of the given one, with the common movement of the placebos.
    own
        Correlation of each series with the shared state's own movement, where both are known: with
        ideal points, how much of a distance is the shared state's own path.
    """

    dyad: str
    given: str
    placebos: tuple[str, ...]
    shared_state: str
    on: On
    by: str
    since: str | None
    until: str | None
    verdict: str
    reason: str
    periods: int
    raw: tuple[TailsResult, ...]
    net: tuple[TailsResult, ...]
    margin: Measure
    common: Measure
    shared: Measure
    own: dict[str, float]
    series: tuple[SeriesPoint, ...]
    provenance: Provenance


def ceiling_of_events(
    events: AtHand,
    dyad: Pair,
    given: Pair,
    placebos: Sequence[str],
    by: By = "week",
    on: On = "tone",
    *,
    since: date | None = None,
    until: date | None = None,
    seed: int = 0,
) -> CeilingResult:
    """Return whether a dyad is a ceiling for another on events, by period.

    Parameters
    ----------
    events
        The events of one source.
    dyad, given
        The two dyads; they share one state.
    placebos
        States whose dyads with the shared state are the placebos.
    by, on
        Length of a period, and what is compared: mean intensity, or volume (its logarithm).
    since, until
        The span; all that is covered without them.
    seed
        Of the draws behind ranges.

    Raises
    ------
    ValueError
        Unless the two dyads share exactly one state.
    """
    shared = shared_state(dyad, given)
    if until is not None:
        events = events.before(until)
    pairs = {
        "dyad": dyad,
        "given": given,
        **{state: (state, shared) for state in placebos},
    }
    span = events.span(Dyad(dyad[0], (dyad[1],)), since, until)
    if span is None:
        series: dict[str, Floats] = {name: np.array([]) for name in pairs}
        names: list[str] = []
    else:
        found = {
            name: events.measured(Dyad(a, (b,)), by, *span, ("volume", "intensity"))
            for name, (a, b) in pairs.items()
        }
        names = [period.name for period in found["dyad"].periods]
        series = {
            name: one.intensity() if on == "tone" else np.log1p(one.volume())
            for name, one in found.items()
        }
    return _result(pairs, shared, on, by, names, series, {}, seed, events.input_hash)


def ceiling_of_votes(
    points: YearlyAtHand,
    dyad: Pair,
    given: Pair,
    placebos: Sequence[str],
    *,
    since: date | None = None,
    until: date | None = None,
    seed: int = 0,
    input_hash: str = "",
) -> CeilingResult:
    """Return whether a dyad is a ceiling for another on the distance of ideal points, by year.

    Parameters
    ----------
    points
        Ideal points of the General Assembly.
    dyad, given, placebos
        As :func:`ceiling_of_events` takes them.
    since, until
        Years before and after these days are left out; a year that was not over on ``until`` too.

    Raises
    ------
    ValueError
        Unless the two dyads share exactly one state.
    """
    shared = shared_state(dyad, given)
    pairs = {"dyad": dyad, "given": given, **{state: (state, shared) for state in placebos}}
    apart = {name: distances(points, a, b, until) for name, (a, b) in pairs.items()}
    years = sorted({year for told in apart.values() for year in told})
    if since is not None:
        years = [year for year in years if year >= since.year]
    series = {
        name: np.array([-told.get(year, np.nan) for year in years]) for name, told in apart.items()
    }
    values = points.values((shared,), until)
    own = {
        year: value[0]
        for (variable, year, _, _), value in values.items()
        if variable == "ideal_point" and value[0] is not None
    }
    moved = np.array([own.get(year, np.nan) for year in years])
    return _result(
        pairs,
        shared,
        "ideal_points",
        "year",
        [str(year) for year in years],
        series,
        {name: _correlation(one, moved) for name, one in series.items()},
        seed,
        input_hash,
    )


def shared_state(dyad: Pair, given: Pair) -> str:
    """Return the one state that two dyads share.

    Raises
    ------
    ValueError
        Where they share none, or both.

    Examples
    --------
    >>> shared_state(("JPN", "RUS"), ("USA", "RUS"))
    'RUS'
    """
    both = {*dyad} & {*given}
    if len(both) != 1:
        raise ValueError(f"{'–'.join(dyad)} and {'–'.join(given)} do not share one state")
    return both.pop()


def _correlation(one: Floats, moved: Floats) -> float | None:
    known = np.isfinite(one) & np.isfinite(moved)
    if known.sum() < 3 or np.ptp(one[known]) == 0 or np.ptp(moved[known]) == 0:
        return None
    return float(np.corrcoef(one[known], moved[known])[0, 1])


def _result(
    pairs: Mapping[str, Pair],
    shared: str,
    on: On,
    by: str,
    names: Sequence[str],
    series: Mapping[str, Floats],
    own: Mapping[str, float | None],
    seed: int,
    input_hash: str,
) -> CeilingResult:
    called = {name: "–".join(pair) for name, pair in pairs.items()}
    placebos = {called[name]: one for name, one in series.items() if name not in ("dyad", "given")}
    found = engine(series["dyad"], series["given"], placebos, seed=seed)
    given = called["given"]
    return CeilingResult(
        dyad=called["dyad"],
        given=given,
        placebos=tuple(placebos),
        shared_state=shared,
        on=on,
        by=by,
        since=names[0] if names else None,
        until=names[-1] if names else None,
        verdict=found.verdict,
        reason=found.reason,
        periods=found.periods,
        raw=tuple(_tails(one, given) for one in found.raw),
        net=tuple(_tails(one, given) for one in found.net),
        margin=measure(found.margin),
        common=measure(found.common),
        shared=measure(found.shared),
        own={called[name]: value for name, value in own.items() if value is not None},
        series=tuple(
            SeriesPoint(
                period=period,
                values={
                    called[name]: None if np.isnan(one[place]) else float(one[place])
                    for name, one in series.items()
                },
            )
            for place, period in enumerate(names)
        ),
        provenance=_provenance(found, on, by, seed, input_hash),
    )


def _provenance(found: Ceiling, on: On, by: str, seed: int, input_hash: str) -> Provenance:
    told = {name: f"{value:g}" for name, value in found.parameters}
    return Provenance(
        method="ceiling",
        parameters={"on": on, "by": by, **told},
        seed=seed,
        input_hash=input_hash,
    )


def _tails(found: Tails, given: str) -> TailsResult:
    return TailsResult(
        dyad=given if found.name == "given" else found.name,
        upper=measure(found.upper),
        lower=measure(found.lower),
        asymmetry=measure(found.asymmetry),
    )
