"""The reference says what the code does: generated pages, commands, options, methods and rooms."""

import importlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import click
import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from detente.base.codes import CODES
from detente.cli.main import COMMANDS
from detente.files.resolve import builtin_names
from detente.files.template import new_case
from detente.negotiation.payoff import compile_case
from detente.study.brief import brief
from detente.study.compare import compare
from detente.study.frontier import frontier
from detente.study.robustness import robustness
from detente.study.window import window
from detente.testing import two_issue_case
from docs.error_pages import FAMILIES
from docs.field_words import WORDS
from docs.form_pages import MODELS
from docs.generate import REFERENCE, case_schema, pages
from tests.negotiation.compared import RANKED, compared
from tests.report.full_case import full_case
from tests.report.walked import walked

FOLDERS = ("api", "errors", "schemas")
WRITTEN = [
    *("case-file.md", "case.schema.json", "results.md", "tables.md", "errors.md", "measures.md"),
    *sorted(
        path.relative_to(REFERENCE).as_posix()
        for folder in FOLDERS
        for path in (REFERENCE / folder).iterdir()
    ),
]
SOURCE = REFERENCE.parents[1] / "src" / "detente"
KIB = 60
METHODS = {
    "adjusted-winner": "detente.negotiation.adjusted_winner",
    "bargaining": "detente.negotiation.bargaining",
    "beliefs": "detente.study.beliefs",
    "blocks": "detente.study.blocks",
    "bottleneck": "detente.negotiation.bottleneck",
    "changes": "detente.case.change",
    "claims": "detente.study.claims",
    "compare": "detente.study.compare",
    "coverage": "detente.record.coverage",
    "drift": "detente.study.drift",
    "ex-ante": "detente.negotiation.ex_ante",
    "frontier": "detente.negotiation.frontier",
    "judgement-sets": "detente.study.sets",
    "cp-sat-loop": "detente.solve.cpsat",
    "elimination": "detente.solve.passes",
    "measure": "detente.record.measure",
    "merge": "detente.solve.additive",
    "obstacles": "detente.study.obstacles",
    "ontology": "detente.record.ontology",
    "offers": "detente.negotiation.offers",
    "opening-sets": "detente.negotiation.opening",
    "order": "detente.study.order",
    "partial-preferences": "detente.study.partial",
    "relation": "detente.study.relation",
    "robustness": "detente.study.robustness",
    "scenarios": "detente.study.scenarios",
    "side-by-side": "detente.solve.batch",
    "sequence": "detente.study.sequence",
    "tracks": "detente.study.tracks",
    "window": "detente.study.window",
}


@cache
def generated() -> Mapping[str, str]:
    return pages()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_generated_page_has_not_drifted(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")

    assert written == generated()[name], "run: python -m docs.generate"


def test_every_generated_page_is_written_and_none_is_left_over() -> None:
    assert {*WRITTEN} == generated().keys()


def test_schemas_are_json_of_a_size_an_editor_loads() -> None:
    for name, text in generated().items():
        if name.endswith(".json"):
            assert json.loads(text)["type"] == "object"
            assert len(text.encode()) <= KIB * 1024


def _valid(schema: str, document: object) -> bool:
    found = {name: json.loads(text) for name, text in generated().items() if name.endswith(".json")}
    parts = {
        name.removeprefix("schemas/"): DRAFT202012.create_resource(text)
        for name, text in found.items()
    }
    registry: Registry[Any] = Registry().with_resources(parts.items())
    return Draft202012Validator(found[schema], registry=registry).is_valid(document)


def _days_as_text(node: Any) -> Any:
    """Return a document as the program reads it: a day is text, as is a year."""
    if isinstance(node, Mapping):
        return {
            key: str(item) if key == "date" else _days_as_text(item) for key, item in node.items()
        }
    if isinstance(node, list):
        return [_days_as_text(item) for item in node]
    return node.isoformat() if isinstance(node, date) else node


@pytest.mark.parametrize("name", ["a new case", *builtin_names()])
def test_a_sound_case_follows_the_schema(name: str) -> None:
    path = SOURCE / "cases" / name / "case.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else new_case("river")
    assert _valid("case.schema.json", _days_as_text(yaml.safe_load(text)))


def test_the_schema_refuses_what_the_form_refuses() -> None:
    document = yaml.safe_load(new_case("river")) | {"as_of": "2026-01-31"}

    assert _valid("case.schema.json", document)
    assert not _valid("case.schema.json", document | {"princpals": {}})
    assert not _valid("case.schema.json", document | {"no_agreement": "none"})


def test_results_follow_their_schemas() -> None:
    found = brief(two_issue_case())
    points = frontier(compile_case(two_issue_case()))

    assert _valid("schemas/brief.json", json.loads(found.model_dump_json()))
    assert _valid("schemas/offers.json", json.loads(found.offers[0].model_dump_json()))
    assert _valid("schemas/frontier.json", json.loads(points.model_dump_json()))


def test_results_of_a_case_with_every_room_follow_their_schemas() -> None:
    case = full_case()
    found = brief(case)
    parts = {
        "claims": found.claims,
        "compare": compare(case, two_issue_case()),
        "drift": found.drift,
        "obstacles": found.obstacles,
        "robustness": robustness(compile_case(case), draws=20),
        "scenarios": found.scenarios,
        "window": window(case),
        "sequence": walked()[1],
    }
    weighed = robustness(compile_case(compared(RANKED)), draws=20)

    assert _valid("schemas/brief.json", json.loads(found.model_dump_json()))
    assert weighed.partial is not None
    assert _valid("schemas/robustness.json", json.loads(weighed.model_dump_json()))
    for name, part in parts.items():
        assert part is not None
        assert _valid(f"schemas/{name}.json", json.loads(part.model_dump_json()))


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
        _told(command, section)
        parts = dict(
            re.findall(rf"^### `detente {name} (\w+)`\n(.*?)(?=^###? |\Z)", section, re.M | re.S)
        )
        below = command.commands if isinstance(command, click.Group) else {}
        assert parts.keys() == below.keys()
        for word, one in below.items():
            _told(one, parts[word])


def _told(command: click.Command, section: str) -> None:
    """Assert that a section tells every argument and option of a command."""
    for parameter in command.params:
        wanted = parameter.opts if isinstance(parameter, click.Option) else [parameter.name]
        for word in wanted:
            assert f"`{word.upper() if word == parameter.name else word}" in section, word


def test_every_method_that_a_result_names_has_its_page() -> None:
    case = full_case()
    document = [brief(case).model_dump(), compare(case, case).model_dump()]
    named = {*_methods(document)}

    assert {"brief", "obstacles", "scenarios", "drift", "claims", "compare"} <= named
    assert all((REFERENCE / "methods" / f"{method}.md").is_file() for method in named)


def _methods(node: Any) -> Iterator[str]:
    """Yield every method that a document names under ``provenance``."""
    if isinstance(node, Mapping):
        if isinstance(node.get("provenance"), Mapping):
            yield node["provenance"]["method"]
        for item in node.values():
            yield from _methods(item)
    elif isinstance(node, list | tuple):
        for item in node:
            yield from _methods(item)


@pytest.mark.parametrize(("page", "module"), METHODS.items())
def test_a_method_names_a_module_that_exists(page: str, module: str) -> None:
    assert importlib.import_module(module).__doc__
    assert module in (REFERENCE / "methods" / f"{page}.md").read_text(encoding="utf-8")
