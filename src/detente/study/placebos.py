"""Placebos where none are named: dyads of the shared state that nobody takes for a ceiling."""

from __future__ import annotations

from datetime import date

import ibis
import numpy as np

from detente.base.state import STATES
from detente.record.dyad import Dyad
from detente.study.at_hand import AtHand
from detente.study.ceiling import Pair, shared_state
from detente.study.yearly import YearlyAtHand

BUSIEST, NEAREST = 4, 3
"""How many placebos are chosen, of events and of votes."""


def busiest(events: AtHand, dyad: Pair, given: Pair) -> tuple[str, ...]:
    """Return the states that deal most with the state that two dyads share, by events.

    Of equal ones the first by code; those of the two dyads are left out.
    """
    shared = shared_state(dyad, given)
    table = events.of(Dyad(shared))
    other = ibis.ifelse(table.actor == shared, table.target, table.actor)
    counted = table.mutate(other=other).group_by("other").aggregate(rows=lambda t: t.count())
    rows = events.answer(counted).to_pylist()
    named = [
        (-row["rows"], row["other"])
        for row in rows
        if row["other"] is not None and row["other"] not in {*dyad, *given}
    ]
    return tuple(state for _, state in sorted(named)[:BUSIEST])


def nearest(
    points: YearlyAtHand,
    dyad: Pair,
    given: Pair,
    since: date | None = None,
    until: date | None = None,
) -> tuple[str, ...]:
    """Return the states that vote most like the one of the dyad that is not shared.

    By the mean distance of ideal points over the years in which both voted; only states that voted
    in every year in which that one did. Of equal ones the first by code; those of the two dyads
    are left out.
    """
    own = next(state for state in dyad if state != shared_state(dyad, given))
    first = since.year if since is not None else 0
    told: dict[str, dict[int, float]] = {}
    for (variable, year, state, _), value in points.values(STATES, until).items():
        if variable == "ideal_point" and value[0] is not None and year >= first:
            told.setdefault(state, {})[year] = value[0]
    mine = told.get(own, {})
    found = [
        (float(np.mean([abs(theirs[year] - mine[year]) for year in mine])), state)
        for state, theirs in told.items()
        if mine and state not in {*dyad, *given} and mine.keys() <= theirs.keys()
    ]
    return tuple(state for _, state in sorted(found)[:NEAREST])
