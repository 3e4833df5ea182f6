import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.store.readers.cells import Made, Part
from detente.store.readers.quoted import CELL, LINES, cells_of, read_quoted
from tests.store.readers.reading import plain

CELLS = st.text(st.sampled_from('a,;" \n\té'), max_size=8)


def _made(part: Part) -> Made:
    return {"event_id": part.cell(0), "code": part.cell(1), "row": part.rows}, None


def _read(text: str, folder: Path, sign: str = ",") -> list[dict[str, object]]:
    file = plain(text.encode(), folder)
    return [r for b in read_quoted(file, "events", _made, 2, sign=sign) for r in b.to_pylist()]


def _seen(rows: list[dict[str, object]], *names: str) -> list[tuple[object, ...]]:
    return [tuple(r[n] for n in names) for r in rows]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@settings(max_examples=40)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_what_the_csv_module_writes_is_read(
    tmp_path_factory: object, sign: str, rows: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("csv")  # type: ignore[attr-defined]
    text = io.StringIO()
    csv.writer(text, delimiter=sign, lineterminator="\n").writerows([("a", "b"), *rows])

    found = _read(text.getvalue(), folder, sign)

    assert _seen(found, "event_id", "code") == [
        tuple(cell.replace("\t", " ") for cell in row) for row in rows
    ]
    begins = [
        2 + sum(a.count("\n") + b.count("\n") + 1 for a, b in rows[:i]) for i in range(len(rows))
    ]
    assert [r["row"] for r in found] == begins


@settings(max_examples=40)
@given(st.text(st.sampled_from('a,"\n'), max_size=60))
def test_every_line_is_in_one_record(tmp_path_factory: object, text: str) -> None:
    folder = tmp_path_factory.mktemp("csv")  # type: ignore[attr-defined]
    lines = ("h,k\n" + text).removesuffix("\n").split("\n")
    found = _read("h,k\n" + text, folder)

    expected = 2
    for row in found:
        assert row["row"] == expected
        spans = [
            n
            for n in range(1, LINES)
            if row["reason"] != "quotes"
            and lines[expected - 1]
            and cells_of("\n".join(lines[expected - 1 : expected - 1 + n]), ",") is not None
        ]
        expected += spans[0] if spans else 1
    assert expected == len(lines) + 1 or not text


def test_a_mark_that_does_not_close_costs_one_line(tmp_path: Path) -> None:
    found = _read('h,k\n1,"open\n2,b\n3,c\n', tmp_path)

    assert _seen(found, "row", "event_id", "reason", "text") == [
        (2, None, "quotes", '1,"open'),
        (3, "2", None, None),
        (4, "3", None, None),
    ]


def test_a_record_runs_over_a_hundred_lines_at_most(tmp_path: Path) -> None:
    for more, wrong in ((LINES - 1, 0), (LINES, 1)):
        text = 'h,k\n1,"' + "\n" * more + 'x"\n2,b\n'
        found = _read(text, tmp_path)

        assert sum(r["reason"] == "quotes" for r in found) >= wrong
        assert found[-1]["event_id"] == "2"
        assert len(found) == (2 if not wrong else more + 2)


def test_a_record_does_not_run_over_a_line_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path
    file = plain(b'h,k\n1,"a\nbad \xff\nb"\n2,c\n', path)
    found = [r for b in read_quoted(file, "events", _made, 2) for r in b.to_pylist()]

    assert _seen(found, "row", "reason") == [(2, "quotes"), (4, "columns"), (5, None)]


def test_a_cell_that_is_too_long(tmp_path: Path) -> None:
    found = _read(f'h,k\n1,"{"x" * (CELL + 1)}"\n2,b\n', tmp_path)

    assert _seen(found, "row", "reason") == [(2, "long"), (3, None)]


def test_a_file_over_several_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from detente.store import lines  # noqa: PLC0415

    monkeypatch.setattr(lines, "BLOCK", 16)
    text = "h,k\n" + "".join(f'{i},"a\nb"\n{i},plain\n' for i in range(150))
    found = _read(text, tmp_path)

    assert _seen(found, "event_id", "code") == [
        (str(i), code) for i in range(150) for code in ("a\nb", "plain")
    ]
