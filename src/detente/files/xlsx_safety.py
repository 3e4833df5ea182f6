"""What a workbook must be before it is opened: a small zip archive without anything that acts."""

from __future__ import annotations

import io
import re
import zipfile

from detente.base.errors import InputError
from detente.base.problem import Problem

ENTRIES = 500
UNPACKED = 30_000_000
"""Bytes that all parts of a workbook may have together."""

RATIO = 200
"""How many times its packed size a part may unpack to, if it is larger than ``SMALL``."""

SMALL = 200_000
ELEMENTS = 1_500_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "save it as an Excel workbook (.xlsx), without a password"
_ACTS = re.compile(
    r"vbaProject|/macrosheets/|/externalLinks/|/embeddings/|/activeX/|/ctrlProps/"
    r"|/customUI|connections\.xml|/queryTables/",
    re.IGNORECASE,
)


def refuse_unsafe(data: bytes, shown: str) -> None:
    """Refuse what is no workbook, unpacks to too much, or holds more than cells.

    Parameters
    ----------
    data
        The bytes of the file.
    shown
        How problems name it.

    Raises
    ------
    InputError
        T701 when it is no workbook, T702 when it is too large unpacked, T703 when it holds
        macros, links to other files, or entities.
    """
    archive = _archive(data, shown)
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise _refusal("T701", "the workbook is locked by a password", shown, _SAVE)
    if "[Content_Types].xml" not in names:
        kind = "an OpenDocument file" if "mimetype" in names else "a zip archive, and no workbook"
        raise _refusal("T701", f"this is {kind}", shown, _SAVE)
    _refuse_large(parts, shown)
    acting = sorted({name for name in names if _ACTS.search(name)})
    if acting:
        said = f"the workbook holds more than cells: {', '.join(acting[:3])}"
        hint = "save it without macros, links to other files, and embedded objects"
        raise _refusal("T703", said, shown, hint)
    if any(".." in name.split("/") or name.startswith(("/", "\\")) for name in names):
        raise _refusal("T703", "a part of the workbook points out of it", shown)
    elements = 0
    for part in parts:
        text = _content(archive, part, shown)
        if not part.filename.endswith((".xml", ".rels", ".vml")):
            continue
        if b"\0" in text or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise _refusal("T703", f"{part.filename} declares entities", shown)
        elements += text.count(b"<")
        if elements > ELEMENTS:
            raise _refusal("T702", f"the workbook holds over {ELEMENTS:,} elements", shown)
        if part.filename == "[Content_Types].xml" and b"macroEnabled" in text:
            raise _refusal("T703", "the workbook is one for macros", shown, _SAVE)


def _archive(data: bytes, shown: str) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        kind = "locked by a password" if locked else "of the old form .xls"
        raise _refusal("T701", f"the workbook is {kind}", shown, _SAVE)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _refusal("T701", "this is no workbook: it is no zip archive", shown, _SAVE) from error


def _refuse_large(parts: list[zipfile.ZipInfo], shown: str) -> None:
    if len(parts) > ENTRIES:
        raise _refusal("T702", f"the workbook has over {ENTRIES} parts", shown)
    total = sum(part.file_size for part in parts)
    if total > UNPACKED:
        raise _refusal("T702", f"the workbook unpacks to {total:,} bytes", shown)
    for part in parts:
        if part.file_size > SMALL and part.file_size > RATIO * max(1, part.compress_size):
            said = f"{part.filename} unpacks to {part.file_size:,} bytes"
            raise _refusal("T702", said, shown)


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo, shown: str) -> bytes:
    """Return the bytes of a part; no more than its entry declares is ever unpacked."""
    try:
        return archive.read(part)
    except Exception as error:  # a damaged archive fails in many ways, all of them one to its user
        said = f"the workbook is damaged: {part.filename} cannot be unpacked"
        raise _refusal("T701", said, shown, _SAVE) from error


def _refusal(code: str, said: str, shown: str, hint: str = "") -> InputError:
    return InputError([Problem(code, said, shown, hint=hint)])
