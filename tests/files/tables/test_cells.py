from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.files.tables.cells import (
    CellError,
    as_json,
    decoded,
    encoded,
    from_json,
    guarded,
    unguarded,
)
from detente.files.tables.column import Kind


@given(st.text())
def test_a_guarded_text_reads_as_it_was_and_runs_nowhere(text: str) -> None:
    cell = guarded(text)

    assert unguarded(cell) == text
    assert not cell.startswith(("=", "@", "\t", "\r"))


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), min_size=1))
def test_words_read_as_they_were(words: list[str]) -> None:
    assert decoded("words", encoded("words", words)) == words


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9
    )
)
def test_decimals_are_exact_even_through_binary(value: Decimal) -> None:
    cell = encoded("number", value)
    through = Decimal(repr(float(cell))) if isinstance(cell, Decimal) else Decimal(str(cell))

    assert through == value


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("number", "2/15", "2/15"),
        ("number", "−5", -5),
        ("number", " 0.10 ", Decimal("0.10")),
        ("number", "1,5", "1,5"),
        ("whole", "+2", 2),
        ("flag", "YES", True),
        ("flag", False, False),
        ("flag", 1, True),
        ("ids", "A|B, C\nD", ["A", "B", "C", "D"]),
        ("ids", " ", []),
        ("selection", "i = a | b; j =", {"i": ["a", "b"], "j": []}),
        ("line", 2017, "2017"),
        ("line", Decimal("0.5"), "0.5"),
        ("line", True, "true"),
        ("id", " A ", "A"),
    ],
)  # fmt: skip
def test_cells_are_read_by_the_kind_of_their_column(kind: Kind, cell: Any, value: Any) -> None:
    found = decoded(kind, cell)

    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "cell", "part"),
    [
        ("flag", "maybe", "neither yes nor no"),
        ("number", True, "true or false"),
        ("number", "2017-02-15", "is a date"),
        ("selection", "water", "not written"),
        ("selection", "i = a = b", "not written"),
        ("selection", "i = a; i = b", "stands twice"),
    ],
)
def test_what_no_cell_of_a_kind_can_mean_is_refused(kind: Kind, cell: Any, part: str) -> None:
    with pytest.raises(CellError, match=part) as caught:
        decoded(kind, cell)

    assert caught.value.hint


def test_long_numbers_are_texts_that_no_spreadsheet_rounds() -> None:
    assert encoded("number", 10**17) == "100000000000000000"
    assert encoded("number", Decimal("0.10")) == "0.10"
    assert encoded("number", 2.5) == Decimal("2.5")


def test_json_keeps_decimals_and_refuses_what_it_is_not() -> None:
    value = {"a": [1, Decimal("0.10"), None, True, "x"]}

    assert from_json(as_json(value)) == value
    assert str(from_json(as_json(value))["a"][1]) == "0.10"
    with pytest.raises(CellError, match="not JSON"):
        from_json("json: {")
    with pytest.raises(CellError, match="not JSON"):
        from_json("json: " + "[" * 100_000)


@pytest.mark.parametrize("text", ["NaN", "1e5", "Infinity", "9" * 5000, "[" * 20 + "]" * 20])
def test_json_that_no_case_file_could_hold_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        from_json(f"json: {text}")
