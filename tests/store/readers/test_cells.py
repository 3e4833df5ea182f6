from collections import Counter
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.store.readers.cells import Made, Part, first_lines, heading, read
from tests.store.readers.reading import plain

TEXT = st.text(st.sampled_from("a\t\"',\né"), max_size=40)


def _made(part: Part) -> Made:
    return {"event_id": part.cell(0)}, None


def test_first_lines(tmp_path: Path) -> None:
    file = plain(b"\xef\xbb\xbfa\tb\r\nbad \xff\nc", tmp_path)

    assert first_lines(file, 4) == ["a\tb", "", "c", ""]
    assert heading(file) == "a\tb"
    assert heading(plain(b"", tmp_path)) == ""


@settings(max_examples=40)
@given(TEXT)
def test_every_line_is_there_once(tmp_path_factory: object, text: str) -> None:
    folder = tmp_path_factory.mktemp("cells")  # type: ignore[attr-defined]
    file = plain(text.encode(), folder)

    found = [r for b in read(file, "events", _made, {2, 3}) for r in b.to_pylist()]

    assert [r["row"] for r in found] == list(range(1, file.lines + 1))
    for row, line in zip(found, text.split("\n"), strict=False):
        count = line.count("\t") + 1
        wrong = "empty line" if not line else None if count in {2, 3} else "columns"
        assert (row["reason"], row["text"]) == (wrong, line if wrong else None)


def test_a_made_column_of_rows_says_which_line_each_record_is_of(tmp_path: Path) -> None:
    def twice(part: Part) -> Made:
        order = pa.array([i // 2 for i in range(2 * len(part.rows))])
        columns = {"row": part.rows, "text": part.texts, "event_id": part.cell(0)}
        return {name: column.take(order) for name, column in columns.items()}, None

    batches = read(plain(b"a\tb\nc\nd\te\n", tmp_path), "events", twice, {2})
    rows = [r for b in batches for r in b.to_pylist()]

    assert [(r["row"], r["event_id"]) for r in rows] == [
        (1, "a"), (1, "a"), (2, None), (3, "d"), (3, "d")
    ]  # fmt: skip
    assert Counter(r["reason"] for r in rows) == {None: 4, "columns": 1}
