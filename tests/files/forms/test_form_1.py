import re
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.files.case_file import parse_case
from detente.files.forms.form_1 import to_form_1
from detente.files.yaml_tree import read_tree
from tests.broken.material import check_golden

FOLDER = Path(__file__).parent
FILES = sorted(path for path in FOLDER.glob("*.yaml") if ".form1." not in path.name)
ISSUE = "detente: 0\nissues:\n  a:\n    name: A\n    options:\n"


def notes(text: str) -> list[str]:
    """Return the comments of a text that holds no other sign of theirs."""
    return sorted(re.findall(r"#.*", text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_of_form_0_becomes_its_golden_case_of_form_1(path: Path) -> None:
    before = path.read_text(encoding="utf-8")

    after = to_form_1(before, path.name)

    check_golden(path.with_suffix(".form1.yaml"), after)
    assert parse_case(after, path.name)[1] == ()
    assert notes(after) == notes(before)


def test_line_ends_stay() -> None:
    text = (FOLDER / "river.yaml").read_text(encoding="utf-8")

    after = to_form_1(text.replace("\n", "\r\n"), "river.yaml")

    assert after == to_form_1(text, "river.yaml").replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{low: 1, mode: 2, high: 3}", "{value: [1, 2, 3]}"),
        ("{reason: x, high: 3, low: 1, mode: 2}", "{reason: x, value: [1, 2, 3]}"),
        ("{mode: 2, reason: x, low: 1, high: 3}", "{value: [1, 2, 3], reason: x}"),
        ("{low: '1/3', mode: 2, high: *h, fact: f}", "{value: ['1/3', 2, *h], fact: f}"),
        ("{low: 1, # a\n  mode: 2, high: 3}", "{value: [1, 2, 3], # a\n  }"),
        ("{low: 1, mode: 2, # b\n high: 3, signer: s}", "{value: [1, 2, 3],  # b\n signer: s}"),
        ("{low: 1,\n mode: 2,\n high: 3,\n}", "{value: [1, 2, 3],\n}"),
        ("{value: 5, reason: x}", "{value: 5, reason: x}"),
        ("[1, 2, 3]", "[1, 2, 3]"),
        ("7", "7"),
    ],
)
def test_an_estimate_in_braces(before: str, after: str) -> None:
    head = "detente: {}\nid: &h 3\nprincipals:\n  A: {{reserve: {}}}  # end\n"

    found = to_form_1(head.format(0, before), "x.yaml")

    assert found == head.format(1, after)
    assert read_tree(found)[1] == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "      x: {status_quo: true, name: X}\n      y: {name: Y, status_quo: false}\n",
            "      x: {name: X}\n      y: {name: Y}\n",
        ),
        (
            "      x:\n        # a\n        status_quo: True\n        name: X\n",
            "      x:\n        # a\n        name: X\n",
        ),
        ("      x: {status_quo: true}\n", "      x: {}\n"),
    ],
)
def test_the_mark_of_an_option_goes_to_its_issue(before: str, after: str) -> None:
    found = to_form_1(ISSUE + before, "x.yaml")

    assert found == (
        ISSUE.replace("detente: 0", "detente: 1").replace(
            "name: A\n", "name: A\n    status_quo: x\n"
        )
        + after
    )


def test_the_mark_of_an_option_goes_to_its_issue_in_braces() -> None:
    text = "{detente: 0, issues: {a: {name: A, options: {x: {name: X, status_quo: true}}}}}"

    assert to_form_1(text, "x.yaml") == (
        "{detente: 1, issues: {a: {name: A, options: {x: {name: X}}, status_quo: x}}}"
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("detente: 0\nprincipals:\n  A:\n    reserve: {low: 1}\n", 4, "no `mode` and no `high`"),
        (
            "detente: 0\nprincipals:\n  A:\n    reserve:\n      value: 3\n      low: 1\n",
            6,
            "`value` stands beside `low`",
        ),
        (
            "detente: 0\nprincipals:\n  A:\n    reserve: {low: 1, mode: [2], high: 3}\n",
            4,
            "`mode` is no number",
        ),
        (
            "detente: 0\nprincipals:\n  A:\n    reserve: {low: 1, mode: , high: 3}\n",
            4,
            "`mode` is no number",
        ),
        (
            "detente: 0\nprincipals:\n  A:\n    reserve:\n      low: 1\n      mode: # x\n"
            "        2\n      high: 3\n",
            6,
            "a comment stands between",
        ),
        (
            "detente: 0\nprincipals:\n  A:\n    reserve:\n      low: 1\n      ? mode\n      : 2\n"
            "      high: 3\n",
            6,
            "does not begin its line",
        ),
        (ISSUE + "      x: {status_quo: 'true'}\n", 6, "`true` or absent"),
        (ISSUE + "      x: {status_quo: true}\n      y: {status_quo: true}\n", 7, "second option"),
        (
            ISSUE.replace("    name: A\n", "    status_quo: x\n") + "      x: {status_quo: true}\n",
            4,
            "an option has it too",
        ),
    ],
)
def test_what_needs_a_decision_is_refused(text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        to_form_1(text, "x.yaml")

    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == ("F010", "x.yaml", line)
    assert said in problem.message
    assert problem.hint


def test_everything_that_needs_a_decision_is_told_at_once() -> None:
    text = (FOLDER / "river.yaml").read_text(encoding="utf-8")
    text = text.replace("low: 35, ", "").replace("status_quo: false ", "status_quo: perhaps ")

    with pytest.raises(InputError) as caught:
        to_form_1(text, "river.yaml")

    assert [problem.path for problem in caught.value.problems] == [
        "principals.UPP.weights.points.water",
        "issues.water",
    ]
