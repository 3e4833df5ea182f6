"""Writes the generated part of the reference from the code it describes.

``python -m docs.generate`` writes the pages; a test fails when they have drifted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from detente.base.codes import CODES
from detente.base.estimate import EstimateField
from detente.base.exact import Exact
from detente.case.case import Case
from detente.case.form import Id, Ids, Line, Prose
from detente.case.issue import CodeField
from detente.files.opened import open_case
from detente.store.fetch.fetched import Fetched
from detente.store.several import FilesAdded
from detente.store.status import StoreStatus
from detente.study.brief import BriefResult
from detente.study.ceiling import CeilingResult
from detente.study.claims import ClaimsResult, claims
from detente.study.compare import CompareResult
from detente.study.coupling import CouplingResult
from detente.study.drift import DriftResult
from detente.study.frontier import FrontierResult
from detente.study.obstacles import ObstaclesResult
from detente.study.offers import OffersResult
from detente.study.recorded_result import RecordedResult
from detente.study.robustness_result import RobustnessResult
from detente.study.scenarios import ScenariosResult
from detente.study.sequence_result import SequenceResult
from detente.study.window_result import WindowResult
from docs.claim_pages import claims_page
from docs.error_pages import error_index, error_page
from docs.form_pages import case_file_page
from docs.measure_pages import measures_page
from docs.result_pages import results_page
from docs.table_pages import tables_page

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
REFERENCE_CASE = "japan-russia-2017"
CLAIMS = f"claims-{REFERENCE_CASE}.md"

RESULTS: dict[str, type[BaseModel]] = {
    "brief": BriefResult,
    "ceiling": CeilingResult,
    "claims": ClaimsResult,
    "compare": CompareResult,
    "coupling": CouplingResult,
    "drift": DriftResult,
    "frontier": FrontierResult,
    "obstacles": ObstaclesResult,
    "offers": OffersResult,
    "record-add": FilesAdded,
    "record-fetch": Fetched,
    "record-status": StoreStatus,
    "relation": RecordedResult,
    "robustness": RobustnessResult,
    "scenarios": ScenariosResult,
    "sequence": SequenceResult,
    "window": WindowResult,
}

# Forms that occur everywhere: by these names they stand once in a written schema.
_FORMS: dict[str, Any] = {
    "code": CodeField,
    "estimate": EstimateField,
    "id": Id,
    "ids": Ids,
    "line": Line,
    "text": Prose,
}
SHARED = {name: TypeAdapter(form).json_schema() for name, form in _FORMS.items()}
_GIVEN: dict[str, Any] = {
    "exacts": dict[str, Exact],
    "exact": Exact,
    "names": dict[str, str],
    "texts": tuple[str, ...],
}
GIVEN = {name: TypeAdapter(form).json_schema(mode="serialization") for name, form in _GIVEN.items()}

# Each room's task, and the modules that a reader meets first.
ROOMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "files": ("The doors: a case opened, with every problem at once.", ("opened", "case_file")),
    "study": ("The questions: objects in, one frozen result out.", ("brief", "agreement")),
    "store": ("Where the record is kept: a folder, and a reader a source.", ("store", "status")),
    "record": ("What happened: events as tables, findings as arrays.", ("schema", "measure")),
    "negotiation": ("What could be agreed.", ("payoff", "question", "compiler")),
    "case": ("What is at stake: the typed, frozen form of a case.", ("case", "party", "issue")),
    "solve": ("How to optimise; knows no diplomacy.", ("program", "merge")),
    "base": ("What every room speaks.", ("errors", "problem", "result")),
    "testing": ("For tests: small cases, an oracle, strategies for Hypothesis.", ("cases",)),
}

# Written types: the reference of the case file says what they are, Sphinx cannot.
HIDDEN = {
    "base.estimate": ", EstimateField",
    "base.exact": ", Exact",
    "case.form": ", Changes, Id, Ids, Line, Prose, Words, Selection",
    "case.issue": ", CodeField",
}

INIT = "__init__"

NOTE = "<!-- Written by docs/generate.py; edit what it reads, not this page. -->\n\n"


def pages() -> dict[str, str]:
    """Return every generated file of the reference: its text by path below docs/reference."""
    form = case_schema()
    found = {
        "case-file.md": NOTE + case_file_page(form),
        "case.schema.json": as_json(folded(form, SHARED)),
    }
    documents = {
        name: bare(model.model_json_schema(mode="serialization")) for name, model in RESULTS.items()
    }
    found["results.md"] = NOTE + results_page(documents)
    for name, schema in documents.items():
        others = {m.__name__: f"{n}.json" for n, m in RESULTS.items() if n != name}
        found[f"schemas/{name}.json"] = as_json(short(folded(referred(schema, others), GIVEN)))
    for room in ROOMS:
        found[f"api/{room}.md"] = api_page(room)
    found["tables.md"] = NOTE + tables_page()
    found["measures.md"] = NOTE + measures_page()
    found["errors.md"] = NOTE + error_index()
    for code, entry in CODES.items():
        found[f"errors/{code}.md"] = NOTE + error_page(code, entry)
    return found


def claim_pages() -> dict[str, str]:
    """Return the page of the reference case's claims, which takes a while to work out."""
    opened = open_case(REFERENCE_CASE)
    result = claims(opened.case, opened.events)
    return {} if result is None else {CLAIMS: claims_page(opened.case, result)}


