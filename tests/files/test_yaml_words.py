import pytest
import yaml

from detente.base.problem import Problem
from detente.files import yaml_tree
from detente.files.yaml_tree import read_tree
from detente.files.yaml_words import COLON, INDENT, said

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]


def problem_of(text: str) -> Problem:
    (problem,) = read_tree(text)[1]
    return problem


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("a:\n\tb: 1\n", 2, "a tab stands here; indent with spaces", "spaces"),
        ("a:\n  b: 1\n\tc: 2\n", 3, "a tab stands here; indent with spaces", "spaces"),
        ("a: 1\nreason: Volume for V: x\n", 2, 'a text here contains ": "', COLON),
        ("a: {reason: Volume for V: x}\n", 1, "in braces contains", COLON),
        ("reason: Volume\n  for V: x\n", 2, "a key stands where none can", COLON),
        ("a: 1\n  b: 2\n", 2, "a key stands where none can", INDENT),
        ("a:\n    b: 1\n  c: 2\n", 3, "indented unlike", INDENT),
        ("  a: 1\nb: 2\n", 2, "indented unlike", INDENT),
        ("a:\n  b: 1\n  - c\n", 3, "indented unlike", INDENT),
        ('a: 1\nb: "x\nc: 1\n', 2, "a quotation mark opened here is not closed", "close"),
        ("a: 'Astria's zone'\n", 1, "after the end of a text in quotes", "twice"),
        ('a: "\\d"\n', 1, "a backslash in double quotes", "single quotes"),
        ("a: [1, 2\nb: 3\n", 2, "the '[' opened on line 1 is not closed", "']'"),
        ("a: {b: 1\nc: 2\n", 2, "the '{' opened on line 1 is not closed", "'}'"),
        ("a: [1, 2}\n", 1, "the '[' opened here is not closed", "']'"),
        ("a: @x\n", 1, "no text may begin with '@'", "quotes"),
        ("a: * x\n", 1, "no text may begin with this sign", "quotes"),
        ("a: 1\nb:2\nc: 3\n", 2, "a key stands here without its ': '", "a space after"),
        ("a: - b\n", 1, "a list begins where none can", "a line of its own"),
        ("a: | x\n", 1, "begins on the next line", "new line"),
    ],
)
def test_a_breach_is_told_in_plain_words(
    text: str, line: int, message: str, hint: str, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)

    problem = problem_of(text)

    assert (problem.code, problem.line) == ("F004", line)
    assert message in problem.message
    assert hint in problem.hint


def test_what_the_reader_said_stands_in_parentheses() -> None:
    assert problem_of("a:\n\tb: 1\n").message.endswith(
        "(found character that cannot start any token)"
    )


def test_what_has_no_plain_words_is_told_as_it_is() -> None:
    assert "found incompatible YAML document" in problem_of("%YAML 9.9\n---\na: 1\n").message
    assert said(yaml.YAMLError(), "") == ("unreadable", 1, "")
