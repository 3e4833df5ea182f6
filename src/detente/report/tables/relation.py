"""Where the relation stands: events by quarter, kind and topic."""

from __future__ import annotations

from collections.abc import Iterator

from detente.report.tables.sheet import Column, Sheet
from detente.study.relation import RelationResult


def relation_sheets(result: RelationResult) -> Iterator[Sheet]:
    """Yield the tables of where a relation stands."""
    numbers = tuple(Column(t, number=True) for t in ("cooperative", "conflictual", "context"))
    yield Sheet(
        "Where the relation stands: events by quarter",
        (f"{len(result.events)} events. {result.selection}",),
        (Column("quarter"), *numbers),
        [
            (t.name, str(t.cooperative), str(t.conflictual), str(t.context))
            for t in result.by_quarter
        ],
    )
    for title, tallies in (("kind", result.by_kind), ("topic", result.by_topic)):
        yield Sheet(
            f"Where the relation stands: events by {title}",
            (),
            (Column(title), *numbers),
            [(t.name, str(t.cooperative), str(t.conflictual), str(t.context)) for t in tallies],
        )
