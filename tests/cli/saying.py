"""Answers given to the program's questions."""

import io
import sys

import pytest


def say(monkeypatch: pytest.MonkeyPatch, *answers: object) -> None:
    """Let a person give these answers, one a line, and then nothing more."""
    lines = "".join(f"{answer}\n" for answer in answers)
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
