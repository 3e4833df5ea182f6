"""The outside world: shocks, their states, whose products are the scenarios, and how they move."""

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


class Transition(Element):
    """How a shock may pass from one state to another: at a calendar event, or in any month.

    Either ``at`` names a calendar entry and ``probability`` says how likely the passage is when it
    is over, or ``hazard`` says how likely it is within any one month. What is left stays as it is.
    """

    from_: Id = Field(alias="from")
    to: Id
    at: Id | None = Field(None, description="The calendar entry that decides it.")
    given: Id | None = Field(
        None, description="Only while the shock that this one is given stands in this state."
    )
    probability: EstimateField | None = Field(
        None, description="With `at`: 0 to 1, once the entry is over."
    )
    hazard: EstimateField | None = Field(
        None, description="Without `at`: 0 to 1, within any one month."
    )
    reason: Prose | None = Field(None, description="Reason of a judgement that gives none.")
    facts: Ids = ()


class Shock(Element):
    """Something in the outside world that can stand in one of several states.

    The states are exclusive and exhaustive. The file itself describes the state that holds
    ``now``, which therefore changes nothing. ``by`` is the day that the probabilities are about.
    A shock may depend on one that stands before it (``given``); otherwise shocks are independent.
    ``transitions`` say when it may pass from state to state, by which the window is computed;
    without them it is settled on the day ``by``.
    """

    name: Line
    text: Prose | None = None
    now: Id
    by: Day | None = None
    given: Id | None = None
    states: Annotated[Mapping[Id, State], Field(min_length=2, max_length=6)]
    transitions: Mapping[Id, Transition] = {}
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    facts: Ids = ()


class Scenario(Element):
    """A name for states of some shocks; the others stay as they are now."""

    name: Line
    text: Prose | None = None
    states: Annotated[Mapping[Id, Id], Field(min_length=1)]
