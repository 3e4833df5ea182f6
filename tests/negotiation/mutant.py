"""A fault put into the engine on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import detente

SOURCE = Path(detente.__file__).parent


@dataclass(frozen=True)
class Mutant:
    """One fault: in ``file`` the text ``old``, which stands there once, becomes ``new``."""

    name: str
    file: str
    old: str
    new: str

    @property
    def module(self) -> str:
        """The module of the file."""
        return "detente." + self.file.removesuffix(".py").replace("/", ".")

    @property
    def text(self) -> str:
        """The file's text with the fault; raises if ``old`` does not stand there exactly once."""
        text = (SOURCE / self.file).read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise LookupError(
                f"{self.name}: {self.file} holds its text {text.count(self.old)} times"
            )
        return text.replace(self.old, self.new)
