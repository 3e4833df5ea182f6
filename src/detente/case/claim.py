"""Claims: what a text says of the relation, and the element of the case that carries each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from detente.case.form import Changes, Element, Form, Ids, Line, Prose

Outcome = Literal[
    "relation",
    "gift",
    "most",
    "offers",
    "agreement",
    "reach",
    "obstacles",
    "blocks",
    "bottleneck",
    "ceiling",
    "scenarios",
    "ex_ante",
    "beliefs",
    "drift",
    "delay",
    "tracks",
    "order",
    "calendar",
    "steps",
]
"""Results that a claim can move, each by its name in the reference."""


class EventMark(Form):
    """Events of the chronology: those that match every word given."""

    date: Line
    actor: Line | None = None
    kind: Line | None = None


class Claim(Element):
    """A statement of a text, tied to what carries it in the case.

    Either ``outcome`` names a result that changes when the elements are neutralised, or
    ``background`` says why none can. ``neutral`` is how they are neutralised: changes of the case,
    in which null takes an element away; ``without`` takes events out of the chronology. Where a
    claim says what a result should be, ``expects`` holds it, and the brief says whether it is so;
    ``measure`` names that result where it is not the outcome.
    """

    number: Annotated[int, Field(ge=1, le=999)]
    text: Line
    elements: Annotated[tuple[Line, ...], Field(max_length=20)] = Field(
        (), description="Places in the case, such as `commitments.g7_sanctions`."
    )
    events: tuple[EventMark, ...] = ()
    outcome: Outcome | None = None
    neutral: Changes = {}
    without: tuple[EventMark, ...] = ()
    expects: Line | None = None
    measure: Literal["bottleneck", "ceiling"] | None = Field(
        None, description="The result that `expects` is about; the outcome if absent."
    )
    background: Prose | None = None
    facts: Ids = ()
