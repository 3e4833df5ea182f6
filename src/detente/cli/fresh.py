"""Files that are not there yet, written together or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem


def write_fresh(files: Mapping[Path, bytes]) -> None:
    """Write files of which none exists; where one cannot be written, none is left.

    Folders are made where they are missing. A file that is there already with the same bytes is
    left as it is, so that two cases of a folder may share a chronology.

    Parameters
    ----------
    files
        Bytes by path.

    Raises
    ------
    InputError
        When a file exists already and holds something else, or a folder cannot be one (U602).
    MissingResource
        When a file cannot be written, for want of space or of permission.
    """
    fresh = {path: data for path, data in files.items() if not _same(path, data)}
    there = [path for path in fresh if _there(path)]
    if there or not fresh:
        hint = "name another file or folder"
        names = there or [next(iter(files))]
        raise InputError([Problem("U602", f"{path} exists already", hint=hint) for path in names])
    made: list[Path] = []
    for path, data in fresh.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            for done in made:
                done.unlink(missing_ok=True)
            if isinstance(error, FileExistsError | NotADirectoryError):
                said = f"{error.filename or path} exists already, and is no folder"
                raise InputError([Problem("U602", said)]) from error
            raise MissingResource(f"{path} cannot be written: {error.strerror}") from error


def _there(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # no name that a file could have: writing will say why
        return False


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
