import io
import zipfile

import pytest

from detente.base.errors import InputError
from detente.files import xlsx_safety
from detente.files.template import new_workbook
from detente.files.xlsx_safety import refuse_unsafe

GOOD = new_workbook("river")


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": b"<Types/>", **parts}.items():
            archive.writestr(name, data)
    return out.getvalue()


def _code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        refuse_unsafe(data, "mine.xlsx")
    return f"{caught.value.problems[0].code} {caught.value.problems[0].message}"


def test_a_workbook_is_safe() -> None:
    refuse_unsafe(GOOD, "mine.xlsx")


def test_what_is_no_workbook_is_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

    assert ".xls" in _code(ole)
    assert "password" in _code(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "no zip archive" in _code(b"")
    assert "no zip archive" in _code(b"PK\x03\x04" + b"\0" * 40)
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
    assert "OpenDocument" in _code(plain.getvalue())


def test_a_damaged_part_is_told() -> None:
    data = bytearray(_zip(a=b"abc" * 500))
    place = data.index(b"PK\x01\x02")
    data[place - 12 : place - 4] = b"\xff" * 8

    assert _code(bytes(data)).startswith("T701")


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/a.xml": b" " * 31_000_000},
        {"xl/a.xml": b"0" * 2_000_000},
        {f"a{n}": b"" for n in range(xlsx_safety.ENTRIES)},
    ],
    ids=["total", "ratio", "parts"],
)
def test_what_unpacks_to_too_much_is_refused_unpacked(
    parts: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = _zip(**parts)
    monkeypatch.setattr(xlsx_safety, "_content", None)  # nothing is unpacked before

    assert _code(data).startswith("T702")


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_safety, "ELEMENTS", 10)

    assert "elements" in _code(_zip(**{"xl/a.xml": b"<c/>" * 20}))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("xl/vbaProject.bin", b"x"),
        ("xl/externalLinks/externalLink1.xml", b"<a/>"),
        ("xl/embeddings/oleObject1.bin", b"x"),
        ("../up.xml", b"<a/>"),
        ("/etc/x.xml", b"<a/>"),
        ("xl/a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("xl/a.xml", '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")),
    ],
)
def test_what_acts_is_refused(name: str, data: bytes) -> None:
    assert _code(_zip(**{name: data})).startswith("T703")
