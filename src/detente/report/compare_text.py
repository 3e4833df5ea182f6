"""Two cases compared, for the terminal."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.text import section, table, write
from detente.report.words import points_text, share_text
from detente.study.compare import CompareResult, Difference
from detente.study.sentences import signed_text
from detente.study.standing import Standing

SHOWN = 30
"""Differences shown before the rest are counted."""


def print_compare(
    console: Console, names: tuple[str, str], case: Case, result: CompareResult
) -> None:
    """Print how two cases stand, and which differences moved the answer."""
    with console.capture() as captured:
        for sheet in (_standings(names, case, result), _differences(result)):
            console.print(section(sheet.title))
            for note in sheet.notes:
                console.print(Text(note, style="dim"))
            if sheet.rows:
                console.print(Padding(table(sheet.columns, sheet.rows), (1, 0, 0, 0)))
    write(console, captured.get())


def _standings(names: tuple[str, str], case: Case, result: CompareResult) -> Sheet:
    principals = [*case.principals]
    rows = [
        (name, *_row(found, principals))
        for name, found in zip(names, (result.first, result.second), strict=True)
    ]
    notes = () if result.same_frame else (_frame(result),)
    return Sheet(
        "Two cases",
        notes,
        (
            Column("case", ratio=4),
            Column("open"),
            Column("how far", number=True),
            *(Column(f"{case.principals[p].name}'s Nash gain", number=True) for p in principals),
        ),
        rows,
    )


def _row(found: Standing, principals: list[str]) -> tuple[str, ...]:
    gains = found.nash.gains if found.nash else {}
    return (
        "yes" if found.open else "no",
        share_text(found.j, 1),
        *(points_text(gains[p]) if p in gains else "–" for p in principals),
    )


def _frame(result: CompareResult) -> str:
    only = ", ".join(f"{place} ({side})" for place, side in result.frame.items())
    return (
        "The two are not about the same issues and options, so that differences cannot be tried "
        f"one by one. Only in one of them: {only}."
    )


def _differences(result: CompareResult) -> Sheet:
    if not result.differences:
        said = "Nothing that bears on the present answer differs."
    elif not result.same_frame:
        said = "What stands in one place in the first case, and in the second."
    else:
        said = (
            "“Alone” is how far the first case could go farther with this one difference; “last”, "
            "how much the second owes to it. What only several do together: "
            f"{_signed(result.rest)}."
        )
    more = len(result.differences) - SHOWN
    notes = [said]
    if more > 0:
        notes.append(f"{more} more differences are in the JSON.")
    if result.elsewhere:
        rooms = ", ".join(f"{room} {n}" for room, n in result.elsewhere.items())
        notes.append(f"Differences that do not bear on the present answer: {rooms}.")
    return Sheet(
        "What differs, and what moved the answer",
        tuple(notes),
        (
            Column("place", ratio=5),
            Column("first", ratio=3),
            Column("second", ratio=3),
            Column("alone", number=True),
            Column("last", number=True),
            Column("same Nash"),
        ),
        [_difference(found) for found in result.differences[:SHOWN]],
    )


def _difference(found: Difference) -> tuple[str, ...]:
    nash = "" if found.same_nash is None else "yes" if found.same_nash else "no"
    return (
        found.place,
        found.before or "–",
        found.after or "–",
        "–" if found.alone is None else _signed(found.alone),
        "–" if found.last is None else _signed(found.last),
        nash,
    )


def _signed(share: Fraction) -> str:
    return f"{signed_text(share * 100)} %"
