"""A small case with every room of the outlook filled, and nothing wrong with it."""

from pathlib import Path

from detente.case.case import Case
from detente.files.case_file import parse_case
from tests.broken.material import edited, problems_of

OUTLOOK = Path(__file__).with_name("outlook.yaml").read_text(encoding="utf-8")


def outlook_case(old: str = "", new: str = "") -> Case:
    """Return the case, with one place of its text changed."""
    case, problems = parse_case(edited(old, new, OUTLOOK), "case.yaml")
    assert case is not None, problems
    return case


def found(old: str, new: str) -> list[tuple[str, str]]:
    """Return the code and the path of everything wrong once one place is changed."""
    return [(one.code, one.path) for one in problems_of(edited(old, new, OUTLOOK))]
