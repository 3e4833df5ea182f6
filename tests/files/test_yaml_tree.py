import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from detente.files import yaml_tree
from detente.files.yaml_tree import ALIASES, DEPTH, ELEMENTS, read_tree


def value_of(text: str) -> Any:
    tree, problems = read_tree(text)
    assert problems == ()
    return tree.value


def told(text: str) -> Sequence[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in read_tree(text)[1]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", Decimal("0.1")),
        ("0.10", Decimal("0.10")),
        ("-.5", Decimal("-0.5")),
        ("3.", Decimal(3)),
        ("123456789012345678.000000000000000001", Decimal("123456789012345678.000000000000000001")),
        ("42", 42),
        ("+7", 7),
        ("-7", -7),
        ("010", 10),
        ("no", "no"),
        ("No", "No"),
        ("on", "on"),
        ("yes", "yes"),
        ("y", "y"),
        ("1e3", "1e3"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("2/15", "2/15"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("12:30:00", "12:30:00"),
        ("2017-05-11", "2017-05-11"),
        ("2017-05-11T00:00:00Z", "2017-05-11T00:00:00Z"),
        ("true", True),
        ("False", False),
        ("TRUE", "TRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('"7"', "7"),
        ("''", ""),
        ("=", "="),
    ],
)
def test_a_scalar_is_read_by_the_rules_of_a_case(text: str, value: object) -> None:
    read = value_of(f"a: {text}\n")["a"]

    assert read == value
    assert type(read) is type(value)


def test_every_element_has_its_line() -> None:
    tree, _ = read_tree(
        "a: 1\nb:\n  - x\n  - {c: 2,\n     d: 3}\n\n# rest\ne: >-\n  long\n  text\nf: 1\n"
    )

    lines = {
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "d"): 5,
        ("e",): 8,
        ("f",): 11,
    }
    assert {path: tree.line(path) for path in lines} == lines
    assert tree.line(("b", 1, "d", "nothing", "here")) == 5
    assert tree.line(("nothing",)) == 1


def test_crlf_and_a_last_line_without_end_are_read() -> None:
    tree, problems = read_tree("a: 1\r\nb: 2\r\nb: 3")

    assert tree.value == {"a": 1, "b": 3}
    assert [(p.code, p.line) for p in problems] == [("F005", 3)]


def test_all_double_keys_are_told_with_their_first_line() -> None:
    tree, problems = read_tree("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n")

    assert [(p.line, p.path) for p in problems] == [(2, "b.c"), (3, "a"), (4, "a")]
    assert tree.doubled == [("b", "c"), ("a",), ("a",)]
    assert "first on line 1" in problems[1].message


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("deep lists", "[" * 100_000, ("F006", 1)),
        ("deep mappings", "{a: " * 100_000, ("F006", 1)),
        ("deep indentation", "".join(f"{' ' * n}a:\n" for n in range(400)), ("F006", DEPTH)),
        ("billion laughs", LAUGHS, ("F009", 1)),
        ("many aliases", "a: &a x\nb: [" + "*a, " * (ALIASES + 1) + "]\n", ("F006", 2)),
        ("many elements", "a: [" + "1," * ELEMENTS + "]\n", ("F006", 1)),
        ("an alias of nothing", "a: 1\nb: *c\n", ("F009", 2)),
        ("an alias of itself", "a: &a [*a]\n", ("F009", 1)),
        ("python object", "a: 1\nb: !!python/object/apply:os.system [true]\n", ("F009", 2)),
        ("own tag", "a: !x 1\n", ("F009", 1)),
        ("known tag", "a: !!int 1\n", ("F009", 1)),
        ("merge key", "a: 1\nb:\n  <<: {c: 1}\n", ("F009", 3)),
        ("list as key", "a: 1\n? [a, b]\n: 1\n", ("F009", 2)),
        ("mapping as key", "{{a: 1}: 1}\n", ("F009", 1)),
        ("decimal as key", "1.5: 1\n", ("F009", 1)),
        ("no key", "~: 1\n", ("F009", 1)),
        ("true as key", "true: 1\n", ("F009", 1)),
        ("two documents", "a: 1\n---\nb: 1\n", ("F009", 2)),
        ("tab", "a:\n\tb: 1\n", ("F004", 2)),
        ("open quote", 'a: 1\nb: "x\n', ("F004", 2)),
        ("open list", "a: [1,\nb\n", ("F004", 3)),
        ("NUL", "a: 1\nb: x\0y\n", ("F004", 2)),
        ("escape", "a: 1\n\nb: \x1b[31m\n", ("F004", 3)),
        ("lone surrogate", "a: 1\nb: \ud800\n", ("F004", 2)),
        ("escaped surrogate", 'a: 1\nb: "\\ud800"\n', ("F004", 2)),
        ("unknown directive", "%YAML 9.9\n---\na: 1\n", ("F004", 1)),
        ("at sign", "a: 1\nb: @x\n", ("F004", 2)),
        ("percent", "a: 1\nb: %x\n", ("F004", 2)),
    ],
)
def test_what_a_case_cannot_be_is_refused_at_its_line(
    name: str, text: str, expected: tuple[str, int]
) -> None:
    assert told(text) == [expected], name


def test_the_limits_themselves_are_within() -> None:
    assert told("a: &a x\nb: [" + "*a, " * ALIASES + "]\n") == []
    assert told("[" * DEPTH + "]" * DEPTH) == []
    assert told("[" + "1," * (ELEMENTS - 1) + "]") == []


def test_an_alias_of_one_value_is_that_value() -> None:
    assert value_of("a: &x 0.5\nb: [*x, *x]\n") == {"a": Decimal("0.5"), "b": [Decimal("0.5")] * 2}


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("# a\n\n", None), ("- 1", [1]), ("x", "x")]
)
def test_any_root_is_read(text: str, value: object) -> None:
    assert value_of(text) == value


def test_the_recursion_limit_does_not_matter() -> None:
    assert sys.getrecursionlimit() < 100_000
    assert told("- " * 100_000 + "x") == [("F006", 1)]


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#,\n \t0.~<\r\x00\ud800é\u2028"), max_size=60))
def test_any_text_is_read_or_refused_within_its_lines(text: str) -> None:
    _, problems = read_tree(text)

    lines = len(text.splitlines()) + 1
    assert all(1 <= problem.line <= lines for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000,
        "a: [" + "1, " * 100 + "]",
        LAUGHS,
        'a: "\\ud800"\n',
        "a:\n\tb: 1\n",
        "a: 1\na: 2\n",
        "a: no\nb: 0.10\nc: 2017-05-11\nd: >-\n  x\n",
        "a: !!int 1\n",
        "a: 1\n---\nb: 1\n",
        "a: @x\n",
    ],
)
def test_the_slow_reader_says_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, quick = read_tree(text)
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    slow, late = read_tree(text)

    assert slow == fast
    assert [(p.code, p.line) for p in late] == [(p.code, p.line) for p in quick]
