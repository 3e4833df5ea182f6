from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.base.problem import Problem


def test_a_place_is_the_file_and_its_line() -> None:
    assert Problem("C101", "m", "case.yaml", 3).place() == "case.yaml:3"
    assert Problem("C101", "m", "case.yaml").place() == "case.yaml"
    assert Problem("C101", "m").place() == ""


def test_a_problem_says_its_place_code_message_and_hint() -> None:
    assert str(Problem("C101", "m", "f", 3, hint="h")) == "f:3: C101 m  Hint: h"
    assert str(Problem("C101", "m")) == "C101 m"


def test_a_problem_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Problem("C101", "m").code = "C102"  # type: ignore[misc] # that it cannot be set is tested


@given(st.text())
def test_control_characters_become_escapes(text: str) -> None:
    problem = Problem("C101", text, text, 1, text, text)

    for shown in (problem.message, problem.file, problem.path, problem.hint):
        assert not set(shown) & {"\x1b", "\n", "\r", "\0", "\x9b", "\u202e", "\u2066", "\ud800"}
        shown.encode()


def test_plain_prose_stays_as_it_is() -> None:
    text = "the score of “Détente” leaves −100…100"

    assert Problem("C101", text).message == text


def test_a_very_long_text_is_cut() -> None:
    message = Problem("C101", "x" * 1_000_000).message

    assert len(message) < 1_000
    assert message.endswith("…")
