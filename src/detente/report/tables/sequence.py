"""What first: the steps of a plan, what each side has by when, and what else could be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from detente.case.case import Case
from detente.report.tables.gantt import DURING, IN_FORCE, bar
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import gain_cells
from detente.report.words import (
    SOLUTION_NAMES,
    capital,
    changes,
    date_text,
    joined,
    option_name,
    place_name,
    points_text,
    share_text,
)
from detente.study.sentence_parts import inside
from detente.study.sequence_result import CourseResult, SequenceResult, StepResult, Way


def sequence_sheets(case: Case, result: SequenceResult) -> Iterator[Sheet]:
    """Yield the plan, what stopping brings, and the plans without leaders and without effects."""
    if not result.plan.found:
        yield _plan(case, result)
        return
    yield from plan_sheets(case, result)
    if result.without_leaders is not None:
        yield _lower(case, result, result.without_leaders)
    yield _contact(case, result)


def plan_sheets(case: Case, result: Way) -> Iterator[Sheet]:
    """Yield the plan, and what stopping on each day brings: what a brief has."""
    yield _plan(case, result)
    yield _stops(case, result)


def _plan(case: Case, result: Way) -> Sheet:
    plan = result.plan
    return Sheet(
        f"What first: the way to {aim(result)}",
        tuple(_notes(case, result)),
        (
            Column("months", number=True),
            Column("step", ratio=6),
            Column("decided by", ratio=3),
            Column("in force", number=True),
            Column("undone", ratio=2),
        ),
        [
            (
                bar(result, step),
                step_name(case, step),
                _decided(case, step),
                short_date(step.ends),
                {True: "can be", False: "cannot be", None: "not said"}[step.reversible],
            )
            for step in plan.steps
        ],
    )


def _notes(case: Case, result: Way) -> Iterator[str]:
    plan = result.plan
    yield f"It leads to: {'; '.join(changes(case, result.package)) or 'no agreement'}."
    yield (
        f"From {date_text(result.begins)} to {date_text(result.until)}, by whole months. A bar "
        f"({DURING}) is a step under way; a line ({IN_FORCE}) its option in force."
    )
    if not plan.found:
        yield "No plan was found in the time allowed."
        return
    elif not plan.proved:
        more = (
            f": the least share may be up to {share_text(plan.gap, 1)} larger" if plan.gap else ""
        )
        yield f"Not proved: time ran out before it was certain that no plan is better{more}."
    if plan.missing:
        names = [case.issues[issue].name for issue in plan.missing]
        yield f"Not in force by the end as the package has it: {joined(names)}."
    if result.no_steps:
        yield f"No principal may choose: {_options(case, result.no_steps)}."
    if result.undated:
        yield f"No duration is given, and a month is taken, for: {_options(case, result.undated)}."
    if result.left_out:
        yield f"Effects that a plan does not take into account: {'; '.join(result.left_out)}."
    yield " ".join(_bearing(case, result))
    seen = [step for step in plan.steps if step.visible]
    if seen:
        first = min(seen, key=lambda step: step.ends)
        day = date_text(first.ends)
        yield f"The first that people at home see: {step_name(case, first)}, on {day}."
    asked = [step for step in plan.steps if step.ratifiers]
    for step in asked:
        who = joined([case.ratifiers[name].name for name in step.ratifiers])
        yield f"Asked before {step_name(case, step)} begins, on {date_text(step.begins)}: {who}."


def _bearing(case: Case, result: Way) -> Iterator[str]:
    for party, found in result.tolerances.items():
        limits = [
            "any exposure"
            if found.exposure is None
            else f"standing at most {points_text(found.exposure)} points below no agreement",
            "any number of steps at once"
            if found.capacity is None
            else f"{found.capacity} steps at once",
        ]
        late = (
            f"; a gain a year later counts {float(found.impatience):g} % less"
            if found.impatience
            else ""
        )
        name = inside(case.principals[party].name)
        yield f"As signed in the case, {name} bears {joined(limits)}{late}."


def _stops(case: Case, result: Way) -> Sheet:
    names = [*case.principals]
    return Sheet(
        "What each side has by when, and would have by stopping",
        (
            "Gain: from what is in force that day, in points. By the end: what it would have over "
            "the whole span, on average, if no step were completed after that day; wishes about "
            "order cost while they are violated.",
            *_better(case, result),
        ),
        (
            Column("day", number=True),
            Column("completed", ratio=6),
            *(Column(f"{name} gain", number=True) for name in names),
            *(Column(f"{name} by end", number=True) for name in names),
            Column("if all stopped", ratio=4),
        ),
        [
            (
                short_date(stop.day),
                "; ".join(_option(case, item) for item in stop.completed) or "nothing",
                *gain_cells(case, stop.gains),
                *gain_cells(case, stop.if_stopped),
                "accepted by all"
                if not stop.refused
                else "refused: " + "; ".join(place_name(case, place) for place in stop.refused),
            )
            for stop in result.plan.stops
        ],
    )


def _better(case: Case, result: Way) -> Iterator[str]:
    """Yield who would have more by stopping on a day than by going on, and when most."""
    for party, earned in result.plan.earned.items():
        best = max(result.plan.stops, key=lambda stop: stop.if_stopped[party], default=None)
        if best is not None and round(best.if_stopped[party] - earned, 1) > 0:
            yield (
                f"{capital(case.principals[party].name)} would have most by stopping on "
                f"{date_text(best.day)}: {points_text(best.if_stopped[party])} points by the end, "
                f"against {points_text(earned)} by going on; what it gives after that day asks for "
                "trust, or a guarantee."
            )


def _lower(case: Case, result: SequenceResult, lower: CourseResult) -> Sheet:
    return Sheet(
        "What can be done with no leaders' decision",
        (
            f"By the last day it brings {_shares(case, result.of_standing)} of the plan's gain on "
            f"that day; over the whole span, {_shares(case, result.of_earned)}."
            + (
                " More than all, because the plan puts the whole package into force by the last "
                "day before it looks at gains on the way."
                if any(part > 1 for part in result.of_earned.values())
                else ""
            ),
            *(() if lower.proved else ("Not proved: time ran out.",)),
        ),
        (
            Column("months", number=True),
            Column("step", ratio=6),
            Column("decided by", ratio=3),
            Column("in force", number=True),
        ),
        [
            (bar(result, step), step_name(case, step), _decided(case, step), short_date(step.ends))
            for step in lower.steps
        ],
    )


def _contact(case: Case, result: SequenceResult) -> Sheet:
    plans = [("on", result.plan)]
    if result.without_effects is not None:
        plans.append(("off", result.without_effects))
        steps = joined([place_name(case, f"steps.{name}") for name in result.effects])
        notes = [f"Completed steps whose effects bear on the plan: {steps}."]
    else:
        notes = ["With effects on or off the plan is the same: none of them bears on it."]
    if result.widened is not None:
        one, other = result.widened.zone_before, result.widened.zone_after
        notes.append(f"Packages that all accept: {one:,} now, {other:,} once its steps are done.")
        if result.widened.nash_after and result.widened.nash_after != result.widened.nash_before:
            found = changes(case, result.widened.nash_after)
            notes.append(f"The Nash package would then be another: {'; '.join(found)}.")
    return Sheet(
        "What completed steps change",
        tuple(notes),
        ()
        if len(plans) < 2
        else (
            Column("effects", number=True),
            *(Column(f"{p} gain at the end", number=True) for p in case.principals),
            *(Column(f"{p} over the span", number=True) for p in case.principals),
            Column("last step", number=True),
        ),
        [
            (
                name,
                *gain_cells(case, plan.gains),
                *gain_cells(case, plan.earned),
                short_date(max(step.ends for step in plan.steps)) if plan.steps else "none",
            )
            for name, plan in plans
        ]
        if len(plans) > 1
        else (),
    )


def aim(result: Way) -> str:
    """Return where a plan leads, in words."""
    if result.toward is None:
        return "the package asked for"
    return f"the {SOLUTION_NAMES[result.toward]} package"


def short_date(iso: str) -> str:
    """Return a day in few letters.

    Examples
    --------
    >>> short_date("2017-05-11")
    '11 May 2017'
    """
    day, month, year = date_text(iso).split()
    return f"{day} {month[:3]} {year}"


def step_name(case: Case, step: StepResult) -> str:
    """Return what a step is called, and whether it is a stepping stone."""
    name = (
        case.steps[step.step].name
        if step.step is not None
        else option_name(case, step.issue, step.option)
    )
    return f"{name} (on the way)" if step.stone else name


def _decided(case: Case, step: StepResult) -> str:
    names = joined([case.principals[p].name for p in step.carriers]) or "nobody named"
    return f"{step.track or 'no track given'}: {names}"


def _options(case: Case, items: tuple[str, ...]) -> str:
    return "; ".join(_option(case, item) for item in items)


def _option(case: Case, item: str) -> str:
    issue, _, option = item.partition("=")
    return option_name(case, issue, option)


def _shares(case: Case, parts: Mapping[str, Fraction]) -> str:
    said = [f"{share_text(part)} to {case.principals[p].name}" for p, part in parts.items()]
    return joined(said) if said else "nothing to compare"
