"""Events on any backend of Ibis, named by a URL: what a laptop's store outgrows."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem
from detente.base.state import STATES, holdings
from detente.record.ontology.cameo import CAMEO
from detente.record.ontology.sector import sectors
from detente.record.schema import EVENTS
from detente.store.engine import told
from detente.store.manifest import Manifest
from detente.store.shape import ibis_schema
from detente.store.tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir

EXTRAS = {"duckdb": "record", "pyspark": "spark"}
"""The extra of the package that brings a backend."""

DRIVERS = {
    "bigquery": "google.cloud.bigquery",
    "clickhouse": "clickhouse_connect",
    "duckdb": "duckdb",
    "postgres": "psycopg",
    "pyspark": "pyspark",
    "snowflake": "snowflake.connector",
    "trino": "trino",
}
"""The library that a backend of Ibis needs."""

_TABLE, _STORE = "table", "store"
_GDELT = {"SQLDATE", "Actor1CountryCode", "Actor2CountryCode", "EventCode"}


def open_events(url: str, source: str, columns: Mapping[str, str] | None = None) -> ir.Table:
    """Return the events of a source from where a URL leads.

    Parameters
    ----------
    url
        ``duckdb://…``, ``pyspark://…``, ``bigquery://project/dataset`` or any other URL of Ibis.
        Two words of its query are ours: ``table`` names the table, ``events`` without it (as
        ``duckdb:///data/events.duckdb?table=icews``); ``store`` names a store's folder whose
        Parquet files the backend reads instead (``pyspark://?store=/data/record``).
    source
        Name of the source: of the store's files, or else of the rows that have it in the column
        ``source``; a table without that column is of this source as a whole. A table with the
        columns of GDELT's public one holds the events of ``gdelt2``.
    columns
        For each column of the schema that is called otherwise in the table, its name there.

    Returns
    -------
    ibis.Table
        The columns of :data:`detente.record.schema.EVENTS`. One that may be empty and that the
        table has not is empty; ``file`` is then the table's name, and ``row`` is 0.

    Raises
    ------
    InputError
        When the URL cannot be understood (R912), or the table is absent or lacks a column (R913);
        for a store, as :meth:`detente.store.store.Store.events`.
    MissingResource
        When what the backend needs is not installed, or it cannot be reached.
    """
    bare, own = _parted(url)
    backend = _connected(bare, url)
    if _STORE in own:
        manifest = Manifest(Path(own[_STORE]).expanduser())
        return Tables(manifest.folder, backend).events(manifest.entries(), source)
    name = own.get(_TABLE, "events")
    try:
        table = backend.table(name)
    except Exception as error:
        said = f"there is no table {name} that can be read: {_first_line(error)}"
        raise InputError([Problem("R913", said, url, hint="name it by ?table=NAME")]) from error
    if not columns and {*table.columns} >= _GDELT:
        return _gdelt(table).filter(lambda events: events.source == source)
    return _shaped(table, name, source, dict(columns or {}), url)


def store_of(url: str) -> Path | None:
    """Return the folder of the store whose files a URL has another engine read, if it names one.

    Examples
    --------
    >>> store_of("pyspark://?store=/data/record").name, store_of("duckdb:///x.duckdb")
    ('record', None)
    """
    own = _parted(url)[1]
    return Path(own[_STORE]).expanduser() if _STORE in own else None


def _parted(url: str) -> tuple[str, dict[str, str]]:
    """Return a URL without our words in its query, and these words.

    Examples
    --------
    >>> _parted("duckdb:///x.duckdb?table=icews&read_only=True")
    ('duckdb:///x.duckdb?read_only=True', {'table': 'icews'})
    """
    parts = urlsplit(url)
    if "://" not in url or not parts.scheme.isidentifier():
        hint = "write it as duckdb:///FILE, pyspark://?store=FOLDER or bigquery://PROJECT/DATASET"
        raise InputError([Problem("R912", "no URL of a backend", url, hint=hint)])
    words = parse_qsl(parts.query, keep_blank_values=True)
    own = {key: value for key, value in words if key in (_TABLE, _STORE)}
    rest = urlencode([pair for pair in words if pair[0] not in own])
    bare = urlunsplit(parts._replace(query=rest))
    return bare if "://" in bare else bare.replace(":", "://", 1), own


def _connected(bare: str, url: str) -> Any:
    scheme = urlsplit(bare).scheme
    _require(scheme)
    import ibis  # noqa: PLC0415 - after it is known to be there

    if scheme not in _backends():
        said = f"{scheme} is no backend of Ibis"
        hint = f"one of {', '.join(sorted(_backends()))}"
        raise InputError([Problem("R912", said, url, hint=hint)])
    try:
        with told():
            return ibis.connect(bare)
    except ImportError as error:
        raise MissingResource(_lacking(scheme, str(error.name or scheme))) from error
    except MissingResource:
        raise
    except Exception as error:
        raise MissingResource(f"{scheme} cannot be reached: {_first_line(error)}") from error


def _backends() -> set[str]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - on the way to a backend only

    return {point.name for point in entry_points(group="ibis.backends")}


def _require(scheme: str) -> None:
    """Refuse where a backend's library is not installed, before Ibis fails on it."""
    for library in ("ibis", DRIVERS.get(scheme, "ibis")):
        try:
            found = importlib.util.find_spec(library)
        except ModuleNotFoundError:
            found = None
        if found is None:
            raise MissingResource(_lacking(scheme if library != "ibis" else "duckdb", library))


def _lacking(scheme: str, library: str) -> str:
    extra = EXTRAS.get(scheme)
    wanted = f"detente[{extra}]" if extra else f"ibis-framework[{scheme}]"
    return f"{library} is not installed; install the extra: pip install '{wanted}'"


def _shaped(table: ir.Table, name: str, source: str, columns: dict[str, str], url: str) -> ir.Table:
    """Return a table with the columns of the schema."""
    import ibis  # noqa: PLC0415 - loaded by the backend already

    types = ibis_schema("events")
    told_else = {"source": source, "file": name, "row": 0}
    missing = [
        columns.get(each.name, each.name)
        for each in EVENTS
        if not each.empty
        and each.name not in told_else
        and columns.get(each.name, each.name) not in table.columns
    ]
    missing += [each for each in columns.values() if each not in table.columns]
    if missing:
        said = f"the table {name} has no column {', '.join(dict.fromkeys(missing))}"
        hint = "name the columns that are called otherwise"
        raise InputError([Problem("R913", said, url, hint=hint)])
    shaped = {}
    for each in EVENTS:
        there = columns.get(each.name, each.name)
        if there in table.columns:
            shaped[each.name] = table[there].cast(types[each.name])
        else:
            value = told_else.get(each.name)
            shaped[each.name] = ibis.literal(value, types[each.name])
    found = table.select(**shaped)
    return found.filter(found.source == source) if "source" in table.columns else found


def _gdelt(table: ir.Table) -> ir.Table:
    """Return GDELT's public table as events."""
    from detente.record.bigquery_gdelt import as_events  # noqa: PLC0415 - loads Ibis

    states = {
        holding.code: holding.state for holding in holdings() if holding.system == "cameo"
    } | {state: state for state in STATES}
    tracks = {
        word: sector.track
        for (source, word), sector in sectors().items()
        if source == "gdelt" and sector.track is not None
    }
    return as_events(table, states, CAMEO, tracks)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
