import io
from pathlib import Path

import pytest
from rich.console import Console

from detente.report.tables import Column, Sheet
from detente.report.text import print_brief, print_sheets
from detente.study.brief import brief
from detente.testing import random_case, two_issue_case
from tests.broken.material import check_golden
from tests.report.full_case import full

PLACES = [f"{n}." for n in range(1, 8)]
GOLDEN = Path(__file__).parent / "golden"


def _printed(seed: int | None, width: int = 100, *, colour: bool = False) -> str:
    case = two_issue_case() if seed is None else random_case(seed)
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, highlight=False, markup=False, emoji=False
    )
    print_brief(console, case, brief(case, draws=40))
    return out.getvalue()


def test_the_answer_stands_on_the_first_screen() -> None:
    first = _printed(None).splitlines()[:24]

    assert sum(line.lstrip()[:2] in ("1.", "2.", "3.", "4.", "5.") for line in first) == 5


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("width", [60, 100])
def test_every_case_prints_within_its_width(seed: int, width: int) -> None:
    lines = _printed(seed, width).splitlines()

    assert lines
    assert all(len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_the_brief_of_the_full_case_is_as_recorded() -> None:
    out = io.StringIO()

    print_brief(Console(file=out, width=100, highlight=False, markup=False, emoji=False), *full())

    assert sum(line.lstrip()[:2] in PLACES for line in out.getvalue().splitlines()[:48]) == 7
    assert max(map(len, out.getvalue().splitlines())) <= 100
    check_golden(GOLDEN / "full.txt", out.getvalue())


def test_tables_are_printed_each_under_its_heading_and_notes() -> None:
    out = io.StringIO()
    sheets = [
        Sheet("First", ("A note.",), (Column("what"), Column("n", number=True)), [("a", "1")]),
        Sheet("Second", ("Nothing to tell.",), (), ()),
    ]

    print_sheets(Console(file=out, width=40), sheets)

    lines = [line.split(" ──")[0] for line in out.getvalue().splitlines() if line]
    assert lines == ["First", "A note.", "what   n", "────────", "a      1", *lines[5:]]
    assert lines[5:] == ["Second", "Nothing to tell."]


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in _printed(None)
    assert "\x1b[" in _printed(None, colour=True)
