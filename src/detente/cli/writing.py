"""Files written whole or not at all."""

from __future__ import annotations

import codecs
import os
import stat
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem


def write_files(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write text files into a folder, each by a rename of a finished copy.

    Parameters
    ----------
    folder
        Made if absent.
    files
        Text by file name; files of these names are replaced.

    Raises
    ------
    InputError
        When the folder cannot be one (U602).
    MissingResource
        When a file cannot be written, for want of space or of permission.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError([Problem("U602", f"{folder} is no folder")]) from error
    except OSError as error:
        raise MissingResource(f"{folder} cannot be made: {error.strerror}") from error
    return [_write(folder / name, text) for name, text in files.items()]


def replace_file(path: Path, text: str) -> None:
    """Write a text in place of a file's, whole or not at all; the file keeps its permissions.

    Parameters
    ----------
    path
        A file; a link is followed. Line ends are written as they stand in the text, and a byte
        order mark stays.

    Raises
    ------
    MissingResource
        When it cannot be written, for want of space or of permission.
    """
    path = path.resolve()
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        with path.open("rb") as file:
            mark = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    except OSError as error:
        raise MissingResource(f"{path} cannot be read: {error.strerror}") from error
    _write(path, f"\N{BYTE ORDER MARK}{text}" if mark else text, mode)


def new_file(path: Path, text: str, beside: Path | None = None) -> None:
    """Write a text into a file that is not there yet, whole or not at all.

    Parameters
    ----------
    path
        The file; its folder is there.
    text
        What to write.
    beside
        A file that belongs to it: copied into its folder, unless it is there already.

    Raises
    ------
    InputError
        When the file exists, or another file has the name of the one that belongs to it (U602).
    MissingResource
        When it cannot be written, for want of space or of permission.
    """
    refuse_existing(path, beside)
    if beside is not None and not (path.parent / beside.name).exists():
        copy_file(beside, path.parent / beside.name)
    _write(path, text)


def copy_file(path: Path, to: Path) -> None:
    """Copy a file, byte by byte, to a name that nothing bears.

    Raises
    ------
    MissingResource
        When one cannot be read or the other not written, or exists by now.
    """
    data = read_bytes(path)
    made = False
    try:
        with to.open("xb") as file:
            made = True
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if made:
            to.unlink(missing_ok=True)
        raise MissingResource(f"{to} cannot be written: {error.strerror}") from error


def refuse_existing(path: Path, beside: Path | None = None) -> None:
    """Refuse to write a file that exists, or beside another of the name of one it needs.

    Raises
    ------
    InputError
        See :func:`new_file`.
    MissingResource
        When its folder cannot be written to.
    """
    if path.exists() or path.is_symlink():
        raise InputError([Problem("U602", f"{path} exists already", hint="name another file")])
    if not path.parent.is_dir():
        raise InputError([Problem("U602", f"there is no folder {path.parent}")])
    if not os.access(path.parent, os.W_OK):
        raise MissingResource(f"{path} cannot be written: its folder is read-only")
    if beside is not None:
        there = path.parent / beside.name
        if there.exists() and read_bytes(there) != read_bytes(beside):
            said = f"{there} is another file than the one that belongs to the case"
            raise InputError([Problem("U602", said, hint="name a file in another folder")])


def refuse_read_only(path: Path) -> None:
    """Refuse to replace a file that may not be written.

    Raises
    ------
    MissingResource
        When the file, or the folder in which it would be replaced, is read-only.
    """
    real = path.resolve()
    if not os.access(real, os.W_OK) or not os.access(real.parent, os.W_OK):
        raise MissingResource(f"{path} cannot be written: it is read-only; name another with --out")


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises
    ------
    MissingResource
        When it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingResource(f"{path} cannot be read: {error.strerror}") from error


def refuse_others(folder: Path, own: Mapping[str, Callable[[str], bool]]) -> None:
    """Refuse to replace files that somebody else wrote.

    Parameters
    ----------
    folder
        Where files are to be written.
    own
        By file name, whether a text carries the mark of a file that this program wrote.

    Raises
    ------
    InputError
        With every file of these names that does not carry its mark (U602).
    """
    try:
        problems = [
            Problem(
                "U602",
                f"{folder / name} was not written by Détente, and is left as it is",
                hint="move it away, or name another folder",
            )
            for name, is_own in own.items()
            if (folder / name).is_file()
            and not is_own((folder / name).read_text(encoding="utf-8", errors="replace"))
        ]
    except OSError as error:
        raise MissingResource(f"{folder} cannot be read: {error.strerror}") from error
    if problems:
        raise InputError(problems)


def _write(path: Path, text: str, mode: int | None = None) -> Path:
    temporary: str | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            dir=path.parent,
            prefix=f".{path.name}-",
            delete=False,
            encoding="utf-8",
            newline="",
        ) as file:
            temporary = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask() if mode is None else mode)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise MissingResource(f"{path} cannot be written: {error.strerror}") from error
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