def write() -> list[str]:
    """Write what has drifted; return its paths."""
    drifted = []
    for name, text in {**pages(), **claim_pages()}.items():
        path = REFERENCE / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            drifted.append(name)
    return drifted


def as_json(schema: Mapping[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, indent=1, ensure_ascii=True) + "\n"


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of the case file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **bare(Case.model_json_schema(by_alias=True)),
    }


def bare(node: Any, *, names: bool = False) -> Any:
    """Return a schema without the titles that only repeat a key (``names``: keys are names)."""
    if isinstance(node, list):
        return [bare(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: bare(value, names=not names and key in ("properties", "$defs", "patternProperties"))
        for key, value in node.items()
        if names or key != "title" or not isinstance(value, str)
    }


def short(node: Any) -> Any:
    """Return a schema whose descriptions end before their list of keys, which are on the page."""
    if isinstance(node, list):
        return [short(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value.split("\n\nAttributes\n")[0]
        if key == "description" and isinstance(value, str)
        else short(value)
        for key, value in node.items()
    }


def referred(schema: Mapping[str, Any], others: Mapping[str, str]) -> dict[str, Any]:
    """Return a schema in which parts that have a document of their own are referred to there."""
    parts = {
        name: {"$ref": others[name]} if name in others else part
        for name, part in schema.get("$defs", {}).items()
    }
    used: set[str] = set()

    def follow(node: Any) -> None:
        if isinstance(node, list):
            for item in node:
                follow(item)
        elif isinstance(node, dict):
            name = str(node.get("$ref", "")).removeprefix("#/$defs/")
            if name in parts and name not in used:
                used.add(name)
                follow(parts[name])
            for item in node.values():
                follow(item)

    follow({key: value for key, value in schema.items() if key != "$defs"})
    kept = {name: part for name, part in parts.items() if name in used}
    rest = {key: value for key, value in schema.items() if key != "$defs"}
    return {**({"$defs": kept} if kept else {}), **rest}


def folded(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema in which shared forms stand once, under ``$defs``, and are referred to."""
    used: set[str] = set()

    def fold(node: Any) -> Any:
        if isinstance(node, list):
            return [fold(item) for item in node]
        if not isinstance(node, dict):
            return node
        said = {key: node[key] for key in ("description", "default") if key in node}
        plain = {key: value for key, value in node.items() if key not in said}
        for name, form in shared.items():
            if form in (node, plain):
                used.add(name)
                rest = {} if form == node else said
                return {"$ref": f"#/$defs/{name}", **rest}
        return {key: fold(value) for key, value in node.items()}

    found = fold(dict(schema))
    own = {name: form for name, form in shared.items() if name in used}
    return {**found, "$defs": {**found.get("$defs", {}), **own}} if own else dict(found)


def api_page(room: str) -> str:
    """Return the page of a room: its modules, the important ones first."""
    task, first = ROOMS[room]
    folder = ROOT / "src" / "detente" / room
    modules = sorted(
        ".".join(part for part in path.relative_to(folder).with_suffix("").parts if part != INIT)
        for path in folder.rglob("*.py")
        if path.parent != folder or path.stem != INIT
    )
    lines = [f"{NOTE}# detente.{room}\n\n{task}\n"]
    for module in (*first, *(name for name in modules if name not in first)):
        hidden = HIDDEN.get(f"{room}.{module}", "")
        lines.append(
            f"\n## {room}.{module}\n\n```{{eval-rst}}\n"
            f".. automodule:: detente.{room}.{module}\n"
            f"   :members:\n   :exclude-members: model_config{hidden}\n```\n"
        )
    return "".join(lines)


if __name__ == "__main__":
    os.environ["NO_COLOR"] = "1"
    for drifted in write():
        print(f"wrote docs/reference/{drifted}")
