"""ICEWS: daily and yearly files of events, 20 columns with a heading, tabs between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.record.ontology import track
from detente.store.readers.acts import Cameo, States, Topic
from detente.store.readers.cells import Made, Part, heading, read
from detente.store.readers.layout import Layout
from detente.store.readers.reader import PlainFile, Table
from detente.store.readers.relation import first_reason, relation
from detente.store.readers.rule import JointRule, day_rule, no_number, number_rule, present

if TYPE_CHECKING:
    import duckdb

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
"""Columns of a file, in their order."""

_READ = (*COLUMNS[:5], *COLUMNS[6:11])


class Icews:
    """Reader of ICEWS (Boschee et al. 2015, doi:10.7910/DVN/28075).

    A quotation mark is data, save that a cell wholly within two of them loses both, as some yearly
    files have them. Countries are names; a side without one, or with one that is no state, has no
    state. Set aside are lines with another number of cells, an id that is no whole number, a date
    that is none, an intensity that is no number from −10 to 10. An unknown CAMEO code is kept,
    without kind, class and intensity.
    """

    source = "icews"
    table: Table = "events"
    hand_selected = False

    def __init__(self) -> None:
        self._day = day_rule()
        self._number = number_rule(-10, 10)
        self._act, self._topic, self._state = Cameo(), Topic("icews"), States("name")
        self._track = JointRule(track.icews, pa.string())

    def recognises(self, head: bytes) -> bool:
        """Return whether the first line is the heading of an ICEWS file."""
        return head.removeprefix(b"\xef\xbb\xbf").startswith(b"Event ID\tEvent Date\tSource Name\t")

    def rows(self, con: duckdb.DuckDBPyConnection, plain: PlainFile) -> str:
        """Return the relation of the file's events; see :class:`Reader`.

        Raises
        ------
        InputError
            When the heading lacks a column that is read.
        """
        first = heading(plain)
        layout = Layout.of(first, COLUMNS, _READ, plain.name)
        headed = first if layout.headed else ""

        def batches() -> Iterator[Any]:
            made = partial(self._made, layout.at)
            return read(plain, "events", made, {layout.width}, headed=headed)

        return relation(con, "events", batches)

    def _made(self, at: Mapping[str, int], part: Part) -> Made:
        quoted = pc.any(pc.match_substring(part.texts, '"')).as_py()

        def cell(name: str) -> Any:
            cells = part.cell(at[name])
            return _unquoted(cells) if quoted else cells

        ids, dates, codes = cell("Event ID"), cell("Event Date"), cell("CAMEO Code")
        actor, target = present(cell("Source Name")), present(cell("Target Name"))
        by, to = present(cell("Source Sectors")), present(cell("Target Sectors"))
        days, given = self._day(dates), self._number(cell("Intensity"))
        columns = {
            "event_id": ids,
            "date": days,
            "actor": self._state(present(cell("Source Country")), dates),
            "target": self._state(present(cell("Target Country")), dates),
            "actor_name": actor,
            "target_name": target,
            "actor_track": self._track(by, actor),
            "target_track": self._track(to, target),
            **self._act(codes),
            "given": given,
            "topic": self._topic(codes, by, to),
        }
        return columns, first_reason(
            ("id", pc.invert(pc.ascii_is_decimal(ids))),
            ("date", pc.is_null(days)),
            ("number", no_number(given)),
        )


def _unquoted(cells: Any) -> Any:
    """Return cells without the quotation marks around those that stand wholly within two."""
    quoted = pc.match_substring_regex(cells, '^".*"$')
    bare = pc.replace_substring(pc.utf8_slice_codeunits(cells, 1, -1), '""', '"')
    return pc.if_else(quoted, bare, cells)
