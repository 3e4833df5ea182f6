"""What a sequence looks like: its steps, its dates, and what stopping at each brings."""

from __future__ import annotations

from detente.base.exact import Exact
from detente.base.result import Provenance, Result


class StepResult(Result):
    """One step of a plan.

    Attributes
    ----------
    step
        The step's id; ``None`` for an option that the case has no step for.
    issue, option
        The option that it carries out.
    begins, ends
        Its first day, and the day from which the option is in force.
    replaced
        The day from which another option of the issue is in force; ``None`` where none is.
    months
        How long it takes by the case; ``None`` where the case does not say.
    track
        The level at which the option is decided.
    carriers
        Principals who control the option and carry the step.
    ratifiers
        Those it calls on: they accept the whole package on the day it begins.
    stone
        Whether the package holds another option: a stepping stone.
    visible
        Whether people at home see what it brings.
    reversible
        Whether it can be undone; ``None`` where the case does not say.
    effects
        Whether completing it changes what comes after.
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
    completed
        Steps completed on it, as ``issue=option``.
    package
        What is in force.
    gains
        Each principal's gain from what is in force, in points.
    exposure
        How far each stands below no agreement, in points.
    violated
        What violated wishes about order cost each, in points.
    earned
        What each has had up to the day: gains less the costs of wishes, weighted by month, in
        points averaged over the whole span.
    if_stopped
        The same at the end of the span, if no step were completed after the day.
    refused
        What keeps all from accepting what is in force as an agreement; empty where all accept.
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
    gains
        Each principal's gain from what is in force on the last day, in points.
    earned
        What each has had over the span, in points averaged over it.
    shares
        The same as a share of the most it could have (M); for principals whose M is more than 0.
    proved
        Whether no plan is better.
    gap
        Not proved: by how much the first share that is not proved might be larger; ``None`` where
        even the number of options in force on the last day is not proved.
    found
        Whether any plan was found in the time allowed; otherwise nothing is begun.
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

    Attributes
    ----------
    zone_before, zone_after
        How many packages all accept before any step, and after all steps of the plan.
    nash_before, nash_after
        The Nash package then; ``None`` where all refuse everything.
    """

    zone_before: int
    zone_after: int
    nash_before: dict[str, str] | None
    nash_after: dict[str, str] | None


class SequenceResult(Result):
    """The dated steps that lead to a package.

    Attributes
    ----------
    toward
        The solution whose package it is; ``None`` for a package of the reader's own.
    package
        Where the steps lead.
    target_gains
        Each principal's gain from it, before any step has changed anything.
    begins, until, months
        The case's own day, the last day, and how many months lie between.
    most
        M of each principal: what shares are measured against.
    tolerances
        What each principal bears on the way.
    leaders
        Whether steps that leaders decide were allowed.
    plan
        The plan, completed steps changing what comes after.
    without_effects
        The plan if completed steps changed nothing; ``None`` where no step's effects bear on it.
    without_leaders
        What can be done with no leaders' decision; ``None`` where leaders were not allowed anyway.
    of_standing, of_earned
        How much of the plan's gain on the last day, and over the span, the plan without leaders
        brings each principal; a principal to whom the plan brings nothing is left out.
    effects
        Steps of the plan's candidates whose effects bear on it.
    left_out
        Places of effects that a plan does not take into account.
    undated
        Options of the package that the case has no step or no months for: they take one month.
    no_steps
        Options of the package that no principal may choose: no step leads there.
    widened
        What the effects of the plan's steps do to what could be agreed; ``None`` where none of
        them has any, or where it was not asked for.
    refused_before, refused_after
        What keeps all from accepting the package before any step, and after the plan's own; empty
        where all accept.
    """

    toward: str | None
    package: dict[str, str]
    target_gains: dict[str, Exact]
    begins: str
    until: str
    months: int
    most: dict[str, Exact]
    tolerances: dict[str, Tolerance]
    leaders: bool
    plan: CourseResult
    without_effects: CourseResult | None
    without_leaders: CourseResult | None
    of_standing: dict[str, Exact]
    of_earned: dict[str, Exact]
    effects: tuple[str, ...]
    left_out: tuple[str, ...]
    undated: tuple[str, ...]
    no_steps: tuple[str, ...]
    widened: Widening | None
    refused_before: tuple[str, ...]
    refused_after: tuple[str, ...]
    provenance: Provenance
