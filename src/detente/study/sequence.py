"""What first: the dated steps that lead to a package, and what stopping at each brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from detente.base.result import Provenance
from detente.case.case import Case, Package
from detente.negotiation.bargaining import solutions
from detente.negotiation.compiler import answer, count
from detente.negotiation.course import Course, calls, month_weights
from detente.negotiation.effects import AfterSteps
from detente.negotiation.moments import Moment, moments, refused
from detente.negotiation.payoff import Payoffs, no_agreement
from detente.negotiation.question import choosable, zone
from detente.negotiation.reach import most
from detente.negotiation.sequence import Compiled, compiled
from detente.negotiation.steps import candidates, date_at
from detente.solve.cpsat_schedule import solve_schedule
from detente.study.sequence_result import (
    CourseResult,
    SequenceResult,
    StepResult,
    StopResult,
    Tolerance,
    Widening,
)

MONTHS = 24
"""How far a plan looks, unless told otherwise."""

LONGEST = 120
"""Months beyond which no plan looks."""

TOWARD = "nash"
"""The solution whose package is sought, unless told otherwise."""

UNPROVED = "the plan was not proved best in the time allowed"


def target_package(payoffs: Payoffs, solution: str = TOWARD) -> Package | None:
    """Return a solution's canonical package; ``None`` where the zone of agreement is empty.

    Examples
    --------
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> target_package(compile_case(two_issue_case()), "egalitarian")
    {'price': 'high', 'delivery': 'early'}
    """
    inside = answer(payoffs, zone(payoffs.case))
    named = solutions(inside, tuple(payoffs.reserve[p] for p in payoffs.case.principals))
    return dict(named[solution].point.package) if named else None


def sequence(
    payoffs: Payoffs,
    input_hash: str = "",
    *,
    package: Package | None = None,
    toward: str = TOWARD,
    months: int = MONTHS,
    leaders: bool = True,
    beside: bool = True,
    seconds: float | None = None,
) -> SequenceResult | None:
    """Answer which steps lead to a package, when, and what either side has by each date.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.
    package
        Where the steps should lead; a solution's package without it.
    toward
        The solution whose package is sought.
    months
        How far the plan looks: 1 to ``LONGEST``.
    leaders
        Whether steps that leaders decide may be taken.
    beside
        Whether the plans without effects and without leaders are worked out too.
    seconds
        How long to try for each plan.

    Returns
    -------
    SequenceResult or None
        ``None`` where the case has no steps, where its no agreement is ``outside``, or where the
        zone is empty and no package is given.

    Raises
    ------
    NotProved
        When the case is too large for the engines.

    Examples
    --------
    >>> from detente.case.change import changed
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.testing import two_issue_case
    >>> steps = {"early": {"name": "Deliver", "option": {"delivery": "early"}, "months": 3}}
    >>> found = sequence(compile_case(changed(two_issue_case(), {"steps": steps})), months=6)
    >>> [(step.option, step.begins, step.ends) for step in found.plan.steps]
    [('early', '2017-05-11', '2017-08-11'), ('high', '2017-07-11', '2017-08-11')]
    """
    case = payoffs.case
    if not case.steps or case.no_agreement == "outside":
        return None
    own = package is not None
    package = package if package is not None else target_package(payoffs, toward)
    if package is None:
        return None
    after, tops = AfterSteps(payoffs), most(payoffs)
    steps = candidates(payoffs, package, leaders=leaders)
    course = Course(after, package, steps, months, tops, reach=leaders)
    found = compiled(course)
    plan = planned(course, found, seconds)
    bare = lower = None
    if beside and found.changing:
        still = Course(after, package, steps, months, tops, leaders, effects=False)
        bare = planned(still, compiled(still), seconds)
    if beside and leaders:
        below = candidates(payoffs, package, leaders=False)
        without = Course(after, package, below, months, tops, reach=False)
        lower = planned(without, compiled(without), seconds)
    plans = [plan, *(one for one in (bare, lower) if one is not None)]
    names = [step.name for step in steps if step.stated]
    done = [step.step for step in plan.steps if step.step is not None]
    moved = {i: o for i, o in package.items() if o != no_agreement(case)[i]}
    return SequenceResult(
        toward=None if own else toward,
        package=dict(package),
        target_gains={p: payoffs.gain(p, package) for p in case.principals},
        begins=case.as_of.isoformat(),
        until=date_at(case, months).isoformat(),
        months=months,
        most=tops,
        tolerances={p: _tolerance(case, p) for p in case.principals},
        leaders=leaders,
        plan=plan,
        without_effects=bare,
        without_leaders=lower,
        of_standing=_parts(lower.gains if lower is not None else None, plan.gains),
        of_earned=_parts(lower.earned if lower is not None else None, plan.earned),
        effects=found.changing,
        left_out=tuple(after.left_out(names)),
        undated=tuple(f"{i}={o}" for i, o in moved.items() if not _dated(case, i, o)),
        no_steps=tuple(f"{i}={o}" for i, o in moved.items() if o not in choosable(case, i)),
        widened=_widening(payoffs, after.after(done)) if beside else None,
        refused_before=refused(payoffs, package),
        refused_after=refused(after.after(done), package),
        provenance=Provenance(
            method="sequence",
            parameters={
                "months": str(months),
                "grid": "one month",
                "amounts": "exact" if found.exact else "rounded to millionths of the most",
                "weights": "equal" if _equal(course) else "by impatience, in millionths",
                **({"seconds": f"{seconds:g}"} if seconds is not None else {}),
            },
            proved=all(one.proved for one in plans),
            input_hash=input_hash,
        ),
    )


def planned(course: Course, found: Compiled, seconds: float | None = None) -> CourseResult:
    """Return the best plan of a course, with what it brings at every date.

    Parameters
    ----------
    course, found
        What is asked, and the same as a schedule.
    seconds
        How long to try.
    """
    plan = solve_schedule(found.schedule, seconds=seconds)
    passed = moments(course, plan.ends)
    last = passed[-1]
    whole = found.unit * sum(found.schedule.weights[0]) if found.schedule.weights else 1
    reaching = course.reach and plan.reached < len(found.schedule.goal) and not plan.proved
    stops = [
        moment
        for before, moment in zip((None, *passed), passed, strict=False)
        if before is None or moment.done != before.done or moment is last
    ]
    return CourseResult(
        steps=tuple(_steps(course, plan.ends)),
        stops=tuple(_stop(course, plan.ends, moment) for moment in stops),
        missing=tuple(i for i, o in course.package.items() if last.package[i] != o),
        gains=dict(last.gains),
        earned=dict(last.earned),
        shares={p: last.earned[p] / course.tops[p] for p in course.counted},
        proved=plan.proved,
        gap=None if plan.proved or reaching else Fraction(plan.gap, whole),
        found=not plan.bare,
    )


def _steps(course: Course, ends: Sequence[int | None]) -> Iterator[StepResult]:
    case = course.case
    taken = [
        (end - step.length, end, place, step)
        for place, (end, step) in enumerate(zip(ends, course.steps, strict=True))
        if end is not None
    ]
    for begin, end, _, step in sorted(taken, key=lambda item: item[:3]):
        option = case.issues[step.issue].options[step.option]
        form = case.steps[step.name] if step.stated else None
        yield StepResult(
            step=step.name if form is not None else None,
            issue=step.issue,
            option=step.option,
            begins=date_at(case, begin).isoformat(),
            ends=date_at(case, end).isoformat(),
            replaced=min(
                (
                    date_at(case, later).isoformat()
                    for _, later, _, other in taken
                    if other.issue == step.issue and later > end
                ),
                default=None,
            ),
            months=form.months.mode if form is not None and form.months is not None else None,
            track=option.track,
            carriers=tuple(p for p in case.principals if p in option.controller),
            ratifiers=calls(case, step),
            stone=step.stone,
            visible=form is not None and form.visible,
            reversible=form.reversible if form is not None else None,
            effects=form is not None and bool(form.effects),
        )


def _stop(course: Course, ends: Sequence[int | None], moment: Moment) -> StopResult:
    return StopResult(
        day=date_at(course.case, moment.date).isoformat(),
        month=moment.date,
        completed=tuple(
            f"{step.issue}={step.option}"
            for end, step in zip(ends, course.steps, strict=True)
            if end == moment.date
        ),
        package=dict(moment.package),
        gains=dict(moment.gains),
        exposure=dict(moment.exposure),
        violated=dict(moment.violated),
        earned=dict(moment.earned),
        if_stopped=dict(moment.if_stopped),
        refused=moment.refused,
    )


def _parts(
    some: Mapping[str, Fraction] | None, whole: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    if some is None:
        return {}
    return {p: some[p] / amount for p, amount in whole.items() if amount > 0}


def _widening(before: Payoffs, later: Payoffs) -> Widening | None:
    if later is before:
        return None
    nash = [target_package(payoffs) for payoffs in (before, later)]
    return Widening(
        zone_before=count(before, zone(before.case)),
        zone_after=count(later, zone(later.case)),
        nash_before=None if nash[0] is None else dict(nash[0]),
        nash_after=None if nash[1] is None else dict(nash[1]),
    )


def _tolerance(case: Case, principal: str) -> Tolerance:
    party = case.principals[principal]
    return Tolerance(
        exposure=party.exposure.mode if party.exposure is not None else None,
        capacity=party.capacity,
        impatience=party.impatience.mode if party.impatience is not None else Fraction(0),
    )


def _dated(case: Case, issue: str, option: str) -> bool:
    return any(
        step.months is not None and step.option.get(issue) == (option,)
        for step in case.steps.values()
    )


def _equal(course: Course) -> bool:
    return all(weight == 1 for weights in month_weights(course).values() for weight in weights)
