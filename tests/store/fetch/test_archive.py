from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.fetch.archive import fault_of
from tests.store.fetch.server import export, row


def packed(*members: tuple[str, bytes], flag: int = 0) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    data = bytearray(body.getvalue())
    if flag:
        data[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(data)


def test_an_export_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(export("20181004000000.export.CSV.zip", row(1)))

    assert fault_of(path) == ""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "no zip archive"),
        (b"<html>", "no zip archive"),
        (packed(), "0 files"),
        (packed(("a.CSV", b""), ("b.CSV", b"")), "2 files"),
        (packed(("../a.CSV", b"")), "no table beside it"),
        (packed(("a.exe", b"")), "no table beside it"),
        (packed(("a.CSV", b"x"), flag=1), "password"),
        (packed(("a.CSV", bytes(17 << 20))), "times its own size"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, body: bytes, words: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(body)

    assert words in fault_of(path)


def test_a_size_beyond_any_table_is_told_unread(tmp_path: Path) -> None:
    data = bytearray(packed(("a.CSV", b"x")))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = b"\xfe\xff\xff\xff"
    path = tmp_path / "a.zip"
    path.write_bytes(data)

    assert "would unpack to 4294967294 bytes" in fault_of(path)


@given(st.data())
def test_a_spoilt_archive_is_told_or_fine(data: st.DataObject) -> None:
    body = bytearray(export("20181004000000.export.CSV.zip", row(1)))
    for place in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=4)):
        body[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(body)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        path.write_bytes(body[:end] if data.draw(st.booleans()) else body)

        assert isinstance(fault_of(path), str)
