"""The two-issue case of the examples."""

from __future__ import annotations

import subprocess
import sys

from detente.case.consistency import findings
from detente.case.numbers import numbers
from detente.case.preference import scores
from detente.testing import tabulate, two_issue_case


def test_the_two_issue_case() -> None:
    case = two_issue_case()
    assert findings(case) == ()
    assert scores(case, "A", "price") == {"low": 0, "middle": 60, "high": 100}
    assert [number.kind for number in numbers(case)][:2] == ["weight", "weight"]


def test_its_gains_are_those_of_its_docstring() -> None:
    # Price 70 to A and 40 to B, delivery 30 and 60: the middle price is 0.6·70 and -0.4·40.
    table = tabulate(two_issue_case())
    found = {row.package: tuple(map(int, table.vector(row))) for row in table.rows}
    assert found == {
        ("low", "late"): (0, 0),
        ("low", "early"): (-30, 60),
        ("middle", "late"): (42, -16),
        ("middle", "early"): (12, 44),
        ("high", "late"): (70, -40),
        ("high", "early"): (40, 20),
    }


def test_the_public_extra_needs_no_hypothesis() -> None:
    code = "import sys, detente.testing; sys.exit('hypothesis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
