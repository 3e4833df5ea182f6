import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store import content as module
from detente.store.content import NOT_UTF_8, NUL, RETURN, TOO_LONG, examined


def _examined(data: bytes, size: int = 7) -> tuple[list[tuple[int, str]], bytes, int]:
    blocks = [data[place : place + size] for place in range(0, len(data), size)]
    written: list[bytes] = []
    found = examined(blocks, written.append)
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.size == len(data)
    return [(line.row, line.reason) for line in found.bad], b"".join(written), found.lines


@pytest.mark.parametrize(
    ("data", "bad", "plain"),
    [
        (b"", [], b""),
        (b"a\nb", [], b"a\nb"),
        (b"a\r\nb\r\n", [], b"a\r\nb\r\n"),
        (b"a\n\xff\nc\n", [(2, NOT_UTF_8)], b"a\n\nc\n"),
        (b"a\0b\nc", [(1, NUL)], b"\nc\n"),
        (b"a\rb\r\nc\n", [(1, RETURN)], b"\nc\n"),
        (b"1234567890123\nb\n", [(1, TOO_LONG)], b"\nb\n"),
        (b"a\n1234567890123", [(2, TOO_LONG)], b"a\n\n"),
        (b"123456789012\nb\n", [], b"123456789012\nb\n"),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_line_that_is_no_text_is_set_aside_and_stands_empty(
    data: bytes,
    bad: list[tuple[int, str]],
    plain: bytes,
    size: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LONGEST", 12)

    found, written, lines = _examined(data, size)

    assert (found, written.removesuffix(b"\n")) == (bad, plain.removesuffix(b"\n"))
    assert lines == data.count(b"\n") + (bool(data) and not data.endswith(b"\n"))


@given(st.binary(max_size=60), st.integers(1, 9))
def test_any_bytes_become_text_of_as_many_lines(data: bytes, size: int) -> None:
    bad, written, lines = _examined(data, size)

    assert b"\0" not in written.decode().encode()
    assert lines == data.count(b"\n") + (bool(data) and not data.endswith(b"\n"))
    assert written.count(b"\n") in (lines, lines - 1)
    kept = written.split(b"\n")
    given_lines = data.split(b"\n")
    dropped = {row for row, _ in bad}
    assert all(
        kept[row - 1] == (b"" if row in dropped else given_lines[row - 1])
        for row in range(1, lines + 1)
    )


def test_the_beginning_of_a_bad_line_is_shown() -> None:
    (line,) = examined([b"caf\xe9\0" + b"x" * 900]).bad

    assert line.text.startswith("caf\\xe9\\x00xxx")
    assert len(line.text) == 500


def test_progress_is_told_by_the_block() -> None:
    told: list[int] = []

    examined([b"ab\n", b"c"], done=told.append)

    assert told == [3, 4]
