"""GDELT's public table on BigQuery as events, so that the same measures can be asked of it.

Nothing is executed here and nobody is asked for a connection: an expression is made, and
``ibis.to_sql(asked, dialect="bigquery")`` writes it as SQL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Protocol

import ibis

if TYPE_CHECKING:
    from ibis.expr.types import StringValue, Table, Value

CATALOG, DATABASE, TABLE = "gdelt-bq", "gdeltv2", "events"

COLUMNS: Mapping[str, str] = {
    "GLOBALEVENTID": "int64",
    "SQLDATE": "int64",
    "Actor1Name": "string",
    "Actor1CountryCode": "string",
    "Actor1Type1Code": "string",
    "Actor1Type2Code": "string",
    "Actor1Type3Code": "string",
    "Actor2Name": "string",
    "Actor2CountryCode": "string",
    "Actor2Type1Code": "string",
    "Actor2Type2Code": "string",
    "Actor2Type3Code": "string",
    "EventCode": "string",
    "GoldsteinScale": "float64",
    "SOURCEURL": "string",
}
"""The columns of the public table that are read, and their types."""


class Act(Protocol):
    """What a CAMEO code means; ``otherwise`` is its topic where the code itself says none."""

    @property
    def kind(self) -> str | None:
        """Its kind, of PLOVER's sixteen."""

    @property
    def quad(self) -> int:
        """Its quad class."""

    @property
    def intensity(self) -> float:
        """Its intensity."""

    @property
    def topic(self) -> str | None:
        """The topic that the code states."""

    @property
    def otherwise(self) -> str:
        """The topic where the code states none."""


def public_table() -> Table:
    """Return the public table, bound to no connection."""
    return ibis.table(dict(COLUMNS), name=TABLE, catalog=CATALOG, database=DATABASE)


def as_events(
    gdelt: Table,
    states: Mapping[str, str],
    acts: Mapping[str, Act],
    tracks: Mapping[str, str],
) -> Table:
    """Return the rows of GDELT 2.0 as events, by the columns of ``schema.EVENTS``.

    Parameters
    ----------
    gdelt
        The public table, or one with its columns.
    states
        States by CAMEO's country codes; an actor of another code is no state.
    acts
        What CAMEO's codes mean.
    tracks
        Tracks by CAMEO's type codes: of an actor's three types the first that has one counts.
        Titles in names are not read, as a reader of files does, so that leaders and ministers
        are fewer here.

    Returns
    -------
    Table
        One row a row of the table; `file` is the name of the table, `row` the event's number.
        The topic is that of the code alone.
    """
    code = gdelt.EventCode
    said: dict[str, dict[str, Hashable]] = {
        "kind": {key: act.kind for key, act in acts.items() if act.kind is not None},
        "quad": {key: act.quad for key, act in acts.items()},
        "intensity": {key: act.intensity for key, act in acts.items()},
        "topic": {key: act.topic or act.otherwise for key, act in acts.items()},
    }
    return gdelt.select(
        source=ibis.literal("gdelt2"),
        file=ibis.literal(f"{CATALOG}.{DATABASE}.{TABLE}"),
        row=gdelt.GLOBALEVENTID,
        event_id=gdelt.GLOBALEVENTID.cast("string"),
        date=gdelt.SQLDATE.cast("string").as_date("%Y%m%d"),
        actor=_same_or_other(gdelt.Actor1CountryCode, states),
        target=_same_or_other(gdelt.Actor2CountryCode, states),
        actor_name=gdelt.Actor1Name,
        target_name=gdelt.Actor2Name,
        actor_track=_first_track(gdelt, "Actor1", tracks),
        target_track=_first_track(gdelt, "Actor2", tracks),
        code=code,
        kind=_recoded(code, said["kind"], "string"),
        quad=_recoded(code, said["quad"], "int8"),
        intensity=_recoded(code, said["intensity"], "float64"),
        given=gdelt.GoldsteinScale,
        topic=_recoded(code, said["topic"], "string"),
        url=gdelt.SOURCEURL,
    )


def _first_track(gdelt: Table, actor: str, tracks: Mapping[str, str]) -> Value:
    types = (gdelt[f"{actor}Type{n}Code"] for n in (1, 2, 3))
    return ibis.coalesce(*(_recoded(each, tracks, "string") for each in types))


def _same_or_other(column: StringValue, names: Mapping[str, str]) -> Value:
    """Recode a column most of whose codes mean themselves."""
    same = sorted(code for code, name in names.items() if code == name)
    other = {code: name for code, name in names.items() if code != name}
    branches = [(column.isin(same), column)] if same else []
    return _cases([*branches, *_branches(column, other, "string")], "string")


def _recoded(column: StringValue, names: Mapping[str, Hashable], kind: str) -> Value:
    return _cases(_branches(column, names, kind), kind)


def _branches(
    column: StringValue, names: Mapping[str, Hashable], kind: str
) -> list[tuple[Value, Value]]:
    """Return a condition and a value for each value, with all codes that mean it."""
    codes: dict[Hashable, list[str]] = defaultdict(list)
    for code, name in names.items():
        codes[name].append(code)
    return [(column.isin(sorted(of)), ibis.literal(name, kind)) for name, of in codes.items()]


def _cases(branches: list[tuple[Value, Value]], kind: str) -> Value:
    nothing = ibis.null(kind)
    return ibis.cases(*branches, else_=nothing) if branches else nothing
