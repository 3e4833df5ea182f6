import pytest

from detente.case.case import Case
from detente.files.case_yaml import case_yaml
from detente.files.opened import open_case
from detente.files.resolve import builtin_names
from detente.files.yaml_tree import read_tree
from detente.testing import random_case
from tests.files.tables.material import full_case


def _again(text: str) -> Case:
    tree, problems = read_tree(text)
    assert not problems
    return Case.model_validate(tree.value)


def test_a_case_with_every_key_reads_as_it_was() -> None:
    assert _again(case_yaml(full_case())) == full_case()


@pytest.mark.parametrize("seed", range(40))
def test_cases_read_as_they_were(seed: int) -> None:
    case = random_case(seed)

    assert _again(case_yaml(case)) == case


@pytest.mark.parametrize("name", builtin_names())
def test_built_in_cases_read_as_they_were_and_are_for_people(name: str) -> None:
    case = open_case(name).case
    text = case_yaml(case)

    assert _again(text) == case
    assert text.startswith("detente: 1\nid: ")
    assert max(map(len, text.splitlines())) <= 200
