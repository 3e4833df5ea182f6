import difflib
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from detente.files.case_file import parse_case
from detente.files.edit import Splice, put, spliced
from detente.files.resolve import resolve
from detente.files.template import new_case
from detente.files.yaml_marks import marked, walk
from detente.files.yaml_tree import read_tree

REFERENCE = resolve("japan-russia-2017").read_text(encoding="utf-8")
LEAVES = [
    path
    for path, node in walk(marked(REFERENCE))
    if node.kind == "scalar" and not node.literal and "\n" not in REFERENCE[node.start : node.end]
]
TEMPLATE = new_case("river")
SET = {
    "name": "other weights",
    "signer": "anna",
    "reason": "Said in the talks of spring, in which both sides spoke of little but the water.",
    "changes": {"principals": {"UPP": {"weights": {"points": {"water": 50, "power": 50}}}}},
}


def changed(before: str, after: str) -> list[str]:
    """Return the lines that differ, the old ones with a minus."""
    rows = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [row for row in rows if row[:2] not in ("--", "++", "@@")]


@pytest.mark.parametrize("path", LEAVES[::60], ids=".".join)
def test_one_value_of_the_reference_case_changes_one_line(path: tuple[str, ...]) -> None:
    rows = changed(REFERENCE, put(REFERENCE, path, "something else"))

    assert [row[0] for row in rows] == ["-", "+"]
    assert "something else" in rows[1]


def test_what_is_added_to_the_reference_case_changes_no_line_of_it() -> None:
    after = put(put(REFERENCE, ("signers", "anna"), {"name": "Anna"}), ("claims", "x"), SET)

    rows = changed(REFERENCE, after)
    assert {row[0] for row in rows} == {"+"}
    assert "+  anna: {name: Anna}" in rows


def test_a_judgement_set_is_added_to_a_case_and_its_comments_stay() -> None:
    text = put(TEMPLATE, ("signers", "anna"), {"name": "Anna Müller"})
    text = put(text, ("judgement_sets", "anna"), SET)

    case, problems = parse_case(text, "river.yaml")

    assert problems == ()
    assert case is not None
    assert case.judgement_sets["anna"].signer == "anna"
    assert [row[0] for row in changed(TEMPLATE, text)].count("-") == 0


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        ("a: {b: 1}  # x\n", "a.b", 2, "a: {b: 2}  # x\n"),
        ("a: {b: 1}  # x\n", "a.c", 2, "a: {b: 1, c: 2}  # x\n"),
        ("a: {}  # x\n# y\n", "a.c", 2, "a:  # x\n  c: 2\n# y\n"),
        ("a: {b: {}}\n", "a.b.c", 2, "a: {b: {c: 2}}\n"),
        ("a: {b: 1,\n    c: 2}\n", "a.d", 3, "a: {b: 1,\n    c: 2,\n    d: 3}\n"),
        ("a: {b: 1,}\n", "a.d", 3, "a: {b: 1, d: 3,}\n"),
        (
            "a:\n    b: 1  # x\n\n# y\nc: 2\n",
            "a.d",
            3,
            "a:\n    b: 1  # x\n    d: 3\n\n# y\nc: 2\n",
        ),
        ("a:\n  b: |\n    x\n\n# y\n", "a.d", 3, "a:\n  b: |\n    x\n  d: 3\n\n# y\n"),
        ("a:\n  b: |+\n    x\n\n# y\n", "a.d", 3, "a:\n  b: |+\n    x\n\n  d: 3\n# y\n"),
        ("a: 1", "b", 2, "a: 1\nb: 2"),
        ("a: 1\r\nc: 3\r\n", "b.d", 2, "a: 1\r\nc: 3\r\nb: {d: 2}\r\n"),
        ("a:   # x\n", "a", 2, "a: 2   # x\n"),
        ("a:\n- 1\n- 2\n", "b", 2, "a:\n- 1\n- 2\nb: 2\n"),
        ("a: 'x'  # x\n", "a", "it's", "a: it's  # x\n"),
        ("a: [1, 2]  # x\n", "a", [3, Decimal("4.5"), Fraction(1, 3)], "a: [3, 4.5, 1/3]  # x\n"),
        ("{a: 1}", "b", {"c": [1]}, "{a: 1, b: {c: [1]}}"),
    ],
)
def test_an_edit_leaves_all_else_as_it_is(text: str, path: str, value: Any, after: str) -> None:
    assert put(text, path.split("."), value) == after


def test_a_key_stands_where_the_form_has_it() -> None:
    text = (
        "# head\ndetente: 1\nas_of: 2017-05-11  # day\n\nissues:\n  a:\n    # b\n    options: {}\n"
    )

    text = put(text, ("title",), "T")
    text = put(text, ("signers", "anna"), {"name": "Anna"})
    text = put(text, ("issues", "a", "name"), "A")

    assert text == (
        "# head\ndetente: 1\ntitle: T\nas_of: 2017-05-11  # day\nsigners: {anna: {name: Anna}}\n\n"
        "issues:\n  a:\n    # b\n    name: A\n    options: {}\n"
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a:\n  b: 1\n", "a"),
        ("a: >-\n  x\n", "a"),
        ("a: [1, # x\n  2]\n", "a"),
        ("a: 1\n", "a.b"),
        ("a: [1]\n", "a.b"),
    ],
)
def test_what_would_lose_something_is_refused(text: str, path: str) -> None:
    with pytest.raises(ValueError, match=r"^a "):
        put(text, path.split("."), 2)


def test_a_text_that_says_something_else_afterwards_is_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("detente.files.edit.spliced", lambda text, _: text)

    with pytest.raises(RuntimeError, match=r"a\.b could not be written"):
        put("a: {b: 1}\n", ("a", "b"), 2)


def test_stretches_are_replaced_from_the_end() -> None:
    assert spliced("abc", [Splice(0, 1, "xx"), Splice(2, 3, ""), Splice(1, 1, "-")]) == "xx-b"
    assert read_tree(spliced("a: 1", [Splice(3, 4, "2")]))[0].value == {"a": 2}
