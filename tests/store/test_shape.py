import duckdb
import pytest

from detente.store.entry import PARTS, Part
from detente.store.shape import COLUMNS, arrow_schema, ibis_schema, parquet_sql, quoted


@pytest.mark.parametrize("part", PARTS)
def test_every_column_has_its_type_in_each_language(part: Part) -> None:
    schema = arrow_schema(part)

    assert schema.names == [column.name for column in COLUMNS[part]] == [*ibis_schema(part)]
    assert [field.nullable for field in schema] == [column.empty for column in COLUMNS[part]]


def test_a_text_is_quoted_as_it_is() -> None:
    text = 'it\'s \\ "a" -- text'

    assert duckdb.connect().sql(f"SELECT {quoted(text)}").fetchall() == [(text,)]
    assert parquet_sql(["a", "b'"]) == "read_parquet(['a', 'b'''])"
