"""Order: steps that change what comes after, and wishes about what comes first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from detente.base.estimate import EstimateField
from detente.case.form import Changes, Element, Id, Ids, Line, Prose, Selection


class Step(Element):
    """The carrying out of an option: how long it takes, what must come before, what it changes.

    ``effects`` hold once the step is completed; each is a signed estimate and can be switched off.
    """

    name: Line
    option: Annotated[Selection, Field(min_length=1, max_length=1)]
    months: EstimateField | None = Field(None, description="How long it takes, in months.")
    after: Ids = Field((), description="Steps that must be completed before it begins.")
    effects: Changes = {}
    reversible: bool | None = Field(
        None, description="Whether it can be undone; not said if absent."
    )
    visible: bool = Field(False, description="Whether people at home see what it brings.")
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    signer: Id | None = None
    facts: Ids = ()


class Wish(Element):
    """A party's wish about order: it costs the party ``points`` while it is violated.

    It is violated while one of the options of ``then`` holds and none of ``first`` does.
    """

    name: Line | None = Field(None, description="A few words for tables; the text if absent.")
    text: Line
    party: Id
    first: Annotated[Selection, Field(min_length=1)]
    then: Annotated[Selection, Field(min_length=1)]
    points: EstimateField
    reason: Prose | None = None
    facts: Ids = ()
