"""What the record holds for a case: measured where it covers the case's dates, and else said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from detente.case.case import Case
from detente.record.dyad import Dyad
from detente.study.at_hand import AtHand
from detente.study.kept_result import KeptResult, KeptSource, Use, nothing_kept, span_of, states_of
from detente.study.recorded import recorded
from detente.study.recorded_result import YearlyResult
from detente.study.yearly import YearlyAtHand, yearly_facts

LAST = 6
"""Years of yearly facts that a brief tells."""


def kept(case: Case, sources: Sequence[AtHand], yearly: Sequence[YearlyAtHand]) -> KeptResult:
    """Return what the record holds for a case, nothing in it later than the case's date.

    Events of a source are measured by quarter, from the first day that it covers to the case's
    date, if it covers a day of the twelve months that end there. Yearly facts are of years that
    were over.

    Parameters
    ----------
    case
        The case; its first two principals that are states are the dyad.
    sources
        The sources of events at hand.
    yearly
        The yearly tables at hand.
    """
    states = states_of(case)
    if len(states) < 2:
        return nothing_kept(case)
    since, until = span_of(case.as_of)
    dyad = Dyad(states[0], (states[1],))
    found = [_source(events, dyad, since, until) for events in sources]
    return KeptResult(
        states=states,
        since=since.isoformat(),
        until=until.isoformat(),
        sources=tuple(found),
        measured=tuple(
            recorded(events, dyad, "quarter", until=until)
            for events, told in zip(sources, found, strict=True)
            if told.use == "used"
        ),
        yearly=_last(yearly_facts(yearly, states[0], (states[1],), until)),
    )


def _source(events: AtHand, dyad: Dyad, since: date, until: date) -> KeptSource:
    first, last = events.coverage(dyad).span or (None, None)
    days = events.before(until).coverage(dyad).days
    inside = (days >= np.datetime64(since, "D")) & (days <= np.datetime64(until, "D"))
    use: Use
    if first is None:
        use = "elsewhere"
    elif inside.any():
        use = "used"
    else:
        use = "later" if first > until else "earlier"
    return KeptSource(
        source=events.source,
        files=events.files,
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        use=use,
    )


def _last(found: tuple[YearlyResult, ...]) -> tuple[YearlyResult, ...]:
    last = max((one.year for one in found), default=0)
    return tuple(one for one in found if one.year > last - LAST)
