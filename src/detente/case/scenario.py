"""The outside world: shocks and their states, whose products are the scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from detente.base.day import Day
from detente.base.estimate import EstimateField
from detente.case.form import Changes, Element, Id, Ids, Line, Prose


class State(Element):
    """One state of a shock: how likely it is, and what is otherwise in the case while it holds."""

    name: Line
    probability: EstimateField | None = Field(
        None, description="0 to 1; the modes of a shock's states add up to 1."
    )
    probabilities: Mapping[Id, EstimateField] = Field(
        {}, description="In place of `probability`: one for each state of the shock's `given`."
    )
    holds: Mapping[Id, Id] = Field(
        {}, description="Third parties' options that hold in this state: {issue: option}."
    )
    changes: Changes = Field(
        {}, description="What is otherwise in the case: room, element, keys with their new values."
    )
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    facts: Ids = ()


class Shock(Element):
    """Something in the outside world that can stand in one of several states.

    The states are exclusive and exhaustive. The file itself describes the state that holds
    ``now``, which therefore changes nothing. ``by`` is the day that the probabilities are about.
    A shock may depend on one that stands before it (``given``); otherwise shocks are independent.
    """

    name: Line
    text: Prose | None = None
    now: Id
    by: Day | None = None
    given: Id | None = None
    states: Annotated[Mapping[Id, State], Field(min_length=2, max_length=6)]
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    facts: Ids = ()


class Scenario(Element):
    """A name for states of some shocks; the others stay as they are now."""

    name: Line
    text: Prose | None = None
    states: Annotated[Mapping[Id, Id], Field(min_length=1)]
