"""The page of the measures, from the registry that makes them."""

from __future__ import annotations

from collections.abc import Iterator

import ibis

from detente.record.dyad import FORTH
from detente.record.measure import BACKENDS, MEASURES, Measure
from detente.record.schema import EVENTS

HEAD = """# Measures

What is measured of a dyad in a period; this page is made from the registry that measures.
[Measures of a dyad](methods/measure.md) says how the numbers are made, and what is derived from
them; [coverage](methods/coverage.md) when there are none.

"""


def measures_page() -> str:
    """Return the page as Markdown: a table of measures, and the engines they are known for."""
    return "\n".join([*_lines()]) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD + "| measure | unit | what it says | columns | engines |\n|---|---|---|---|---|"
    for measure in MEASURES.values():
        columns = ", ".join(f"`{name}`" for name in _columns(measure))
        engines = ", ".join(measure.backends)
        yield f"| `{measure.name}` | {measure.unit} | {measure.meaning} | {columns} | {engines} |"
    yield "\n## Engines\n"
    for name, known in BACKENDS.items():
        yield f"- `{name}`: {known}."


def _columns(measure: Measure) -> list[str]:
    """Return the columns that a measure gives, in order."""
    kinds = {column.name: column.kind for column in EVENTS}
    events = ibis.table({**kinds, FORTH: "boolean"}, name="events")
    sums = measure.sums(events)
    if measure.days is None:
        return [*sums]
    return [*sums, *measure.days(events.group_by(period="date").aggregate(**sums))]
