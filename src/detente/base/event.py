"""One event: who did what to whom, when, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass

from detente.base.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Event:
    """One recorded act of one party towards another.

    Attributes
    ----------
    date
        To the day, the month or the year.
    actor, target
        Who acted, and towards whom; the words of the file.
    kind, topic
        The class of the act, and its subject; the words of the file.
    summary
        One sentence.
    source, confidence
        An address or citation, and ``high``, ``medium`` or ``low``.
    row
        Line of the file it stands on, from 1.
    """

    date: PartialDate
    actor: str
    target: str
    kind: str
    topic: str
    summary: str
    source: str
    confidence: str
    row: int
