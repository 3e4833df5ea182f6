"""Targets: what an agreement should hold or bring, beyond being open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from detente.case.case import Case
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Point, Question, Row, choosable, zone


@dataclass(frozen=True)
class Target:
    """What is asked of an agreement.

    Every principal gains more than nothing and at least its reserve; besides, the package holds
    the options of ``require`` and brings the gains of ``gain``.

    Attributes
    ----------
    require
        ``{issue: option}``.
    gain
        ``{party: least gain}``, in points; principals and ratifiers.
    """

    require: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    gain: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))


def question(case: Case, target: Target, lifted: Lifted = NOTHING) -> Question:
    """Return the zone of agreement narrowed to a target."""
    whole = zone(case, lifted)
    allowed = {
        issue: tuple(o for o in choosable(case, issue) if o == option)
        for issue, option in target.require.items()
    }
    floors = tuple((Row(party), least) for party, least in target.gain.items())
    return Question(whole.maximise, whole.consent, whole.reserves, allowed, floors, lifted)


def attained(payoffs: Payoffs, target: Target, lifted: Lifted = NOTHING) -> tuple[Point, ...]:
    """Return the efficient points of the zone that reach a target; empty when none does."""
    found = answer(payoffs, question(payoffs.case, target, lifted))
    return tuple(point for point in found if all(value > 0 for value in point.values))


def reaches(payoffs: Payoffs, target: Target, lifted: Lifted = NOTHING) -> bool:
    """Whether some package of the zone reaches a target.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> reaches(payoffs, Target()), reaches(payoffs, Target(gain={"B": Fraction(45)}))
    (True, False)
    """
    return bool(attained(payoffs, target, lifted))
