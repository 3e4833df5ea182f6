import io

import pytest
from rich.console import Console

from detente.report.text import print_brief
from detente.study.brief import brief
from detente.testing import random_case, two_issue_case


def _printed(seed: int | None, width: int = 100, *, colour: bool = False) -> str:
    case = two_issue_case() if seed is None else random_case(seed)
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, highlight=False, markup=False, emoji=False
    )
    print_brief(console, case, brief(case))
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


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in _printed(None)
    assert "\x1b[" in _printed(None, colour=True)
