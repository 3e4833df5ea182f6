"""Where in its tables each element of a case stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.base.problem import Problem
from detente.files.yaml_tree import Path, Tree


@dataclass
class Places(Tree):
    """A case built from tables; a ``line`` of it is the number of a place, in reading order.

    What judges a document by its lines judges this one too; :meth:`placed` then names the sheet
    and the row in place of the number.

    Examples
    --------
    >>> places = Places()
    >>> places.mark(("id",), "mine.xlsx[case]", 3)
    >>> places.placed(Problem("C104", "no id", line=places.line(("id",)))).place()
    'mine.xlsx[case]:3'
    """

    rows: list[tuple[str, int]] = field(default_factory=list)

    def mark(self, path: Path, file: str, row: int) -> None:
        """Remember where a path stands; the first place counts."""
        if not self.rows or self.rows[-1] != (file, row):
            self.rows.append((file, row))
        self.lines.setdefault(path, len(self.rows))

    def placed(self, problem: Problem) -> Problem:
        """Return a problem whose line is the number of a place, with its sheet and row."""
        number = problem.line
        file, row = self.rows[number - 1] if 0 < number <= len(self.rows) else ("", 0)
        return Problem(problem.code, problem.message, file, row, problem.path, problem.hint)
