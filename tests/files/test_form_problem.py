from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.case import Case
from detente.files.form_problem import fields_at, form_problem, real_path
from detente.files.yaml_tree import read_tree
from tests.broken.material import edited


@pytest.mark.parametrize(
    ("loc", "path"),
    [
        ((), ()),
        (("a",), ("a",)),
        (("a", 1, "b"), ("a", 1, "b")),
        (("a", 2), ("a",)),
        (("b", "[key]"), ()),
        (("a", "x"), ("a",)),
        (("a", 0, "x"), ("a", 0)),
    ],
)
def test_a_location_is_cut_to_what_the_document_holds(loc: Any, path: Any) -> None:
    assert real_path({"a": [1, {"b": 2}]}, loc) == path


@pytest.mark.parametrize(
    ("loc", "first"),
    [
        ((), "detente"),
        (("issues",), None),
        (("issues", "water"), "name"),
        (("issues", "water", "options", "quota"), "name"),
        (("issues", "water", "options", "quota", "codes"), None),
        (("issues", "water", "options", "quota", "codes", "UPP", "power"), "code"),
        (("principals", "UPP", "weights"), "points"),
        (("principals", "UPP", "weights", "points", "water"), "value"),
        (("principals", "UPP", "reserve"), "value"),
        (("chronology",), "file"),
        (("chronology", "rules", 0), "counts"),
        (("constraints", "x"), "name"),
        (("title",), None),
        (("nowhere", "x"), None),
    ],
)
def test_the_keys_of_every_element_are_known(loc: Any, first: str | None) -> None:
    fields = fields_at(loc)

    assert (fields[0] if fields else None) == first
    assert "if_" not in fields
    assert "known_from" not in fields[:-1]


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("title: A small case", "title: 7", "C103", "title: should be text"),
        ("title: A small case", "title: ''", "C104", "title: string should have at least 1"),
        ("title: A small case", 'title: "a\\nb"', "C104", "title: the text holds control"),
        ("id: small", "id: 'a b'", "C104", "id: an id is a letter"),
        ("calls: crowd", "calls: {crowd: 1}", "C103", "calls: should be a list"),
        ("{UPP: {power: 3}}", "[UPP]", "C103", "codes: should be a mapping"),
        ("{UPP: {power: 3}}", "{UPP: {power: 4}}", "C104", "a whole number from -3 to 3"),
        (
            "{UPP: {power: 3}}",
            "{UPP: {power: 2.5}}",
            "C103",
            "a whole number from -3 to 3",
        ),
        ("price: 5", "price: much", "C105", "price: 'much' is not a number"),
        ("price: 5", "price: [1, 2]", "C105", "an estimate is one number or [low, mode, high]"),
        ("price: 5", "price: {low: 1}", "C105", "needs `value`"),
        ("price: 5", "price: {value: 5, sourced: true}", "C105", "a sourced number names its fact"),
        ("price: 5", "price: true", "C105", "a number is needed, not true or false"),
        ("price: 5", "price: " + "9" * 30, "C105", "the number is too large"),
        ("as_of: 2026-01-31", "as_of: 2026-01", "C106", "a full date is needed"),
        ("name: Lowland", "known_from: 2026-02-30\n    name: Lowland", "C106", "is no day"),
        ("price: 5", "price: {value: 5, date: 2026}", "C106", "date: "),
        ("as_of: 2026-01-31", "as_of: [1]", "C103", "as_of: should be"),
    ],
)
def test_what_pydantic_finds_is_told_plainly(old: str, new: str, code: str, said: str) -> None:
    tree, _ = read_tree(edited(old, new))
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(tree.value)

    problems = [form_problem(tree, detail) for detail in caught.value.errors()]

    assert [problem.code for problem in problems] == [code]
    assert said in problems[0].message
    assert problems[0].line == edited(old, new).split(new.splitlines()[0])[0].count("\n") + 1
