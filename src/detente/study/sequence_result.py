"""What a sequence looks like: its steps, its dates, and what stopping at each brings."""

from __future__ import annotations

from detente.base.exact import Exact
from detente.base.result import Provenance, Result


class StepResult(Result):
    """One step of a plan.

    Attributes
    ----------
    step, issue, option
        Its id, ``None`` for an option that the case has no step for; and what it carries out.
    begins, ends, replaced
        Its first day; the day from which its option is in force; and that from which another
        option of the issue is.
    months
        How long it takes by the case; ``None`` where the case does not say.
    track, carriers, ratifiers
        Who decides the option, who controls it and carries the step, and whom it calls on: they
        accept the whole package on the day it begins.
    stone
        Whether the package holds another option: a stepping stone.
    visible, reversible, effects
        Whether people at home see it, whether it can be undone (``None`` where the case does not
        say), and whether it changes what comes after.
    """

    step: str | None
    issue: str
    option: str
    begins: str
    ends: str
    replaced: str | None
    months: Exact | None
    track: str | None
    carriers: tuple[str, ...]
    ratifiers: tuple[str, ...]
    stone: bool
    visible: bool
    reversible: bool | None
    effects: bool


class StopResult(Result):
    """What both sides have on a day, and would have if they stopped there.

    Attributes
    ----------
    day, month
        The day, and how many months it is after the case's own.
    completed, package
        Steps completed on it, as ``issue=option``, and what is then in force.
    gains, exposure, violated
        In points: each principal's gain, how far below no agreement it stands, and what violated
        wishes about order cost it.
    earned, if_stopped
        What each has had up to the day, and what it would have by the end if no step were
        completed after it: gains less the costs of wishes, weighted by month, averaged over the
        whole span.
    refused
        What keeps all from accepting what is in force as an agreement.
    """

    day: str
    month: int
    completed: tuple[str, ...]
    package: dict[str, str]
    gains: dict[str, Exact]
    exposure: dict[str, Exact]
    violated: dict[str, Exact]
    earned: dict[str, Exact]
    if_stopped: dict[str, Exact]
    refused: tuple[str, ...]


class CourseResult(Result):
    """One plan.

    Attributes
    ----------
    steps
        In order of their first days.
    stops
        The case's own day, every day on which a step is completed, and the last day.
    missing
        Issues on which the package's option is not in force on the last day.
    gains, earned, shares
        Of each principal: its gain from what is in force on the last day; what it has had,
        averaged over the span; and that as a share of its M, where M is more than 0.
    proved, gap
        Whether no plan is better; if not, by how much the first share that is not proved might be
        larger, ``None`` where the number of options in force is not proved either.
    found
        Whether any plan was found in time; otherwise nothing is begun.
    """

    steps: tuple[StepResult, ...]
    stops: tuple[StopResult, ...]
    missing: tuple[str, ...]
    gains: dict[str, Exact]
    earned: dict[str, Exact]
    shares: dict[str, Exact]
    proved: bool
    gap: Exact | None
    found: bool


class Tolerance(Result):
    """What a principal bears on the way: ``None`` where the case sets no limit."""

    exposure: Exact | None
    capacity: int | None
    impatience: Exact


class Widening(Result):
    """What all effects of a plan's steps do to what could be agreed.

    How many packages all accept, and the Nash package (``None`` where there is none), before any
    step and after all of the plan's.
    """

    zone_before: int
    zone_after: int
    nash_before: dict[str, str] | None
    nash_after: dict[str, str] | None


class Way(Result):
    """A plan that leads to a package, and what it was made with: what a brief tells.

    Attributes
    ----------
    toward, package
        The solution whose package it is, ``None`` for one of the reader's own; and the package.
    begins, until, months
        The case's own day, the last day, and the months between.
    tolerances
        What each principal bears on the way.
    plan
        The plan.
    left_out
        Places of effects that no plan takes into account.
    undated, no_steps
        Options of the package without a step or months, which take one month; and those that no
        principal may choose.
    """

    toward: str | None
    package: dict[str, str]
    begins: str
    until: str
    months: int
    tolerances: dict[str, Tolerance]
    plan: CourseResult
    left_out: tuple[str, ...]
    undated: tuple[str, ...]
    no_steps: tuple[str, ...]
    provenance: Provenance


class SequenceResult(Way):
    """The dated steps that lead to a package, and what else could be done.

    Attributes
    ----------
    target_gains, most
        Of each principal: its gain from the package before any step, and its M.
    leaders
        Whether steps that leaders decide were allowed.
    without_effects, without_leaders
        The plan if steps changed nothing (``None`` where no effects bear on it); and what can be
        done with no leaders' decision.
    of_standing, of_earned
        How much of the plan's gain on the last day, and over the span, the plan without leaders
        brings; a principal to whom the plan brings nothing is left out.
    effects
        Steps whose effects bear on the plan.
    widened
        What effects do to what could be agreed; ``None`` where there are none or it was not asked.
    refused_before, refused_after
        What keeps all from accepting the package, before any step and after the plan's.
    """

    target_gains: dict[str, Exact]
    most: dict[str, Exact]
    leaders: bool
    without_effects: CourseResult | None
    without_leaders: CourseResult | None
    of_standing: dict[str, Exact]
    of_earned: dict[str, Exact]
    effects: tuple[str, ...]
    widened: Widening | None
    refused_before: tuple[str, ...]
    refused_after: tuple[str, ...]

    @property
    def way(self) -> Way:
        """The plan alone, with what it was made with."""
        return Way(**{name: getattr(self, name) for name in Way.model_fields})
