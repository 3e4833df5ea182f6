"""The reference says what the code does: generated pages, commands, options, methods and rooms."""

import importlib
import json
import re

import click
import pytest

from detente.base.codes import CODES
from detente.cli.main import COMMANDS
from detente.study.brief import brief
from detente.testing import two_issue_case
from docs.error_pages import FAMILIES
from docs.field_words import WORDS
from docs.generate import MODELS, REFERENCE, case_schema, pages

PAGES = pages()
KIB = 60
METHODS = {
    "merge": "detente.solve.merge",
    "frontier": "detente.negotiation.frontier",
    "bargaining": "detente.negotiation.bargaining",
    "offers": "detente.negotiation.offers",
    "blocks": "detente.study.blocks",
    "relation": "detente.study.relation",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_has_not_drifted(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")

    assert written == PAGES[name], "run: python -m docs.generate"


def test_no_generated_page_is_left_over() -> None:
    kept = {
        path.relative_to(REFERENCE).as_posix()
        for folder in ("api", "errors", "schemas")
        for path in (REFERENCE / folder).iterdir()
    }

    assert kept <= PAGES.keys()


def test_schemas_are_json_of_a_size_an_editor_loads() -> None:
    for name, text in PAGES.items():
        if name.endswith(".json"):
            assert json.loads(text)["type"] == "object"
            assert len(text.encode()) <= KIB * 1024


def test_every_model_of_the_form_stands_on_the_page() -> None:
    assert {*case_schema()["$defs"], "Case"} == {*MODELS}


def test_words_are_given_for_keys_that_exist() -> None:
    models = {**case_schema()["$defs"], "Case": case_schema()}

    assert all(WORDS[name].keys() <= models[name]["properties"].keys() for name in WORDS)


def test_every_code_belongs_to_a_family() -> None:
    assert all(code.startswith(tuple(FAMILIES)) for code in CODES)


def test_the_command_line_page_tells_every_command_and_option() -> None:
    text = (REFERENCE / "command-line.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `detente (\w+)`\n(.*?)(?=^## |\Z)", text, re.M | re.S))

    assert sections.keys() == COMMANDS.keys()
    for name, section in sections.items():
        command = importlib.import_module(f"detente.cli.{name}").command
        for parameter in command.params:
            wanted = parameter.opts if isinstance(parameter, click.Option) else [parameter.name]
            for word in wanted:
                assert f"`{word.upper() if word == parameter.name else word}" in section, word


def test_every_method_that_a_result_names_has_its_page() -> None:
    result = brief(two_issue_case())
    named = {"brief", "relation"}
    named |= {result.agreement.provenance.method, result.reach.provenance.method}
    named |= {result.blocks.provenance.method, result.judgements.provenance.method}
    named |= {part.provenance.method for part in result.offers}

    assert all((REFERENCE / "methods" / f"{method}.md").is_file() for method in named)


@pytest.mark.parametrize(("page", "module"), METHODS.items())
def test_a_method_names_a_module_that_exists(page: str, module: str) -> None:
    assert importlib.import_module(module).__doc__
    assert module in (REFERENCE / "methods" / f"{page}.md").read_text(encoding="utf-8")
