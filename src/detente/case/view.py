"""Other eyes on the same case: what a principal believes, what another analyst judges."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from detente.base.day import Day
from detente.case.form import Changes, Element, Id, Ids, Line, Prose


class Belief(Element):
    """One principal's own estimate of another's scores, weights or freedom to act."""

    name: Line
    holder: Id
    about: Id
    changes: Changes
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    signer: Id | None = None
    facts: Ids = ()


class JudgementSet(Element):
    """One analyst's estimates, in place of those of the file."""

    name: Line
    signer: Id
    date: Day | None = None
    changes: Annotated[Changes, Field(min_length=1)]
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
