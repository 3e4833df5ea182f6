"""One thing wrong with what was given: its code, its place, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem.

    Texts come from files that may hold anything: control characters are written as escapes, so
    that a terminal shows and does not obey them, and a very long text is cut.

    Attributes
    ----------
    code
        Stable code, one page each in the reference (see :mod:`detente.base.codes`).
    message
        What is wrong, in one sentence.
    file, line
        Where; the line counts from 1, and is 0 when the problem is the file as a whole.
    path
        The element, as ``issues.territory.options.two_1956``.
    hint
        How to mend it.
    """

    code: str
    message: str
    file: str = ""
    line: int = 0
    path: str = ""
    hint: str = ""

    def __post_init__(self) -> None:
        for name in ("message", "file", "path", "hint"):
            object.__setattr__(self, name, _plain(getattr(self, name)))

    def place(self) -> str:
        """Return ``file:line``, as editors and terminals understand it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        where = f"{self.place()}: " if self.file else ""
        hint = f"  Hint: {self.hint}" if self.hint else ""
        return f"{where}{self.code} {self.message}{hint}"


def _plain(text: str) -> str:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)
