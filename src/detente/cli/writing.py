"""Files written whole or not at all."""

from __future__ import annotations

import os
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


def _write(path: Path, text: str) -> Path:
    temporary: str | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, prefix=f".{path.name}-", delete=False, encoding="utf-8"
        ) as file:
            temporary = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
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
