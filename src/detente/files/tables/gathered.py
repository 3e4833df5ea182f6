"""What is gathered from tables: the case as plain values, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.base.problem import Problem
from detente.files.set_aside import Aside
from detente.files.tables.places import Places
from detente.files.tables.table import Table

_LONG = 60


@dataclass
class Gathered:
    """What tables hold: the case as plain values, what is wrong, and what was left out for it.

    ``broken`` is set where a sheet or a column that may be needed could not be told: the form of
    the case then says nothing, since it would only repeat it.
    """

    places: Places = field(default_factory=Places)
    problems: list[Problem] = field(default_factory=list)
    gone: list[Aside] = field(default_factory=list)
    broken: bool = False

    def tell(self, code: str, message: str, table: Table, row: int, hint: str = "") -> None:
        """Note a problem of a table."""
        self.problems.append(Problem(code, message, table.file, row, table.name, hint))


def short(text: str, limit: int = _LONG) -> str:
    """Return a text of the tables as a message quotes it: its beginning where it is long.

    Examples
    --------
    >>> short("abcdef", 3)
    'abc…'
    """
    return text if len(text) <= limit else f"{text[:limit]}…"
