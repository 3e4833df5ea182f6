"""The frontier: packages nobody can improve for one principal without loss to another."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from detente.negotiation.attempt import Answered, attempt
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Point, feasible, zone

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Frontiers:
    """Both frontiers of a case.

    Attributes
    ----------
    feasible
        Points efficient among feasible packages.
    zone
        Points efficient within the zone of agreement; empty when the zone is.
    proved
        Whether both are exact; otherwise their points are found, not efficient.
    methods
        How each was worked out: ``additive``, ``elimination`` or ``cp-sat``.
    gap
        Where they are not proved: no package is better than some point found by more than this
        for every principal, in points; ``None`` where nothing was found to measure from.
    """

    feasible: tuple[Point, ...]
    zone: tuple[Point, ...]
    proved: bool
    methods: dict[str, str]
    gap: Fraction | None


def frontiers(
    payoffs: Payoffs,
    lifted: Lifted = NOTHING,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Frontiers:
    """Return the frontiers among feasible packages and within the zone, exact or with a gap.

    Parameters
    ----------
    payoffs
        The compiled case.
    lifted
        Obstacles taken away.
    seconds
        How long to try for both together; without it, until they are proved.
    progress
        Called with what is worked out, how much of it is done, and how much there is.

    Raises
    ------
    NotProved
        When the case is too large for every engine.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> bool(frontiers(compile_case(two_issue_case())).feasible)
    True
    """
    began = time.monotonic()
    found: dict[str, Answered] = {}
    for name, asked in (("feasible", feasible), ("zone", zone)):
        left = None if seconds is None else max(0.0, seconds - (time.monotonic() - began))
        found[name] = attempt(
            payoffs, asked(payoffs.case, lifted), left, _said(progress, f"the frontier, {name}")
        )
    proved = all(one.proved for one in found.values())
    gaps = [one.gap for one in found.values() if not one.proved]
    return Frontiers(
        feasible=found["feasible"].points,
        zone=found["zone"].points,
        proved=proved,
        methods={name: one.method for name, one in found.items()},
        gap=Fraction(0) if proved else None if None in gaps else max(g for g in gaps if g),
    )


def _said(progress: Progress | None, what: str) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    tell = progress
    return lambda done, total: tell(what, done, total)
