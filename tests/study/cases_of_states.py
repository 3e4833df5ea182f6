"""A small case between Japan and Russia, of any date."""

from __future__ import annotations

from detente.case.case import Case
from detente.files.case_file import parse_case
from tests.broken.material import SMALL


def text_of_states(as_of: str) -> str:
    """Return the small case's file with two states as principals."""
    renamed = SMALL.replace("UPP", "JPN").replace("LOW", "RUS").replace("Upland", "Japan")
    return renamed.replace("Lowland", "Russia").replace("2026-01-31", as_of)


def case_of_states(as_of: str) -> Case:
    """Return the case."""
    parsed, problems = parse_case(text_of_states(as_of), "case.yaml")
    assert not problems
    assert parsed is not None
    return parsed
