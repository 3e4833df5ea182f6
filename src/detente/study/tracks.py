"""Tracks: what can be agreed at each level, without waiting for those above it."""

from __future__ import annotations

from typing import get_args

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.issue import Track
from detente.negotiation.bargaining import solutions
from detente.negotiation.compiler import answer, count
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Question, choosable, zone
from detente.negotiation.reach import how_far, is_open, most
from detente.study.agreement import AgreementPoint, point

LEVELS: tuple[str, ...] = get_args(Track)[::-1]
"""Tracks from the lowest to the highest: civic, officials, ministers, leaders."""


class TrackResult(Result):
    """What could be agreed by options decided at one track or below.

    Attributes
    ----------
    track
        The highest track used.
    options
        How many options, other than no agreement, can be decided there.
    packages
        How many packages of those would be accepted by all.
    open, j
        Whether one of them gives every principal more than nothing, and how far they can go.
    nash
        Their Nash package; ``None`` where there is none.
    """

    track: str
    options: int
    packages: int
    open: bool
    j: Exact
    nash: AgreementPoint | None


class TracksResult(Result):
    """What can be agreed at each level, from the lowest to the highest."""

    tracks: tuple[TrackResult, ...]
    confidential: tuple[str, ...]
    provenance: Provenance


def tracks(payoffs: Payoffs, input_hash: str = "") -> TracksResult:
    """Answer what can be agreed without the leaders, without ministers, by civic groups alone.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    case = payoffs.case
    tops = most(payoffs)
    return TracksResult(
        tracks=tuple(
            _track(payoffs, level, LEVELS[: place + 1], tops) for place, level in enumerate(LEVELS)
        ),
        confidential=tuple(
            f"issues.{issue_id}.options.{option_id}"
            for issue_id, issue in case.issues.items()
            for option_id, option in issue.options.items()
            if option.confidential
        ),
        provenance=Provenance(method="tracks", input_hash=input_hash),
    )


def _track(
    payoffs: Payoffs, level: str, below: tuple[str, ...], tops: dict[str, Exact]
) -> TrackResult:
    case = payoffs.case
    whole = zone(case)
    allowed = {issue: _allowed(case, issue, below) for issue in case.issues}
    asked = Question(whole.maximise, whole.consent, whole.reserves, allowed)
    found = answer(payoffs, asked)
    principals = tuple(case.principals)
    named = solutions(found, tuple(payoffs.reserve[p] for p in principals))
    return TrackResult(
        track=level,
        options=sum(
            option != case.issues[issue].status_quo
            for issue, options in allowed.items()
            for option in options
        ),
        packages=count(payoffs, asked),
        open=is_open(found),
        j=how_far(found, tops)[0],
        nash=point(principals, named["nash"].point) if named else None,
    )


def _allowed(case: Case, issue: str, levels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options of an issue that these levels can decide; no agreement needs none."""
    found = case.issues[issue]
    return tuple(
        option
        for option in choosable(case, issue)
        if option == found.status_quo or found.options[option].track in levels
    )
