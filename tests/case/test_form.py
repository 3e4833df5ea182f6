import pytest
from pydantic import TypeAdapter, ValidationError

from detente.case.form import Form, Id, Ids, Line, Prose, Selection, Words

ID, IDS = TypeAdapter(Id), TypeAdapter(Ids)
LINE, PROSE, WORDS = TypeAdapter(Line), TypeAdapter(Prose), TypeAdapter(Words)


@pytest.mark.parametrize("text", ["a", "JPN", "two_1956", "a-b", "x" * 64])
def test_an_id_is_read(text: str) -> None:
    assert ID.validate_python(text) == text


@pytest.mark.parametrize("text", ["", "1a", "_a", "a b", "a.b", "é", "a\n", "x" * 65, 7, None])
def test_what_is_no_id_is_refused(text: object) -> None:
    with pytest.raises(ValidationError):
        ID.validate_python(text)


def test_one_id_is_a_list_of_one() -> None:
    assert IDS.validate_python("a") == IDS.validate_python(["a"]) == ("a",)
    assert WORDS.validate_python("two words") == ("two words",)
    assert TypeAdapter(Selection).validate_python({"a": "x", "b": ["y", "z"]}) == {
        "a": ("x",),
        "b": ("y", "z"),
    }


@pytest.mark.parametrize("text", ["", "a\nb", "a\tb\x00", "\x1b[31m", "\u202e", "\x9b", "x" * 401])
def test_a_line_has_no_line_end_and_no_control_characters(text: str) -> None:
    with pytest.raises(ValidationError):
        LINE.validate_python(text)


def test_prose_may_run_over_lines() -> None:
    assert PROSE.validate_python("a\n\tb – “c”") == "a\n\tb – “c”"
    for text in ("", "a\x00", "\u2066a", "a\rb", "x" * 4001):
        with pytest.raises(ValidationError):
            PROSE.validate_python(text)


def test_a_form_is_closed_and_frozen() -> None:
    class Two(Form):
        a: Line

    assert Two(a="  x ").a == "x"
    with pytest.raises(ValidationError):
        Two.model_validate({"a": "x", "b": 1})
    with pytest.raises(ValidationError):
        Two(a="x").a = "y"
