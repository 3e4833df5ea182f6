"""Where a file's columns stand: by its heading, or as its source has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from detente.base.errors import InputError
from detente.base.problem import Problem


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of columns.

    Attributes
    ----------
    at
        From a column's name to its place, from 0.
    width
        Cells a record.
    headed
        Whether the first line is a heading.
    """

    at: Mapping[str, int]
    width: int
    headed: bool

    @classmethod
    def of(cls, first: str, columns: Sequence[str], needed: Sequence[str], file: str) -> Layout:
        """Return the places of `columns` by a file's first line.

        A first line that begins with the first column's name is the heading, and its order holds,
        whatever else it names. Otherwise the file has none, and the source's own order holds.

        Raises
        ------
        InputError
            When a heading lacks one of `needed`; all that are lacking are told.
        """
        names = [name.strip().strip('"') for name in first.split("\t")]
        if names[0] != columns[0]:
            return cls({name: i for i, name in enumerate(columns)}, len(columns), False)
        return cls(places(names, needed, file), len(names), True)


def places(names: Sequence[str], needed: Sequence[str], file: str) -> Mapping[str, int]:
    """Return the place, from 0, of each name of a heading; of one that stands twice, the first.

    Raises
    ------
    InputError
        When the heading lacks one of `needed`; all that are lacking are told.
    """
    lacking = [name for name in needed if name not in names]
    if lacking:
        raise InputError([_lacking(name, names, file) for name in lacking])
    return {name: names.index(name) for name in names}


def _lacking(name: str, names: Sequence[str], file: str) -> Problem:
    near = get_close_matches(name, names, 1)
    meant = f"it has `{near[0]}`" if near else f"it has {', '.join(names)[:200]}"
    return Problem("R920", f"the heading has no column `{name}`", file, 1, hint=meant)
