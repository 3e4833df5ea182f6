"""Material for tests of the doors: a small case, what is wrong with a text, refreshed goldens."""

import os
from pathlib import Path

import yaml

from detente.base.problem import Problem
from detente.files.case_file import parse_case
from detente.files.template import new_case

FOLDER = Path(__file__).parent
CODES = FOLDER / "codes"
SMALL = (CODES / "U601.yaml").read_text(encoding="utf-8")
TEMPLATE = new_case("river")


def edited(old: str, new: str, text: str = SMALL) -> str:
    """Return a text with its one place of ``old`` changed; later places stay."""
    assert old in text, old
    return text.replace(old, new, 1)


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a case file."""
    return parse_case(text, "case.yaml")[1]


def told(text: str) -> list[tuple[str, int]]:
    """Return the code and the line of everything wrong with a case file."""
    return [(problem.code, problem.line) for problem in problems_of(text)]


def line_of(text: str, part: str) -> int:
    """Return the line on which a text first holds a part."""
    return text[: text.index(part)].count("\n") + 1


def write_yaml(value: object) -> str:
    """Write plain values as YAML, keys in their order."""
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)


def check_golden(path: Path, text: str) -> None:
    """Compare a text with its golden file; ``UPDATE_GOLDEN=1`` in the environment rewrites it."""
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{path.name}: UPDATE_GOLDEN=1 rewrites it"
