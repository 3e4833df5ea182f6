"""Draws answered anew: how often what is said holds, what is best in them, and which options."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.report.tables.bar import bar
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import (
    SOLUTION_NAMES,
    option_name,
    points_text,
    share_text,
    told_apart,
)
from detente.study.qualified import interval_text
from detente.study.redrawn_result import Held, RedrawnResult
from detente.study.robustness_result import RobustnessResult
from detente.study.robustness_share import Quantiles, Share

TOPICS = {"offers": "offers", "agreement": "agreement", "reach": "how far"}


def redrawn_sheets(case: Case, result: RobustnessResult) -> Iterator[Sheet]:
    """Yield what is said of draws answered anew; nothing where none is."""
    if result.redrawn is None:
        return
    yield from claim_sheet(result)
    for found in (result.redrawn, result.ahead):
        if found is not None:
            yield _packages(case, found)
            if found.choices:
                yield _choices(case, found)
            yield _options(case, found)


def claim_sheet(result: RobustnessResult) -> Iterator[Sheet]:
    """Yield how often what the brief says holds; nothing where no draw is answered anew."""
    if result.redrawn is not None:
        yield _claims(result.redrawn, result.claims)


def _text(found: Share, solves: int) -> str:
    return share_text(Fraction(found.hits, solves))


def _between(found: Quantiles, *, share: bool) -> str:
    if share:
        return f"{100 * found.p05:.0f}–{100 * found.p95:.0f} %"
    return f"{points_text(Fraction(found.p05))}…{points_text(Fraction(found.p95))}"


def _claims(found: RedrawnResult, claims: tuple[Held, ...]) -> Sheet:
    notes = [
        f"{found.solves:,} draws answered anew: the case compiled with each draw's numbers, and "
        "asked again. How often what the brief says as judged is so in them as well, with the "
        "interval that more draws would still leave (95 %); of numbers, between what they lie in "
        "90 of 100 draws. Each answer fits its own draw, so that gains run higher than as judged.",
    ]
    if found.rounded:
        notes.append(
            f"In {found.rounded:,} draws some party's amounts are rounded to a millionth of a "
            "point, their common unit being too large."
        )
    rows = [
        (
            "" if one.holds is None else bar(one.holds.share),
            "" if one.holds is None else _text(one.holds, found.solves),
            interval_text(one.holds)
            if one.holds is not None
            else ""
            if one.between is None
            else _between(one.between, share=one.share),
            TOPICS[one.topic],
            one.says,
        )
        for one in claims
    ]
    columns = (
        Column("", ratio=2),
        Column("holds", number=True),
        Column("95 %; 90 %", number=True),
        Column("on", ratio=2),
        Column("what is said", ratio=9),
    )
    return Sheet("How often what the brief says holds", tuple(notes), columns, rows)


def _packages(case: Case, found: RedrawnResult) -> Sheet:
    title = "Each package where every draw is answered anew"
    notes = [
        f"The zone is open in {_text(found.open, found.solves)} of {found.solves:,} draws "
        f"({interval_text(found.open)}, 95 %), and how far it can go is "
        f"{share_text(Fraction(found.j.p50))} in the middle one, "
        f"{_between(found.j, share=True)} in 90 of 100. "
        + "; ".join(
            f"{case.principals[p].name}'s gain from the Nash package {_between(q, share=False)}"
            for p, q in found.nash_gains.items()
        )
        + ". Numbers of packages as above: in the zone, efficient there, and each solution.",
    ]
    if found.scenarios:
        title += ", in scenarios"
        notes.insert(
            0,
            "The same draws, each in a scenario drawn by its probability; the most that each side "
            "can gain is measured as the outside world is now.",
        )
    rows = [
        (
            str(place),
            bar(one.efficient.share),
            *(_text(share, found.solves) for share in (one.in_zone, one.efficient)),
            *(_text(share, found.solves) for share in one.solutions.values()),
        )
        for place, one in enumerate(found.packages, 1)
    ]
    columns = (
        Column("", number=True),
        Column("", ratio=2),
        Column("zone", number=True),
        Column("efficient", number=True),
        *(Column(name, number=True) for name in SHORT),
    )
    return Sheet(title, tuple(notes), columns, rows)


SHORT = tuple(name.split("–")[0] for name in SOLUTION_NAMES.values())
"""Names of the solutions, short enough for a column."""


def _choices(case: Case, found: RedrawnResult) -> Sheet:
    shared, rest = told_apart(case, [one.package for one in found.choices])
    title = "Packages that are the Nash choice most often"
    notes = [
        f"{found.different:,} different packages are the Nash choice in some of {found.solves:,} "
        "draws: hold to options that most of them share, not to one package."
        if found.different > 1
        else "One package is the Nash choice in every draw that has one."
    ]
    if shared:
        notes.append(f"All of these hold: {'; '.join(shared)}.")
    rows = [
        (
            bar(one.nash.share),
            _text(one.nash, found.solves),
            interval_text(one.nash),
            "; ".join(differs) or ("nothing else" if shared else "no change"),
        )
        for one, differs in zip(found.choices, rest, strict=True)
    ]
    columns = (
        Column("", ratio=1),
        Column("Nash", number=True),
        Column("95 %", number=True),
        Column("what changes", ratio=8),
    )
    return Sheet(title + (", in scenarios" if found.scenarios else ""), tuple(notes), columns, rows)


def _options(case: Case, found: RedrawnResult) -> Sheet:
    moved = [
        one
        for one in found.options
        if one.option != case.issues[one.issue].status_quo and one.efficient.hits
    ]
    rows = [
        (
            bar(one.nash.share),
            _text(one.nash, found.solves),
            interval_text(one.nash),
            _text(one.efficient, found.solves),
            option_name(case, one.issue, one.option),
        )
        for one in sorted(moved, key=lambda one: (-one.nash.hits, -one.efficient.hits))
    ]
    columns = (
        Column("", ratio=2),
        Column("in the Nash package", number=True),
        Column("95 %", number=True),
        Column("in some efficient one", number=True),
        Column("option", ratio=8),
    )
    title = "How often each option is part of the Nash package"
    note = "Options that no efficient package of the zone holds in any draw are left out."
    return Sheet(title + (", in scenarios" if found.scenarios else ""), (note,), columns, rows)
