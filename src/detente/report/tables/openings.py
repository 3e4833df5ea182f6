"""What would suffice: the smallest sets of obstacles to lift, as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.case.naming import place_name
from detente.report.tables.obstacles import target_text
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import capital, joined, points_text, possessive, quoted
from detente.study.obstacles import ObstaclesResult, OpeningSet

SHOWN = 12
"""Sets shown before the rest are counted."""


def opening_sheets(case: Case, result: ObstaclesResult) -> Iterator[Sheet]:
    """Yield the one table of the smallest sets of obstacles whose removal reaches the target."""
    sought = target_text(case, result)
    title = "The smallest change that opens it"
    if result.reached:
        marked = () if result.obstacles else ("The case marks no obstacle as removable.",)
        said = f"Nothing has to be lifted: {sought} is possible as it stands."
        yield Sheet(title, (said, *marked), (), ())
        return
    if not result.openings:
        said = f"Lifting every obstacle would not make possible {sought}."
        if not result.obstacles:
            said = f"The case marks no obstacle as removable, and {sought} is not possible."
        yield Sheet(title, (said, *_given(case, result)), (), ())
        return
    notes = [
        f"What would make possible {sought}; of each set nothing can be left out.",
    ]
    more = len(result.openings) - SHOWN
    if more > 0:
        notes.append(f"{more} more sets are in the JSON.")
    if not result.complete:
        notes.append("There are more such sets than were looked for.")
    yield Sheet(
        title,
        tuple(notes),
        (Column("", number=True), Column("it would suffice to", ratio=1)),
        [
            (f"{place}.", opening_text(case, found))
            for place, found in enumerate(result.openings[:SHOWN], start=1)
        ],
    )


def _given(case: Case, result: ObstaclesResult) -> Iterator[str]:
    """Yield what is asked for and only a third party can give."""
    for issue, option in result.require.items():
        found = case.issues[issue].options[option]
        for party in found.controller:
            if party in case.third_parties and option != case.issues[issue].status_quo:
                owner = possessive(case.third_parties[party].name)
                yield capital(f"{found.name} is {owner} to give, and no agreement can choose it.")


def opening_text(case: Case, found: OpeningSet) -> str:
    """Return one set as the end of a sentence that begins with `it would suffice to`."""
    lifted = [quoted(place_name(case, p)) for p in found.lifted if p not in found.relax]
    falls = [
        f"{quoted(place_name(case, place))} by {points_text(fall)} points"
        for place, fall in found.relax.items()
    ]
    parts = [f"lift {joined(lifted)}"] if lifted else []
    parts += [f"lower {joined(falls)}"] if falls else []
    return capital(f"{' and '.join(parts)}.")
