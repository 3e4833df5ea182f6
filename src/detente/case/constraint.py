"""What ties issues together: constraints, linkages, and commitments to third parties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from detente.base.estimate import EstimateField
from detente.case.form import Element, Id, Ids, Line, Prose, Selection


class Constraint(Element):
    """A rule every package obeys.

    When the package holds an option of each issue of ``if``, then each issue of ``requires`` is
    settled by one of the options named there, and no issue of ``excludes`` is.
    """

    name: Line | None = Field(None, description="A few words for tables; the text if absent.")
    text: Line
    if_: Annotated[Selection, Field(alias="if", min_length=1)]
    requires: Selection = {}
    excludes: Selection = {}
    removable: bool = Field(False, description="Whether it can be lifted; logic cannot.")
    reason: Prose | None = None
    facts: Ids = ()


class Linkage(Element):
    """A term that depends on the options of two issues together."""

    name: Line | None = Field(None, description="A few words for tables; the text if absent.")
    text: Line
    when: Annotated[Selection, Field(min_length=2, max_length=2)]
    points: Annotated[Mapping[Id, EstimateField], Field(min_length=1)]
    reason: Prose | None = None


class Commitment(Element):
    """What a principal promised a third party: it forbids options, or puts a price on them.

    A hard one limits the win-set of the principal who gave it. A priced one is subtracted once
    from that principal's utility, however many of its options a package holds.
    """

    name: Line | None = Field(None, description="A few words for tables; the text if absent.")
    text: Line
    by: Id
    to: Id
    kind: Literal["hard", "priced"]
    options: Annotated[Selection, Field(min_length=1)]
    price: EstimateField | None = Field(None, description="Points; of a priced commitment.")
    scope: Prose | None = Field(None, description="What it covers, and what it does not.")
    removable: bool = False
    reason: Prose | None = None
    facts: Ids = ()
