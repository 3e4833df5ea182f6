"""Problems of one file, gathered as they are found."""

from __future__ import annotations

from detente.base.problem import Problem


class Told:
    """What is wrong with a file; calling it adds a problem.

    Examples
    --------
    >>> say = Told("a.xml")
    >>> say("G806", "'ten' is no number", 3)
    >>> str(say.problems[0])
    "a.xml:3: G806 'ten' is no number"
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def __call__(self, code: str, message: str, line: int, hint: str = "") -> None:
        """Add a problem by its code, what is wrong, the line, and how to mend it."""
        self.problems.append(Problem(code, message, self.file, line, hint=hint))
