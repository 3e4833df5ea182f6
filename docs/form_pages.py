"""The page of the case file: every key of every element, with the value it takes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from docs.field_words import WORDS

MODELS = (
    "Case",
    "Signer",
    "Fact",
    "Chronology",
    "CountingRule",
    "Principal",
    "Ratifier",
    "Objective",
    "Weights",
    "Comparison",
    "ThirdParty",
    "Issue",
    "Divisible",
    "Option",
    "Constraint",
    "Linkage",
    "Commitment",
    "Shock",
    "State",
    "Transition",
    "Scenario",
    "Dated",
    "CalendarEntry",
    "Belief",
    "JudgementSet",
    "Step",
    "Wish",
    "Claim",
    "EventMark",
)

HEAD = """# The case file, key by key

This page and the [JSON Schema](case.schema.json) that editors can use are made from the models
that read a case. [Values in a case file](case-file-values.md) says how ids, texts, dates,
estimates and codes are written. A key that is none of these is refused
([C102](errors/C102.md)), and so is a required key that is missing ([C101](errors/C101.md)).

The type *map of …* means ids of your choice, each with what is named: `{JPN: …, RUS: …}`.

"""


def case_file_page(schema: Mapping[str, Any]) -> str:
    """Return the page of the case file from its JSON Schema."""
    models = {**schema["$defs"], "Case": schema}
    found = "".join(_model(name, models[name]) for name in MODELS)
    return f"{HEAD}{found}".rstrip() + "\n"


def _model(name: str, schema: Mapping[str, Any]) -> str:
    words = str(schema.get("description", "")).replace("``", "`")
    lines = [f"({_anchor(name)})=\n## {_title(name)}\n\n{words}\n\n"]
    lines.append("| key | value | meaning |\n|---|---|---|\n")
    required = schema.get("required", ())
    shared = "known_from"  # of nearly every element; its own keys come first
    for key, field in sorted(schema["properties"].items(), key=lambda item: item[0] == shared):
        meaning = field.get("description")
        if meaning is None or meaning.startswith("A number, ["):
            meaning = WORDS[name][key]
        must = ", **required**" if key in required else _default(field)
        lines.append(f"| `{key}` | {_kind(field)}{must} | {_cell(meaning)} |\n")
    return "".join([*lines, "\n"])


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _default(field: Mapping[str, Any]) -> str:
    value = field.get("default")
    if value in (None, {}, []):
        return ""
    return f", `{json.dumps(value).strip(chr(34))}` if absent"


def _anchor(name: str) -> str:
    return f"case-file-{name.lower()}"


def _title(name: str) -> str:
    if name == "Case":
        return "The whole file"
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: f" {match[1].lower()}", name)


def _kind(field: Mapping[str, Any]) -> str:
    """Return in words what kind of value a key takes."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{_title(name).lower()}](#{_anchor(name)})"
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        return _union(field["anyOf"])
    if field["type"] == "object":
        if "additionalProperties" in field:
            return "[changes](case-file-values.md#changes)"
        [inner] = field["patternProperties"].values()
        return f"map of {_kind(inner)}"
    if "prefixItems" in field:
        return "pair of ids"
    if field["type"] == "array":
        return f"list of {_kind(field['items'])}"
    if field["type"] == "string":
        return _text(field)
    if "number" in field["type"]:
        return "[number](case-file-values.md#numbers)"
    return {"boolean": "`true` or `false`", "integer": "whole number"}[field["type"]]


def _union(kinds: list[dict[str, Any]]) -> str:
    some = [kind for kind in kinds if kind.get("type") != "null"]
    if len(some) == 1:
        return _kind(some[0])
    if any("code" in kind.get("properties", ()) for kind in some):
        return "[code](case-file-values.md#codes)"
    if any("value" in kind.get("properties", ()) for kind in some):
        return "[estimate](case-file-values.md#estimates)"
    return "one or a list"


def _text(field: Mapping[str, Any]) -> str:
    if field.get("format") == "date":
        return "date"
    if field.get("maxLength") == 400:
        return "line"
    if field.get("maxLength") == 4000:
        return "text"
    return "file name" if "csv" in field.get("pattern", "") else "id"
