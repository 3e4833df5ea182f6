from pathlib import Path

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from detente.store import lines as module
from detente.store.lines import batches, lines
from detente.store.readers.reader import PlainFile

ODD = "plain \"quoted\n,;|\t\n\n\u2028 not a line's end \x01\x85\n\n"


def _read(data: bytes, folder: Path, *skipped: int) -> list[tuple[int, str]]:
    path = folder / "plain"
    path.write_bytes(data)
    con = duckdb.connect()
    return con.sql(lines(con, PlainFile(path, 0, frozenset(skipped)))).fetchall()


def test_lines_are_numbered_as_they_stand(tmp_path: Path) -> None:
    found = _read(ODD.encode(), tmp_path)

    assert found == [
        (1, 'plain "quoted'),
        (2, ",;|\t"),
        (3, ""),
        (4, "\u2028 not a line's end \x01\x85"),
        (5, ""),
    ]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"a", ["a"]),
        (b"a\n", ["a"]),
        (b"a\r\nb\r\n", ["a", "b"]),
        (b"\xef\xbb\xbfa\nb", ["a", "b"]),
        (b"\xef\xbb\xbf", []),
    ],
)
def test_ends_of_lines_belong_to_no_text(data: bytes, texts: list[str], tmp_path: Path) -> None:
    assert _read(data, tmp_path) == [*enumerate(texts, start=1)]


def test_a_line_set_aside_is_left_out_and_others_keep_their_numbers(tmp_path: Path) -> None:
    assert _read(b"a\n\nc\n", tmp_path, 2) == [(1, "a"), (3, "c")]


def test_lines_may_be_scanned_twice(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"a\nb\n")
    con = duckdb.connect()
    sql = lines(con, PlainFile(tmp_path / "plain", 2))

    found = con.sql(f"SELECT count(*) FROM ({sql}) JOIN ({sql}) USING (row)").fetchall()

    assert found == [(2,)]


@settings(max_examples=40)
@given(
    st.lists(st.text(st.characters(exclude_characters="\r\n\0")), max_size=20), st.integers(1, 9)
)
@example(["", "\ufeff", ""], 1)
def test_blocks_of_any_size_give_the_same_lines(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int
) -> None:
    path = tmp_path_factory.mktemp("lines") / "plain"
    path.write_bytes("".join(f"{text}\n" for text in ["first", *texts]).encode())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", size)
        found = [row for batch in batches(PlainFile(path, 0)) for row in batch.to_pylist()]

    assert [row["text"] for row in found] == ["first", *texts]
    assert [row["row"] for row in found] == [*range(1, len(texts) + 2)]
