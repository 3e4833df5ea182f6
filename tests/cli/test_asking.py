from fractions import Fraction

import click
import pytest

from detente.cli import asking
from tests.cli.saying import say


def test_a_choice_is_asked_again_until_it_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(monkeypatch, "four", 0, 4, -1, "²", 1.0, "9" * 5000, " 3 ")

    assert asking.choice("Which?", 3) == 2

    out = capsys.readouterr().out
    assert out.count("Which? [1-3]: ") == 8
    assert out.count("Error: a whole number from 1 to 3 is needed") == 7


def test_a_choice_of_none(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, 0)

    assert asking.choice("Which?", 3, none=True) is None


@pytest.mark.parametrize(
    ("said", "number"), [("60", 60), ("12.50", Fraction(25, 2)), ("200/3", Fraction(200, 3))]
)
def test_a_number_is_exact(monkeypatch: pytest.MonkeyPatch, said: str, number: Fraction) -> None:
    say(monkeypatch, "much", "-1", "100.1", "1e1", "nan", said)

    assert asking.number("How much?", Fraction(0), Fraction(100)) == number


def test_a_number_above_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(monkeypatch, 0, 1)

    assert asking.number("How much?", Fraction(0), Fraction(100), above=True) == 1
    assert "more than 0, and 100 at most" in capsys.readouterr().out


def test_a_range_holds_its_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = (Fraction(20), Fraction(61, 2))
    say(monkeypatch, "20", "31 40", "a b", "-1 30", "20 101", "20, 40")

    assert [*asking.ends("Between?", Fraction(30), known)] == [20, 40]
    assert "Between? [20 30.5]: " in capsys.readouterr().out

    say(monkeypatch, "")
    assert asking.ends("Between?", Fraction(30), known) == known


def test_a_text_is_one_line_of_printable_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "", "  ", "a\x1b[31m", "x" * 3001, "\u202eabc", " said in spring ")

    assert asking.prose("Why?") == "said in spring"

    say(monkeypatch, "")
    assert asking.prose("Who?", "anna") == "anna"


def test_an_end_of_the_answers_interrupts(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "x")

    with pytest.raises(click.Abort):
        asking.choice("Which?", 3)


def test_things_are_numbered_from_1(capsys: pytest.CaptureFixture[str]) -> None:
    asking.listed(["a", "b"])

    assert capsys.readouterr().out == "   1  a\n   2  b\n"


def test_a_number_that_is_not_shown_whole_says_so() -> None:
    assert asking.shown(Fraction(-1, 3)) == "about -0.3"
    assert asking.shown(Fraction(123456)) == "123456.0"
