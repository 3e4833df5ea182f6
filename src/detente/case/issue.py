"""Issues and their options: who controls an option, at which level, and whom it calls on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from detente.base.day import Day
from detente.base.estimate import EstimateField
from detente.base.exact import Exact
from detente.case.divisible import Divisible, with_shares
from detente.case.form import Element, Id, Ids, Line, Prose

CODE_LIMIT = 3
"""Codes run from -3 (frustrates the objective) to +3 (fulfils it)."""


class Code(Element):
    """How far an option serves one objective: -3 to +3, with one reason and a fact's id."""

    code: Annotated[int, Field(ge=-CODE_LIMIT, le=CODE_LIMIT)]
    reason: Prose | None = None
    fact: Id | None = None
    signer: Id | None = None
    date: Day | None = Field(None, description="The day on which it was judged.")


def _code(value: Any) -> Any:
    return {"code": value} if isinstance(value, int) and not isinstance(value, bool) else value


CodeField = Annotated[
    Code,
    BeforeValidator(_code),
    WithJsonSchema(
        {
            "description": "-3 to +3, or a mapping with code, reason, fact and signer.",
            "anyOf": [
                {"type": "integer", "minimum": -CODE_LIMIT, "maximum": CODE_LIMIT},
                Code.model_json_schema(),
            ],
        },
        mode="validation",
    ),
]
"""A code, short or in full."""

Track = Literal["leaders", "ministers", "officials", "civic"]


class Option(Element):
    """One way to settle an issue.

    A party's view of it is either coded against the party's objectives (``codes``), from which
    the published rule derives the score, or scored directly (``scores``, -100 to 100).
    """

    name: Line
    text: Prose | None = None
    controller: Ids = Field(
        (),
        description="Who can deliver it: one principal, several, or one "
        "third party. The option of no agreement needs none.",
    )
    track: Track | None = None
    confidential: bool = False
    calls: Ids = Field((), description="Ratifiers whose assent it needs.")
    codes: Mapping[Id, Mapping[Id, CodeField]] = Field(
        {},
        description="party: {objective: code}; what is not named is 0. Scores are derived so that "
        "the option farthest from no agreement stands at 100 or -100: the anchor of the scale.",
    )
    scores: Mapping[Id, EstimateField] = Field(
        {},
        description="party: score, -100 to 100, with no agreement at 0; one option of the issue "
        "stands at 100 or -100 and is the anchor that the party's weight is about.",
    )
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")
    facts: Ids = ()
    share: Exact | None = Field(
        None, description="Of a divisible issue: the share at which this option stands, 0 to 1."
    )
    between: tuple[Id, Id] | None = Field(
        None, description="Set by the program for a share that the file does not write out."
    )


class Issue(Element):
    """One subject, and the mutually exclusive ways to settle it.

    A divisible issue is settled by a share: its options stand at shares of it, and the shares
    between them are options too.
    """

    name: Line
    text: Prose | None = None
    topic: Line | None = Field(None, description="The chronology's word for this subject.")
    status_quo: Id | None = Field(None, description="The option that holds without agreement.")
    options: Annotated[Mapping[Id, Option], Field(min_length=1)]
    divisible: Divisible | None = None
    poles: Mapping[Id, Id] = Field(
        {}, description="The option that is each principal's own way to settle it: its pole."
    )
    reason: Prose | None = Field(None, description="Reason of the judgements that give none.")

    @model_validator(mode="before")
    @classmethod
    def _shared(cls, value: Any) -> Any:
        return with_shares(value)
