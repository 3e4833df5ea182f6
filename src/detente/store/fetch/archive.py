"""Whether a zip archive holds what its name promises, before anybody unpacks it."""

from __future__ import annotations

import zipfile
from pathlib import Path

_MOST = 16 * 2**30
_RATIO = 100
_SMALL = 16 * 2**20


def fault_of(path: Path) -> str:
    """Return what is wrong with an archive of one table; empty where it is fine.

    Only its directory is read. An export packs to about a fifth; an archive that states more than
    a hundred times its own size (above 16 MiB), or over 16 GiB, is not unpacked. What is stated
    binds: Python's reader stops there.

    Parameters
    ----------
    path
        The archive.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError) as error:
        return f"it is no zip archive: {error}"
    if len(members) != 1:
        return f"it holds {len(members)} files where one table is expected"
    (member,) = members
    if not member.filename.lower().endswith(".csv") or {"/", "\\", "\0"} & {*member.filename}:
        return f"it holds {member.filename}, which is no table beside it"
    if member.flag_bits & 0x1:
        return "it is locked by a password"
    if member.file_size > _MOST:
        return f"it would unpack to {member.file_size} bytes"
    if member.file_size > max(_SMALL, _RATIO * path.stat().st_size):
        return f"it would unpack to {member.file_size} bytes, over {_RATIO} times its own size"
    return ""
