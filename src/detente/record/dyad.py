"""Whose acts towards whom: a state and one or more others, one way or both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table

Direction = Literal["both", "from", "to"]
"""Acts of `a` towards the others are *from*; acts of the others towards `a` are *to*."""

FORTH = "forth"
"""The column that says which way an event of a dyad goes: whether `a` is who acted."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """A state, those it deals with, and which way.

    Attributes
    ----------
    a
        The state that is looked at, by ISO 3166 alpha-3.
    others
        Those it deals with, taken together; empty for every state there is.
    direction
        `from` for acts of `a` towards the others, `to` for theirs towards `a`, `both` for either.

    Raises
    ------
    ValueError
        Where a code is empty, another state occurs twice or is `a` itself, or the direction is
        none of the three.

    Examples
    --------
    >>> Dyad("JPN", ("RUS",)).turned()
    Dyad(a='RUS', others=('JPN',), direction='both')
    """

    a: str
    others: tuple[str, ...] = ()
    direction: Direction = "both"

    def __post_init__(self) -> None:
        if not all((self.a, *self.others)):
            raise ValueError("a state without a code")
        if len({self.a, *self.others}) <= len(self.others):
            raise ValueError(f"a state stands twice: {self.a} and {', '.join(self.others)}")
        if self.direction not in ("both", "from", "to"):
            raise ValueError(f"no direction: {self.direction}")

    def way(self, direction: Direction) -> Dyad:
        """Return the same states in another direction."""
        return Dyad(self.a, self.others, direction)

    def turned(self) -> Dyad:
        """Return the same acts seen from the other state.

        Raises
        ------
        ValueError
            Where there is not exactly one other.
        """
        if len(self.others) != 1:
            raise ValueError("a dyad of several others has no other side")
        turned: dict[Direction, Direction] = {"both": "both", "from": "to", "to": "from"}
        return Dyad(self.others[0], (self.a,), turned[self.direction])


def of_dyad(events: Table, dyad: Dyad) -> Table:
    """Return the events of a dyad, with `forth` saying whether `a` acted.

    An event of a state with itself, or with an actor or a target that is no state, is of no dyad.

    Parameters
    ----------
    events
        A table with the columns `actor` and `target`; others are passed through.
    dyad
        Whose acts towards whom.

    Returns
    -------
    Table
        The rows of `events` that are of the dyad, each once, with the column `forth`. Nothing is
        executed.
    """
    of = {"from": [_from(events, dyad)], "to": [_to(events, dyad)]}
    of["both"] = [_from(events, dyad) | _to(events, dyad)]
    return events.filter(of[dyad.direction]).mutate(**{FORTH: events.actor == dyad.a})


def _from(events: Table, dyad: Dyad) -> BooleanValue:
    return _acts(events, "actor", "target", dyad)


def _to(events: Table, dyad: Dyad) -> BooleanValue:
    return _acts(events, "target", "actor", dyad)


def _acts(events: Table, mine: str, theirs: str, dyad: Dyad) -> BooleanValue:
    a: BooleanValue = events[mine] == dyad.a
    if len(dyad.others) == 1:
        return a & (events[theirs] == dyad.others[0])
    if dyad.others:
        return a & events[theirs].isin(dyad.others)
    return a & (events[theirs] != dyad.a)
