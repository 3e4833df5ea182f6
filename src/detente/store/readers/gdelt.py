"""GDELT: exports of events of its versions 1.0 and 2.0, tabs between columns, no heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.record.ontology import track
from detente.store.readers.acts import Cameo, States, Topic
from detente.store.readers.cells import Made, Part, heading, read
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason, relation
from detente.store.readers.rule import JointRule, day_rule, no_number, number_rule, present

if TYPE_CHECKING:
    import duckdb

_ID, _DATE, _CODE, _GOLDSTEIN = 0, 1, 26, 30
_NAMES = frozenset({"globaleventid"})
_LINE = re.compile(rb"\d+\t\d{8}\t\d{6}\t\d{4}\t")


@dataclass(frozen=True, slots=True)
class _Side:
    """Places of an actor's columns."""

    name: int
    country: int
    types: tuple[int, int, int]


_ACTOR = _Side(6, 7, (12, 13, 14))
_TARGET = _Side(16, 17, (22, 23, 24))


class Gdelt:
    """Reader of GDELT's exports (Leetaru & Schrodt 2013).

    Actor 1 acts, actor 2 is the target. Their countries are CAMEO's codes; regions, as `EUR`, are
    no states. `given` is GDELT's own Goldstein number, which differs from the one scale on some
    codes. A first line of column names, as some programs write it, is left out. Set aside are lines
    with another number of cells, an id that is no whole number, a date that is none, a Goldstein
    number that is none from −10 to 10. An unknown CAMEO code (`---`) is kept, without kind, class
    and intensity.

    Parameters
    ----------
    source
        ``gdelt1`` or ``gdelt2``.
    widths
        Columns of a line: 58 in 1.0, and 57, without the address of the report, in its files of
        1979 to March 2013; 61 in 2.0.
    """

    table: Table = "events"
    hand_selected = False

    def __init__(self, source: str, widths: tuple[int, ...]) -> None:
        self.source = source
        self._widths = widths
        self._day = day_rule()
        self._number = number_rule(-10, 10)
        self._act, self._topic, self._state = Cameo(), Topic("gdelt"), States("cameo")
        self._track = JointRule(_track, pa.string())

    def recognises(self, head: bytes) -> bool:
        """Return whether the first whole line, after a heading, has this version's columns."""
        for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:2]:
            if line.count(b"\t") + 1 in self._widths and _LINE.match(line):
                return True
        return False

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's events; see :class:`Reader`."""
        first = heading(plain)
        headed = first if first.split("\t")[0].strip().casefold() in _NAMES else ""

        def batches() -> Iterator[Any]:
            return read(
                plain, "events", self._made, {max(self._widths)}, headed=headed, mended=self._mended
            )

        return relation(con, "events", batches)

    def _mended(self, texts: Any, counts: Any) -> Any:
        """Return lines with an empty address at the end of those that have none."""
        if len(self._widths) == 1:
            return texts
        short = pc.equal(counts, min(self._widths))
        return pc.if_else(short, pc.binary_join_element_wise(texts, "", "\t"), texts)

    def _made(self, part: Part) -> Made:
        ids, dates, codes = part.cell(_ID), part.cell(_DATE), part.cell(_CODE)
        days, given = self._day(dates), self._number(part.cell(_GOLDSTEIN))
        by, to = _types(part, _ACTOR), _types(part, _TARGET)
        actor, target = present(part.cell(_ACTOR.name)), present(part.cell(_TARGET.name))
        columns = {
            "event_id": ids,
            "date": days,
            "actor": self._state(part.cell(_ACTOR.country), dates),
            "target": self._state(part.cell(_TARGET.country), dates),
            "actor_name": actor,
            "target_name": target,
            "actor_track": self._track(by, actor),
            "target_track": self._track(to, target),
            **self._act(codes),
            "given": given,
            "topic": self._topic(codes, by, to),
            "url": present(part.cell(max(self._widths) - 1)),
        }
        return columns, first_reason(
            ("id", pc.invert(pc.ascii_is_decimal(ids))),
            ("date", pc.is_null(days)),
            ("number", no_number(given)),
        )


def _types(part: Part, side: _Side) -> Any:
    return pc.binary_join_element_wise(*(part.cell(place) for place in side.types), ",")


def _track(types: str, name: str) -> str | None:
    return track.gdelt([t for t in types.split(",") if t], name or None)


def gdelt1() -> Gdelt:
    """Return the reader of version 1.0."""
    return Gdelt("gdelt1", (57, 58))


def gdelt2() -> Gdelt:
    """Return the reader of version 2.0."""
    return Gdelt("gdelt2", (61,))
