from collections.abc import Mapping

from detente.base.day import Day
from detente.base.exact import Exact
from detente.case.case import Case, Fact
from detente.case.form import Id, Line, Words
from detente.files.tables.column import KINDS, kind_of


def test_a_type_says_the_kind_of_its_cells() -> None:
    assert kind_of(Id | None) == "id"
    assert kind_of(Words) == "words"
    assert kind_of(Day) == "day"
    assert kind_of(Exact) == "number"
    assert kind_of(Mapping[Id, Id]) == "selection"
    assert kind_of(Mapping[Line, Line]) is None


def test_constraints_beside_a_field_tell_a_text_from_a_line() -> None:
    text, source = Fact.model_fields["text"], Fact.model_fields["source"]

    assert kind_of(text.annotation, tuple(text.metadata)) == "text"
    assert kind_of(source.annotation, tuple(source.metadata)) == "line"


def test_rooms_need_sheets_of_their_own() -> None:
    assert kind_of(Case.model_fields["issues"].annotation) is None
    assert all(KINDS.values())
