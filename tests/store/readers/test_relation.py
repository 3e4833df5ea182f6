import duckdb
import pyarrow as pa
import pytest

from detente.record.schema import EVENTS, YEARLY
from detente.store.readers.reader import CUT, Table
from detente.store.readers.relation import SCHEMAS, first_reason, in_order, records, relation


@pytest.mark.parametrize(("table", "columns"), [("events", EVENTS), ("yearly", YEARLY)])
def test_the_columns_are_the_table_s_and_the_reason(table: Table, columns: object) -> None:
    names = [c.name for c in columns if c.name not in {"source", "file"}]  # type: ignore[attr-defined]

    assert SCHEMAS[table].names == [*names, "reason", "text"]


def _batch(rows: list[int], reasons: list[str | None] | None) -> object:
    texts = pa.array(["x" * (CUT + 1)] * len(rows))
    held = None if reasons is None else pa.array(reasons, pa.string())
    ids = {"event_id": pa.array([str(r) for r in rows])}
    return next(records("events", pa.array(rows, pa.int64()), texts, ids, held))


def test_what_is_set_aside_keeps_its_row_its_reason_and_its_text() -> None:
    found = _batch([1, 2], [None, "id"])

    assert found.select(["row", "event_id", "reason", "text"]).to_pylist() == [  # type: ignore[attr-defined]
        {"row": 1, "event_id": "1", "reason": None, "text": None},
        {"row": 2, "event_id": None, "reason": "id", "text": "x" * CUT},
    ]


def test_no_records_are_no_batch() -> None:
    none = pa.array([], pa.int64())

    assert list(records("events", none, none, {}, None)) == []


def test_the_first_reason_holds() -> None:
    yes, no = pa.array([True, False, False]), pa.array([True, True, False])

    assert first_reason(("id", yes), ("date", no)).to_pylist() == ["id", "date", None]
    assert first_reason(("id", pa.array([False, False, False]))) is None


def test_batches_are_put_in_order() -> None:
    (found,) = in_order([_batch([3, 5], ["id", "date"]), _batch([1, 4, 4], None)])

    assert found.column("row").to_pylist() == [1, 3, 4, 4, 5]


def test_a_relation_is_made_anew_each_time() -> None:
    con = duckdb.connect()
    sql = relation(con, "events", lambda: [_batch([1, 2], None)])

    for _ in range(2):
        assert con.sql(f"SELECT count(*) FROM ({sql})").fetchone() == (2,)
