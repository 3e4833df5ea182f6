import math

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.readers import rule as module
from detente.store.readers.rule import (
    JointRule,
    Rule,
    no_number,
    number_rule,
    present,
    to_day,
    to_number,
)


def test_each_distinct_value_is_asked_about_once() -> None:
    asked: list[str] = []

    def answer(text: str) -> int:
        asked.append(text)
        return len(text)

    rule = Rule(answer, pa.int64())
    values = pa.array(["a", None, "bb", "a"])

    assert rule(values).to_pylist() == rule(values).to_pylist() == [1, None, 2, 1]
    assert asked == ["a", "bb"]


def test_a_rule_forgets_when_it_knows_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    asked: list[str] = []
    rule = Rule(asked.append, pa.string())

    for values in (["a", "b", "c"], ["a"]):
        rule(pa.array(values))

    assert asked == ["a", "b", "c", "a"]


def test_a_rule_of_several_columns() -> None:
    rule = JointRule(lambda a, b: f"{a}-{b}", pa.string())

    assert rule(pa.array(["x", None]), pa.array(["y", "z"])).to_pylist() == ["x-y", "-z"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018",
        "2018-1-1",
        "2018-0101",
        "20180230",
        "1899-12-31",
        "2101-01-01",
        "\uff12\uff10\uff11\uff18-01-01",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert to_day(text) is None


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "0x1", "1_0", "\uff13", "1,5", " 1", "."])
def test_what_is_no_number(text: str) -> None:
    assert math.isnan(to_number(text) or 0)


@given(st.floats(-1e9, 1e9).filter(lambda x: x == 0 or abs(x) > 1e-9))
def test_numbers_are_read_as_python_writes_them(number: float) -> None:
    assert to_number(repr(number)) == number


def test_a_number_outside_its_range_is_none() -> None:
    numbers = number_rule(-10, 10)(pa.array(["-10", "10.0", "10.1", "", None]))

    assert no_number(numbers).to_pylist() == [False, False, True, False, False]


def test_words_for_nothing_are_null() -> None:
    assert present(pa.array(["", "NULL", "None", "Nonesuch", None])).to_pylist() == [
        None,
        None,
        None,
        "Nonesuch",
        None,
    ]
