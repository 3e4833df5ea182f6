"""A case: everything at stake between principals, as of a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from detente.base.day import Day
from detente.case.claim import Claim
from detente.case.constraint import Commitment, Constraint, Linkage
from detente.case.dated import CalendarEntry, Dated
from detente.case.form import Element, Form, Id, Line, Prose, Words
from detente.case.issue import Issue
from detente.case.party import Party, Principal, Ratifier, ThirdParty
from detente.case.scenario import Scenario, Shock
from detente.case.sequence import Step, Wish
from detente.case.view import Belief, JudgementSet

FORM = 1
"""The form of case files this program reads."""

Confidence = Literal["high", "medium", "low"]


class Fact(Element):
    """A sourced fact. One without a source is signed instead."""

    text: Prose
    source: Line | None = Field(None, description="An address, or a citation.")
    signer: Id | None = None
    confidence: Confidence = "medium"
    date: Line | None = None


class Signer(Form):
    """Somebody who answers for judgements."""

    name: Line
    role: Line | None = None


class CountingRule(Form):
    """How events that match every word given are counted; the first rule that matches decides."""

    counts: Literal["cooperative", "conflictual", "context"]
    date: Line | None = None
    actor: Words = ()
    target: Words = ()
    kind: Words = ()
    topic: Words = ()
    reason: Prose | None = None


class Chronology(Form):
    """The file of dated events that belongs to the case, and how its events are counted."""

    file: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.csv$")]
    selection: Prose = Field(description="How the events were chosen.")
    names: Mapping[Line, Line] = Field({}, description="The chronology's words in plain English.")
    rules: Annotated[tuple[CountingRule, ...], Field(min_length=1)]


class Case(Form):
    """A case file, form 1."""

    detente: Literal[1]
    id: Id
    title: Line
    question: Line | None = None
    summary: Prose | None = None
    as_of: Day
    signer: Id | None = Field(None, description="Signer of the judgements that name none.")
    signers: Mapping[Id, Signer] = {}
    facts: Mapping[Id, Fact] = {}
    chronology: Chronology | None = None
    no_agreement: Literal["status_quo", "outside"] = "status_quo"
    principals: Annotated[Mapping[Id, Principal], Field(min_length=2, max_length=20)]
    ratifiers: Mapping[Id, Ratifier] = {}
    third_parties: Mapping[Id, ThirdParty] = {}
    issues: Annotated[Mapping[Id, Issue], Field(min_length=1)]
    constraints: Mapping[Id, Constraint] = {}
    linkages: Mapping[Id, Linkage] = {}
    commitments: Mapping[Id, Commitment] = {}
    shocks: Annotated[Mapping[Id, Shock], Field(max_length=12)] = {}
    scenarios: Mapping[Id, Scenario] = {}
    dated: Mapping[Id, Dated] = {}
    calendar: Mapping[Id, CalendarEntry] = {}
    beliefs: Mapping[Id, Belief] = {}
    judgement_sets: Mapping[Id, JudgementSet] = {}
    steps: Mapping[Id, Step] = {}
    wishes: Mapping[Id, Wish] = {}
    claims: Mapping[Id, Claim] = {}

    @property
    def parties(self) -> Mapping[str, Party]:
        """Principals, then ratifiers: everyone with preferences."""
        return {**self.principals, **self.ratifiers}

    @property
    def packages(self) -> int:
        """How many packages the options combine to, before any constraint."""
        total = 1
        for issue in self.issues.values():
            total *= len(issue.options)
        return total


Package = Mapping[str, str]
"""One option for every issue: ``{issue: option}``."""
