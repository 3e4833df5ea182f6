"""The parties: principals that negotiate, ratifiers that assent, third parties that limit."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from detente.base.day import Day
from detente.base.estimate import EstimateField
from detente.base.exact import Exact
from detente.case.comparison import Comparison
from detente.case.form import Element, Id, Ids, Line, Prose


class Objective(Element):
    """What a party wants, with the fact that shows it; options are coded against it."""

    text: Line
    facts: Ids = ()
    importance: EstimateField | None = Field(
        None, description="How much it counts against the party's other objectives; 1 if absent."
    )


class Weights(Element):
    """A party's swing weights, 100 points in all: what each issue is worth at its anchor.

    The anchor is the option whose score is 100 or -100: for the party the best or the worst on
    the issue, whichever is farther from no agreement. The weight is what moving the issue from no
    agreement to the anchor is worth, in points: gained where the score is 100, lost where it is
    -100. It is not the swing from worst to best: where options lie on both sides of no agreement,
    that is more than the weight, up to twice as much.
    """

    points: Mapping[Id, EstimateField]
    reason: Prose | None = None
    fact: Id | None = None
    signer: Id | None = None
    date: Day | None = Field(None, description="The day on which they were judged.")
    total: Exact = Field(
        Fraction(100),
        description="What the weights add up to; 100, unless the case comes from a format with "
        "another unit.",
    )
    comparisons: Mapping[Id, Comparison] = Field(
        {}, description="What is known of the weights besides, or better than, the points."
    )


class Party(Element):
    """What principals and ratifiers share: a party with preferences.

    ``reserve`` is the least gain the party accepts, in points (0 if absent). ``outside`` is the
    party's value of no agreement, in points, where the case's no agreement is ``outside``.
    ``baseline`` is what no agreement itself brings it, in points, compared with ``as_of``: 0 there,
    and otherwise at other dates or in other scenarios, as their changes say.
    """

    name: Line
    weights: Weights
    objectives: Mapping[Id, Objective] = {}
    reserve: EstimateField | None = None
    outside: EstimateField | None = None
    baseline: EstimateField | None = None


class Principal(Party):
    """A state that negotiates."""

    adjective: Line | None = None
    reserve_removable: bool = Field(
        False, description="Whether its reserve counts as an obstacle to be lifted."
    )
    exposure: EstimateField | None = Field(
        None,
        description="How many points below no agreement it would stand on the way to a package; "
        "without limit if absent.",
    )
    impatience: EstimateField | None = Field(
        None,
        description="By how many per cent a gain a year later counts less on the way to a "
        "package; 0 if absent.",
    )
    capacity: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None, description="How many steps it can carry at once; without limit if absent."
    )
    discount: Exact | None = Field(
        None,
        description="What is left of a utility at the end of a negotiation, 0 to 1, in a case "
        "that comes from GENIUS; kept for its agents, and no answer uses it.",
    )


class Ratifier(Party):
    """A body whose assent a principal needs for the options that call on it (Putnam 1988)."""

    principal: Id
    kind: Literal["parliament", "public", "constituency", "other"]
    rule: Line | None = Field(None, description="Its voting rule, in words.")
    facts: Ids = ()
    removable: bool = Field(False, description="Whether it counts as an obstacle to be lifted.")


class ThirdParty(Element):
    """A state or group that takes no part, yet limits what a principal may do."""

    name: Line
    text: Prose | None = None
    facts: Ids = ()
