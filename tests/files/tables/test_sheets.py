from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.shape import bare, is_model
from detente.files.tables.sheets import BY_NAME, OWNERS, SHEETS
from tests.files.tables.material import FULL, full_case


def test_sheets_and_their_columns_have_names_of_their_own() -> None:
    assert len(BY_NAME) == len(SHEETS)
    for sheet in SHEETS:
        names = [column.name for column in sheet.header]
        assert len({*names}) == len(names), sheet.name
        assert all(column.meaning.endswith(".") for column in sheet.header), sheet.name


def test_columns_refer_to_sheets_that_there_are() -> None:
    named = {column.refers for sheet in SHEETS for column in sheet.header}

    assert named - {""} <= {*BY_NAME}


def _leaves(value: Any, form: Any) -> Iterator[tuple[str, str]]:
    """Yield every key of every form that a value uses."""
    form = bare(form)
    if is_model(form) and form is not Estimate and isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            if getattr(value, name) != info.get_default(call_default_factory=True):
                yield type(value).__name__, name
                yield from _leaves(getattr(value, name), info.annotation)
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item, get_args(form)[0])
    elif hasattr(value, "items"):
        for inner in value.values():
            yield from _leaves(inner, get_args(form)[1] if get_args(form) else None)


def _forms(form: Any, found: dict[str, type[BaseModel]]) -> dict[str, type[BaseModel]]:
    form = bare(form)
    if is_model(form) and form is not Estimate and form.__name__ not in found:
        found[form.__name__] = form
        for info in form.model_fields.values():
            _forms(info.annotation, found)
    for inner in get_args(form):
        _forms(inner, found)
    return found


def test_the_full_case_of_these_tests_uses_every_key_of_every_form() -> None:
    """A key added to a form is added to the full case, whose round trip then needs its column."""
    used = set(_leaves(full_case(), Case))
    forms = _forms(Case, {})
    every = {(name, key) for name, form in forms.items() for key in form.model_fields}

    assert {*FULL} == {*Case.model_fields}
    assert every - used == set()


def test_owners_of_changes_are_where_the_case_has_them() -> None:
    for of, place in OWNERS.items():
        value: Any = FULL
        for step in place:
            value = next(iter(value.values())) if step == "{id}" else value[step]
        assert "principals" in value, of
