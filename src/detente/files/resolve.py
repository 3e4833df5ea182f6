"""What CASE names: a file, a folder with a case or with GENIUS XML in it, or a built-in case."""

from __future__ import annotations

import difflib
from importlib import resources
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.files.genius.paths import xml_files

CASE_FILE = "case.yaml"
CASE_TABLE = "case.csv"
SUFFIXES = (".yaml", ".yml")
BESIDE = (".yaml", ".xlsx")
"""What may be left out of the name of a case file."""


def builtin_names() -> tuple[str, ...]:
    """Return the names of the built-in cases."""
    root = resources.files("detente") / "cases"
    return tuple(sorted(entry.name for entry in root.iterdir() if (entry / CASE_FILE).is_file()))


def is_builtin(path: Path) -> bool:
    """Whether a case file is one of those that come with the program."""
    return Path(str(resources.files("detente"))) in path.parents


def resolve(name: str) -> Path:
    """Return the case file that a name stands for.

    Parameters
    ----------
    name
        A file or folder that exists comes first, then NAME.yaml, then NAME.xlsx, then a built-in
        name. Of a folder ``case.yaml`` is read; where there is none, ``case.csv`` with its tables;
        where there is neither, the XML files of a GENIUS scenario, for which the folder itself is
        returned.

    Raises
    ------
    InputError
        When nothing bears that name (F001), or it may not be looked at (F008).

    Examples
    --------
    >>> resolve("japan-russia-2017").name
    'case.yaml'
    """
    path, known = Path(name), builtin_names()
    try:
        for file in (CASE_FILE, CASE_TABLE):
            if path.is_dir() and (path / file).exists():
                return path / file
        if path.is_dir() and xml_files(path):
            return path
        if path.exists() and not path.is_dir():
            return path
        for suffix in BESIDE:
            if path.name and Path(f"{name}{suffix}").is_file():
                return Path(f"{name}{suffix}")
        if path.is_dir() and name not in known:
            said = f"the folder '{name}' has no {CASE_FILE}, no {CASE_TABLE} and no XML"
            raise InputError([Problem("F001", said)])
    except PermissionError as error:
        raise InputError([Problem("F008", "permission denied", name)]) from error
    except (OSError, ValueError):
        pass  # no name that a file could have
    if name in known:
        return Path(str(resources.files("detente") / "cases" / name / CASE_FILE))
    kind = "file" if path.suffix in (*SUFFIXES, *BESIDE) or len(path.parts) > 1 else "case"
    raise InputError([Problem("F001", f"there is no {kind} '{name}'", hint=_hint(path, known))])


def _hint(path: Path, known: tuple[str, ...]) -> str:
    """Return the nearest names there are: case files of the folder, and built-in cases."""
    files = _case_files(path.parent)
    stem = path.stem if path.suffix in (*SUFFIXES, *BESIDE) else path.name
    choices = sorted({*files, *(known if path.parent == Path() else ())})
    near = difflib.get_close_matches(stem, choices, 1)
    near = near or [choice for choice in choices if stem and choice.startswith(stem)][:1]
    if near:
        return f"did you mean '{files.get(near[0], near[0])}'?"
    return f"give a YAML file, a workbook, a folder, or a built-in name: {', '.join(known)}"


def _case_files(folder: Path) -> dict[str, str]:
    """Return a folder's case files by their stems; none where it cannot be read."""
    try:
        found = sorted(
            p for p in folder.iterdir() if p.suffix in (*SUFFIXES, *BESIDE) and p.is_file()
        )
    except (OSError, ValueError):
        return {}
    return {path.stem: str(path) for path in found}
