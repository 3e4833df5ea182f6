"""Any CSV table of events, read by a mapping of its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.record.schema import KINDS, TOPICS, TRACKS
from detente.store.readers.acts import Cameo, Plover, States, Topic
from detente.store.readers.cells import Made, Part, heading
from detente.store.readers.layout import places
from detente.store.readers.mapping import ColumnMap
from detente.store.readers.quoted import read_quoted
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason, relation
from detente.store.readers.rule import Rule, no_number, number_rule, present, to_day
from detente.store.readers.years import heading_of

if TYPE_CHECKING:
    import duckdb

_ID = 16
_PARTED = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", re.ASCII)


class MappedReader:
    """Reader of a CSV table of events (RFC 4180) by a mapping.

    Set aside are records with another number of cells or quotation marks that are not in order, an
    empty id where an id is mapped, a date that is none, an intensity that is no number from −10 to
    10. A state, code, kind, topic or track that is unknown leaves its cell empty. Without an id,
    an event's is made of its line and of how many like it came before.

    Parameters
    ----------
    mapping
        Which column says what.
    source
        The name under which the events are kept.
    """

    table: Table = "events"
    hand_selected = False
    any_table = True

    def __init__(self, mapping: ColumnMap, source: str = "csv") -> None:
        self.source = source
        self._mapping = mapping

    def recognises(self, head: bytes) -> bool:  # noqa: ARG002 - asked of every reader
        """Return False: a table of any form is read only when it is asked for."""
        return False

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's events; see :class:`Reader`.

        Raises
        ------
        InputError
            When the file lacks columns that the mapping names.
        """
        mapping = self._mapping
        names = heading_of(heading(plain), mapping.delimiter)
        at = places(names, tuple(mapping.columns.values()), plain.name)
        place = {column: at[name] for column, name in mapping.columns.items()}

        def batches() -> Iterator[Any]:
            made = _Events(mapping, place)
            return read_quoted(plain, "events", made, len(names), sign=mapping.delimiter)

        return relation(con, "events", batches)


class _Events:
    """What the cells of a part of a file become."""

    def __init__(self, mapping: ColumnMap, place: Mapping[str, int]) -> None:
        self._place = place
        self._ontology = mapping.ontology
        self._ids = ids()
        self._date = Rule(_reading(mapping.day), pa.string())
        self._day = Rule(to_day, pa.date32())
        self._number = number_rule(-10, 10)
        self._state = States(mapping.states)
        self._cameo, self._plover, self._topic = Cameo(), Plover(), Topic("icews")
        self._kind, self._topics, self._tracks = _among(KINDS), _among(TOPICS), _among(TRACKS)

    def __call__(self, part: Part) -> Made:
        def cell(name: str) -> Any:
            if name not in self._place:
                return pa.nulls(len(part.rows), pa.string())
            return present(pc.utf8_trim_whitespace(part.cell(self._place[name])))

        dates = self._date(cell("date"))
        days = self._day(dates)
        own = "event_id" in self._place
        identities = cell("event_id") if own else self._ids(part.texts)
        actor, target = cell("actor"), cell("target")
        given, stated = self._number(cell("given")), self._number(cell("intensity"))
        act = self._act(cell("code"), cell("kind"))
        columns = {
            "event_id": identities,
            "date": days,
            "actor": self._state(actor, dates),
            "target": self._state(target, dates),
            "actor_name": pc.coalesce(cell("actor_name"), actor),
            "target_name": pc.coalesce(cell("target_name"), target),
            "actor_track": self._tracks(cell("actor_track")),
            "target_track": self._tracks(cell("target_track")),
            **act,
            "intensity": pc.coalesce(stated, act["intensity"]),
            "given": given,
            "topic": pc.coalesce(self._topics(cell("topic")), act["topic"]),
            "url": cell("url"),
        }
        return columns, first_reason(
            ("id", pc.is_null(identities)),
            ("date", pc.is_null(days)),
            ("number", pc.or_(no_number(given), no_number(stated))),
        )

    def _act(self, codes: Any, kinds: Any) -> Mapping[str, Any]:
        none = pa.nulls(len(codes), pa.string())
        stated = self._kind(kinds)
        if self._ontology == "cameo":
            act = self._cameo(codes)
            topics = pc.if_else(pc.is_valid(codes), self._topic(codes, none, none), none)
            return {**act, "kind": pc.coalesce(stated, act["kind"]), "topic": topics}
        if self._ontology == "plover":
            return {**self._plover(stated, codes), "topic": none}
        quads = self._plover(stated, codes)["quad"]
        numbers = pa.nulls(len(codes), pa.float64())
        return {"code": codes, "kind": stated, "quad": quads, "intensity": numbers, "topic": none}


def _among(words: tuple[str, ...]) -> Rule:
    known = frozenset(words)
    return Rule(lambda w: w.casefold() if w.casefold() in known else None, pa.string())


def ids() -> Callable[[Any], Any]:
    """Return a function from lines to ids: the line's hash, and the count of lines like it before.

    The same file gives the same ids, and so does a file to which lines were added at the end.
    """
    seen: dict[str, int] = {}

    def made(text: str) -> str:
        identity = sha256(text.encode("utf-8")).hexdigest()[:_ID]
        count = seen.get(identity, 0)
        seen[identity] = count + 1
        return f"{identity}#{count + 1}" if count else identity

    return lambda texts: pa.array([made(t) for t in texts.to_pylist()], pa.string())


def _reading(form: str) -> Callable[[str], str | None]:
    """Return a function from a day as it is written to ``YYYY-MM-DD``."""
    if form.startswith("YYYY"):
        return lambda text: text[:10] if to_day(text[:10]) else text
    month_first = form.startswith("MM")

    def read(text: str) -> str | None:
        match = _PARTED.fullmatch(text)
        if match is None:
            return None
        day, month = (match[2], match[1]) if month_first else (match[1], match[2])
        try:
            return date(int(match[3]), int(month), int(day)).isoformat()
        except ValueError:
            return None

    return read
