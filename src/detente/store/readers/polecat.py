"""POLECAT: weekly files of events by the PLOVER ontology, tabs between columns, with a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.base.state import find
from detente.record.ontology import track
from detente.store.readers.acts import Plover, Topic
from detente.store.readers.cells import Made, Part, first_lines, read
from detente.store.readers.layout import Layout
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason, relation
from detente.store.readers.rule import (
    JointRule,
    Rule,
    day_rule,
    no_number,
    number_rule,
    present,
    to_day,
)

if TYPE_CHECKING:
    import duckdb

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
"""Columns of a file, in their order; some headings name more, as `Headline`."""

PAIRS = 1_000
"""Pairs of states that one event may have at most."""

_READ = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Actor Name", "Actor Country",
    "Primary Actor Sector", "Actor Sectors", "Actor Title", "Recipient Name", "Recipient Country",
    "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
)  # fmt: skip
_PLACES = {name: place for place, name in enumerate(COLUMNS)}
_ISO = 3
_QUADS = {
    "verbal cooperation": 1,
    "material cooperation": 2,
    "verbal conflict": 3,
    "material conflict": 4,
}


class Polecat:
    """Reader of POLECAT (Halterman et al. 2023).

    A side may name several states, with semicolons between. Such an event is one row for every
    pair of a state of the actor's side and another of the recipient's, under the ids ``ID#1``,
    ``ID#2``, …, in the order in which they stand: a dyad counts it once, and a count over several
    dyads counts it once for each. Where both sides name the same state and nothing else, it is one
    row. `None` is no state. `kind` is the event type, `code` the mode, `quad` the source's own
    class (else the type's), `given` its own intensity.

    A line has as many cells as the heading names, or 40 in the order of `COLUMNS` where a heading
    names more than its lines have, and may have empty cells beyond. Set aside are other lines, an
    empty id, a date that is none, an intensity that is no number from −10 to 10, and more than
    1,000 pairs of states.
    """

    source = "polecat"
    table: Table = "events"
    hand_selected = False

    def __init__(self) -> None:
        self._day = day_rule()
        self._number = number_rule(-10, 10)
        self._act, self._topic = Plover(), Topic("polecat")
        self._states = JointRule(_states, pa.string())
        self._track = JointRule(track.polecat, pa.string())
        self._quad = Rule(lambda q: _QUADS.get(" ".join(q.casefold().split())), pa.int8())

    def recognises(self, head: bytes) -> bool:
        """Return whether the first line is the heading of a POLECAT file."""
        return head.removeprefix(b"\xef\xbb\xbf").startswith(b"Event ID\tEvent Date\tEvent Type\t")

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's events; see :class:`Reader`.

        Raises
        ------
        InputError
            When the heading lacks a column that is read.
        """
        first, second = first_lines(plain, 2)
        layout = Layout.of(first.rstrip("\t"), COLUMNS, _READ, plain.name)
        if layout.headed and second.count("\t") + 1 == len(COLUMNS) < layout.width:
            layout = Layout(_PLACES, len(COLUMNS), True)
        headed = first if layout.headed else ""

        def batches() -> Iterator[Any]:
            made = partial(self._made, layout.at)
            mended = partial(_mended, layout.width)
            return read(plain, "events", made, {layout.width}, headed=headed, mended=mended)

        return relation(con, "events", batches)

    def _made(self, at: Mapping[str, int], part: Part) -> Made:
        def cell(*names: str) -> Any:
            found = next((at[name] for name in names if name in at), None)
            if found is None:
                return pa.nulls(len(part.rows), pa.string())
            return present(part.cell(found))

        ids, dates, types = cell("Event ID"), cell("Event Date"), cell("Event Type")
        by, to = cell("Primary Actor Sector"), cell("Primary Recipient Sector")
        all_by, all_to = cell("Actor Sectors"), cell("Recipient Sectors")
        days, given = self._day(dates), self._number(cell("Intensity", "Event Intensity"))
        act = self._act(types, cell("Event Mode"))
        columns = {
            "event_id": ids,
            "date": days,
            "actor": self._states(cell("Actor Country"), dates),
            "target": self._states(cell("Recipient Country"), dates),
            "actor_name": cell("Actor Name"),
            "target_name": cell("Recipient Name"),
            "actor_track": self._track(by, all_by, cell("Actor Title")),
            "target_track": self._track(to, all_to, cell("Recipient Title")),
            **act,
            "quad": pc.coalesce(self._quad(cell("Quad Code")), act["quad"]),
            "given": given,
            "topic": self._topic(types, _joined(by, all_by), _joined(to, all_to), cell("Contexts")),
        }
        reasons = first_reason(
            ("id", pc.is_null(ids)),
            ("date", pc.is_null(days)),
            ("number", no_number(given)),
            ("states", _too_many(columns["actor"], columns["target"])),
        )
        return _paired(part, columns, reasons)


def _mended(width: int, texts: Any, counts: Any) -> Any:
    """Return lines without the empty cells that stand beyond the last column."""
    long = pc.greater(counts, width)
    if not pc.any(long).as_py():
        return texts
    bare = pc.utf8_rtrim(texts, "\t")
    lacking = pc.subtract(width - 1, pc.count_substring(bare, "\t"))
    filled = pc.binary_repeat(pa.scalar("\t"), pc.max_element_wise(lacking, 0))
    return pc.if_else(long, pc.binary_join_element_wise(bare, filled, ""), texts)


def _joined(primary: Any, others: Any) -> Any:
    return pc.binary_join_element_wise(pc.fill_null(primary, ""), pc.fill_null(others, ""), ";")


def _states(names: str, day: str) -> str | None:
    """Return the states that a cell names, each once, with semicolons between."""
    on = to_day(day)
    found: dict[str, None] = {}
    for name in re.split(r"[;|]", names):
        state = find("name", name, on) or (
            find("iso3", name, on) if len(name.strip()) == _ISO else None
        )
        if state is not None:
            found[state] = None
    return ";".join(found) or None


def _too_many(actors: Any, targets: Any) -> Any:
    counts = [pc.add(pc.count_substring(pc.fill_null(s, ""), ";"), 1) for s in (actors, targets)]
    return pc.greater(pc.multiply(*counts), PAIRS)


def _paired(part: Part, columns: dict[str, Any], reasons: Any) -> Made:
    """Return the events with one row for each pair of states."""
    actors, targets = columns["actor"], columns["target"]
    several = [pc.fill_null(pc.match_substring(side, ";"), False) for side in (actors, targets)]
    if not pc.any(pc.or_(*several)).as_py():
        return columns, reasons
    held = [None] * len(actors) if reasons is None else reasons.to_pylist()
    places, pairs, marks = [], [], []
    for place, (a, b, wrong) in enumerate(
        zip(actors.to_pylist(), targets.to_pylist(), held, strict=True)
    ):
        found = [(None, None)] if wrong else _pairs(a, b)
        for number, pair in enumerate(found, start=1):
            places.append(place)
            pairs.append(pair)
            marks.append(f"#{number}" if len(found) > 1 else "")
    order = pa.array(places, pa.int64())
    taken = {name: column.take(order) for name, column in columns.items()}
    taken["actor"], taken["target"] = (
        pa.array(side, pa.string()) for side in zip(*pairs, strict=True)
    )
    taken["event_id"] = pc.binary_join_element_wise(taken["event_id"], pa.array(marks), "")
    taken["row"], taken["text"] = part.rows.take(order), part.texts.take(order)
    return taken, None if reasons is None else reasons.take(order)


def _pairs(actors: str | None, targets: str | None) -> list[tuple[str | None, str | None]]:
    """Return the pairs of an actor's state and another of the target's.

    Examples
    --------
    >>> _pairs("JPN;USA", "JPN;USA"), _pairs("JPN", "JPN"), _pairs("JPN;USA", None)
    ([('JPN', 'USA'), ('USA', 'JPN')], [('JPN', 'JPN')], [('JPN', None), ('USA', None)])
    """
    by = [*actors.split(";")] if actors else [None]
    to = [*targets.split(";")] if targets else [None]
    return [(a, b) for a in by for b in to if a != b] or [(by[0], to[0])]
