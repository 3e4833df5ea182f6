"""The case after some of its steps: what completed steps change, made all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from detente.case.case import Case
from detente.case.change import Note, changed, combined, leaves, noted
from detente.negotiation.payoff import Payoffs, compile_case

FIXED = ("steps", "calendar", "third_parties")
"""Rooms that a plan reads once: effects on them are left out."""

OF_OPTIONS = ("codes", "scores")
"""What effects may change of an option; the rest, such as whom it calls on, is read once."""


def effective(path: tuple[str, ...]) -> bool:
    """Whether a plan takes a change of a place into account.

    Examples
    --------
    >>> effective(("ratifiers", "diet", "reserve")), effective(("steps", "talks", "months"))
    (True, False)
    """
    if path[0] == "issues":
        return len(path) > 4 and path[2] == "options" and path[4] in OF_OPTIONS
    if path[0] == "principals":
        return len(path) > 2 and path[2] not in ("capacity", "impatience")
    return path[0] not in FIXED


class AfterSteps:
    """A case after any of its steps, compiled once for each set of completed steps.

    Where the effects of several steps set the same thing, the step later in the file holds:
    effects do not depend on the order in which steps are completed.
    """

    def __init__(self, payoffs: Payoffs) -> None:
        self.payoffs = payoffs
        self._known: dict[frozenset[str], Payoffs] = {frozenset(): payoffs}

    @property
    def case(self) -> Case:
        """The case before any step."""
        return self.payoffs.case

    @cached_property
    def able(self) -> frozenset[str]:
        """Steps that have effects."""
        return frozenset(name for name, step in self.case.steps.items() if step.effects)

    def after(self, done: Iterable[str]) -> Payoffs:
        """Return the case compiled after some steps; those without effects change nothing.

        Raises
        ------
        ChangeError
            When the effects cannot be made together.
        """
        key = self.able & {*done}
        if key not in self._known:
            self._known[key] = compile_case(
                changed(
                    self.case, combined(self._made(name) for name in self.case.steps if name in key)
                )
            )
        return self._known[key]

    def _made(self, name: str) -> dict[str, Any]:
        step = self.case.steps[name]
        note = Note(
            step.signer or self.case.signer, step.reason or step.name, next(iter(step.facts), None)
        )
        return noted(step.effects, note)

    def left_out(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the places of effects that a plan does not take into account."""
        for name in names:
            for path in leaves(self.case.steps[name].effects) if name in self.able else ():
                if not effective(path):
                    yield ".".join(("steps", name, "effects", *path))

    def bearing(self, names: Iterable[str], asked: Iterable[str]) -> tuple[str, ...]:
        """Return the steps whose effects bear on a plan, in the order given.

        They change what principals gain, or what ratifiers gain or accept who are asked. A change
        of a principal's reserve bears on no plan: it is told where a plan may stop.
        """
        parties = {*asked}
        return tuple(
            name
            for name in names
            if name in self.able
            and any(self._bears(path, parties) for path in leaves(self.case.steps[name].effects))
        )

    def _bears(self, path: tuple[str, ...], asked: set[str]) -> bool:
        if not effective(path):
            return False
        room, name, *rest = path
        if room == "ratifiers":
            return name in asked
        if room == "principals":
            return bool(rest) and rest[0] not in ("reserve", "baseline", "name", "adjective")
        if room == "issues":
            return rest[3] in self.case.principals or rest[3] in asked
        return True
