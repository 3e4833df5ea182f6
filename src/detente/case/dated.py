"""Time: what is otherwise at other dates, and the calendar."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.base.day import Day
from detente.case.form import Changes, Element, Id, Ids, Line, Prose, Selection


class Dated(Element):
    """What is otherwise from one day until before another; the file itself holds at ``as_of``.

    Entries whose days lie before ``as_of`` say how things were, those after it how they are
    expected to be. Later entries are applied after earlier ones.
    """

    name: Line
    from_: Day = Field(alias="from")
    until: Day | None = Field(None, description="The first day on which it no longer holds.")
    changes: Changes
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    signer: Id | None = None
    facts: Ids = ()


class CalendarEntry(Element):
    """A dated event to come: an election, a summit, the end of a term.

    ``bars`` names options that cannot be decided from ``from`` until before ``until``.
    """

    name: Line
    kind: Literal["election", "summit", "deadline", "session", "anniversary", "other"] = "other"
    from_: Day = Field(alias="from")
    until: Day | None = None
    bars: Selection = {}
    text: Prose | None = None
    facts: Ids = ()
