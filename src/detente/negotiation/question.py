"""A question to a case: what to maximise, over which packages, with whose consent."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from detente.case.case import Case

Lifted = frozenset[str]
NOTHING: Lifted = frozenset()


@dataclass(frozen=True)
class Row:
    """A party's gain, with some issues read as if they were settled otherwise (``pins``)."""

    party: str
    pins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __hash__(self) -> int:
        return hash(self.party)  # few rows of a party differ in their pins


@dataclass(frozen=True)
class Question:
    """What is asked of a case.

    Attributes
    ----------
    maximise
        The rows to maximise together.
    consent
        Principals whose hard commitments hold and whose ratifiers, when called on, must accept.
    reserves
        Principals whose gain must reach their reserve.
    allowed
        Options to choose from, by issue; all that principals may choose where an issue is absent.
    floors
        Further rows and the least each must reach.
    lifted
        Obstacles taken away, by place (``ratifiers.diet``).
    """

    maximise: tuple[Row, ...]
    consent: tuple[str, ...] = ()
    reserves: tuple[str, ...] = ()
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    floors: tuple[tuple[Row, Fraction], ...] = ()
    lifted: Lifted = NOTHING

    @cached_property
    def key(self) -> Hashable:
        """What tells one question from another."""
        return (
            tuple([(row.party, frozenset(row.pins.items())) for row in self.maximise]),
            self.consent,
            self.reserves,
            tuple(self.allowed.items()),
            tuple([(r.party, frozenset(r.pins.items()), least) for r, least in self.floors]),
            frozenset(self.lifted),
        )


@dataclass(frozen=True)
class Point:
    """A point that packages reach.

    Attributes
    ----------
    values
        The rows' values, in points.
    package
        The canonical package.
    count
        How many packages reach it; ``None`` where they were not counted.
    """

    values: tuple[Fraction, ...]
    package: Mapping[str, str]
    count: int | None


def zone(case: Case, lifted: Lifted = NOTHING) -> Question:
    """Return the question for the zone of agreement: every principal accepts."""
    principals = tuple(case.principals)
    return Question(
        tuple(Row(p) for p in principals), consent=principals, reserves=principals, lifted=lifted
    )


def win_set(case: Case, principal: str, lifted: Lifted = NOTHING) -> Question:
    """Return the question for one principal's win-set: it and its ratifiers accept."""
    return Question(
        tuple(Row(p) for p in case.principals),
        consent=(principal,),
        reserves=(principal,),
        lifted=lifted,
    )


def feasible(case: Case, lifted: Lifted = NOTHING) -> Question:
    """Return the question for all feasible packages: constraints hold, nobody is asked."""
    return Question(tuple(Row(p) for p in case.principals), lifted=lifted)


def obstacles(case: Case) -> tuple[str, ...]:
    """Return the places of everything marked removable, in the order of the file."""
    return (
        *(
            f"principals.{name}.reserve"
            for name, p in case.principals.items()
            if p.reserve_removable
        ),
        *(f"ratifiers.{name}" for name, ratifier in case.ratifiers.items() if ratifier.removable),
        *(f"constraints.{name}" for name, rule in case.constraints.items() if rule.removable),
        *(f"commitments.{name}" for name, promise in case.commitments.items() if promise.removable),
    )


def choosable(case: Case, issue: str) -> tuple[str, ...]:
    """Return the options of an issue that principals may choose.

    An option that a third party controls is never chosen; as the status quo it holds.
    """
    found = case.issues[issue]
    return tuple(
        name
        for name, option in found.options.items()
        if name == found.status_quo
        or not any(controller in case.third_parties for controller in option.controller)
    )
