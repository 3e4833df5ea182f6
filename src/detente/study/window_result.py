"""What the answer about the window is made of."""

from __future__ import annotations

from typing import Literal

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.negotiation.occasions import Cause

BarName = Literal["any", "leaders", "package", "target"]


class WindowDay(Result):
    """One day: the probability that the zone is open then, and that it has been all along.

    Attributes
    ----------
    day
        The day, as ``YYYY-MM-DD``.
    months
        Full months since the first day, where they are full on this day.
    open
        The probability that an agreement is possible on this day.
    survival
        The probability that one has been possible on every day up to this one.
    """

    day: str
    months: int | None
    open: Exact
    survival: Exact


class Closing(Result):
    """What is first to close the window, with its probability.

    Attributes
    ----------
    cause
        Dated entries begin or end (``dated``); calendar entries bar options, cease to, or are over
        (``calendar``); a shock moves within a month (``hazard``), or is settled (``settled``).
    names
        The dated entries, calendar entries, or shock.
    day
        The day; ``None`` for a hazard, which is about every month.
    probability
        That it is the first to close.
    """

    cause: Cause
    names: tuple[str, ...]
    day: str | None
    probability: Exact


class BarWindow(Result):
    """The window for one kind of agreement.

    Attributes
    ----------
    bar
        ``any`` agreement; one that changes an issue by an option of the leaders' track
        (``leaders``); the Nash package of the first day itself (``package``), absent where there is
        none; or one that reaches the target asked for (``target``).
    open
        Whether such an agreement is possible on the first day.
    days
        The first day, every full month, every day on which the case may change, and the last.
    survival
        The probability that one is possible all along, to the last day.
    half_life
        The first day by which, given that it is open on the first, it has closed with a probability
        of one half or more; ``None`` beyond the last day, and where it is closed at first.
    closing
        What is first to close it, the likeliest first.
    delay
        What a month's delay costs each principal, in expectation: the gain forgone at the Nash
        package, and the fall of its baseline.
    """

    bar: BarName
    open: bool
    days: tuple[WindowDay, ...]
    survival: Exact
    half_life: str | None
    closing: tuple[Closing, ...]
    delay: dict[str, Exact]


class OccasionResult(Result):
    """A day on which the case may change; see :class:`Closing` for ``cause`` and ``names``."""

    day: str
    cause: Cause
    names: tuple[str, ...]


class Sway(Result):
    """A probability of the case, and what the window is at the ends of its range.

    Attributes
    ----------
    key
        Its path in the case file.
    low, mode, high
        Its range.
    at_low, at_high
        ``survival`` by bar with it at its low, and at its high; the rest of its row makes room in
        proportion.
    """

    key: str
    low: Exact
    mode: Exact
    high: Exact
    at_low: dict[str, Exact]
    at_high: dict[str, Exact]


class WindowResult(Result):
    """The window of a case.

    Attributes
    ----------
    as_of, until
        The first day, and the last.
    states
        The state of every shock on the first day.
    bars
        The window for any agreement, for one on the leaders' track, for the very package that
        would be agreed on the first day, and for the target if one is asked for.
    occasions
        The days on which the case may change, in order; hazards, which are about every month, stand
        once, on the first.
    sways
        The probabilities whose range moves a survival, the one that moves it most first.
    """

    as_of: str
    until: str
    states: dict[str, str]
    bars: tuple[BarWindow, ...]
    occasions: tuple[OccasionResult, ...]
    sways: tuple[Sway, ...]
    provenance: Provenance
