"""A case's chronology: hand-selected events, in a CSV file of eight columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.base.partial_date import PartialDate
from detente.record.ontology import plover
from detente.record.schema import TOPICS
from detente.store.readers.acts import States
from detente.store.readers.cells import Made, Part, heading
from detente.store.readers.layout import places
from detente.store.readers.mapped import ids
from detente.store.readers.quoted import read_quoted
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason, relation
from detente.store.readers.rule import Rule, day_rule, present
from detente.store.readers.years import has, heading_of

if TYPE_CHECKING:
    import duckdb

COLUMNS = ("date", "actor", "target", "kind", "topic", "summary", "source_url", "confidence")

KINDS: Mapping[str, str] = {
    "agreement": "agree",
    "economic_cooperation": "cooperate",
    "2+2": "consult",
    "leader_meeting": "consult",
    "leader_visit": "consult",
    "ministerial_meeting": "consult",
    "protest": "accuse",
    "sanction": "sanction",
    "statement_conciliatory": "support",
    "statement_hostile": "accuse",
    "suspension": "sanction",
}
"""The PLOVER type of a chronology's kinds towards a state. Others say too little alone."""

TRACKS: Mapping[str, str] = {
    "2+2": "ministers",
    "leader_meeting": "leaders",
    "leader_visit": "leaders",
    "ministerial_meeting": "ministers",
    "civil_contact": "civic",
}
"""The track of a chronology's kinds."""

_TOPICS: Mapping[str, str] = {
    "territory": "security",
    "north_korea": "security",
    "sanctions": "economy",
    "humanitarian": "aid",
    "domestic": "politics",
}


class Chronology:
    """Reader of a case's chronology. Its events are *hand-selected*: their number measures nothing.

    Actor, target and kind are read together. A side that is no state (`disputed_islands`,
    `European_Union`) has its name and no state, and towards what is no state no kind is read: a
    leader's visit to disputed islands is no consultation. Kinds that say too little alone, as
    `military_activity`, leave the type empty. `code` is the kind in the chronology's own words;
    there is no intensity, since nobody scored it.

    An event known to the month or the year only is set aside: events stand on days, and whichever
    day were put would show in measures by day and as a turn. Set aside as well are records with
    another number of cells, and dates that are none.
    """

    source = "chronology"
    table: Table = "events"
    hand_selected = True

    def recognises(self, head: bytes) -> bool:
        """Return whether the heading is a chronology's."""
        return has(head, COLUMNS)

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's events; see :class:`Reader`.

        Raises
        ------
        InputError
            When the heading lacks a column.
        """
        names = heading_of(heading(plain), ",")
        at = places(names, COLUMNS, plain.name)

        def batches() -> Iterator[Any]:
            return read_quoted(plain, "events", _Events(at), len(names))

        return relation(con, "events", batches)


class _Events:
    """What the cells of a part of a file become."""

    def __init__(self, at: Mapping[str, int]) -> None:
        self._at = at
        self._ids, self._day, self._state = ids(), day_rule(), States("name")
        self._partial = Rule(_partial, pa.bool_())
        self._kind, self._track = Rule(KINDS.get, pa.string()), Rule(TRACKS.get, pa.string())
        self._quad = Rule(lambda k: getattr(plover.act(k), "quad", None), pa.int8())
        self._topic = Rule(_topic, pa.string())

    def __call__(self, part: Part) -> Made:
        def cell(name: str) -> Any:
            return present(pc.utf8_trim_whitespace(part.cell(self._at[name])))

        dates, codes, actor, target = (cell(c) for c in ("date", "kind", "actor", "target"))
        days = self._day(dates)
        states = [
            self._state(pc.replace_substring(side, "_", " "), dates) for side in (actor, target)
        ]
        tracks = self._track(codes)
        to_state = pc.is_valid(states[1])
        kinds = pc.if_else(to_state, self._kind(codes), pa.scalar(None, pa.string()))
        columns = {
            "event_id": self._ids(part.texts),
            "date": days,
            "actor": states[0],
            "target": states[1],
            "actor_name": actor,
            "target_name": target,
            "actor_track": tracks,
            "target_track": pc.if_else(to_state, tracks, pa.scalar(None, pa.string())),
            "code": codes,
            "kind": kinds,
            "quad": self._quad(kinds),
            "topic": self._topic(cell("topic")),
            "url": cell("source_url"),
        }
        partial = pc.fill_null(self._partial(dates), False)
        return columns, first_reason(("no day", partial), ("date", pc.is_null(days)))


def _partial(text: str) -> bool:
    try:
        return not PartialDate.parse(text).day
    except ValueError:
        return False


def _topic(text: str) -> str:
    found = _TOPICS.get(text, text)
    return found if found in TOPICS else "other"
