from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.files.yaml_text import WIDTH, block, flow, settled
from detente.files.yaml_tree import read_tree

TEXTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff"), max_size=150
)
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True)
LEAVES = (
    TEXTS
    | st.integers(-999, 999)
    | st.booleans()
    | st.none()
    | st.sampled_from(
        [
            "no",
            "007",
            "1.",
            "null",
            "a: b",
            "- x",
            "# c",
            "2017-05-11",
            "1e5",
            "~",
            "word " * 40 + "end",
        ]
    )
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(IDS, inner, max_size=3)
)


@given(st.dictionaries(IDS, VALUES, min_size=1, max_size=4), st.integers(0, 4))
def test_what_is_written_is_read_again(value: dict[str, Any], indent: int) -> None:
    text = "\n".join(row for key, held in value.items() for row in block(key, held, indent))

    tree, problems = read_tree(text)

    assert (tree.value, problems) == (value, ())


@given(VALUES)
def test_what_is_written_on_one_line_is_read_again(value: Any) -> None:
    tree, problems = read_tree(f"[{flow(value)}]")

    assert (tree.value, problems) == ([value], ())
    assert "\n" not in flow(value)


def test_long_prose_is_folded_within_the_width() -> None:
    rows = block("reason", "a reason of many words " * 20 + "that ends.", 4)

    assert rows[0] == "    reason: >-"
    assert len(rows) > 4
    assert max(map(len, rows)) <= WIDTH


def test_short_mappings_stay_on_the_line_of_their_key() -> None:
    points = {"water": {"value": [Decimal("2.5"), 3, 4]}, "power": 5}
    long = {"points": points, "reason": "It rains less than it did, and less often."}

    assert block("weights", long, 2) == [
        "  weights:",
        "    points: {water: {value: [2.5, 3, 4]}, power: 5}",
        "    reason: It rains less than it did, and less often.",
    ]
    assert block("all", ["a" * 40, points], 0) == [
        "all:",
        f"  - {'a' * 40}",
        "  - {water: {value: [2.5, 3, 4]}, power: 5}",
    ]


def test_fractions_are_settled_exactly() -> None:
    assert settled({"a": (Fraction(1, 3), Fraction(334, 10), Fraction(5)), "b": "x"}) == {
        "a": ["1/3", Decimal("33.4"), 5],
        "b": "x",
    }


def test_a_date_needs_no_quotes_and_digits_do() -> None:
    assert flow(["2017-05-11", "007", "no"]) == "[2017-05-11, '007', 'no']"


def test_what_a_case_file_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        flow(0.5)
