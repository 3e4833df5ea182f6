import os
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.files.plain_file import LIMIT, decoded, read_bytes


def _code(error: pytest.ExceptionInfo[InputError]) -> tuple[str, int]:
    [problem] = error.value.problems
    return problem.code, problem.line


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * LIMIT)
    assert len(read_bytes(path, "a")) == LIMIT

    path.write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(InputError) as caught:
        read_bytes(path, "a")
    assert _code(caught) == ("F003", 0)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for name in ("pipe", "nowhere"):
        with pytest.raises(InputError) as caught:
            read_bytes(tmp_path / name, name)
        assert _code(caught) == ("F008", 0)


@pytest.mark.parametrize(
    ("data", "line"),
    [("é".encode("utf-16"), 1), ("id,name".encode("utf-16-le"), 1), (b"a\nb\xe9", 2)],
)
def test_only_utf_8_is_text(data: bytes, line: int) -> None:
    with pytest.raises(InputError) as caught:
        decoded(data, "a")
    assert _code(caught) == ("F002", line)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decoded("é".encode("utf-8-sig"), "a") == "é"
