"""The page of results: every field of the JSON that the commands print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HEAD = """# Results, field by field

What `--format json` prints and `brief.json` holds, made from the same models as the JSON Schemas:
{schemas}.
The first tables are the documents themselves, the others what they are made of. An *exact number*
is a mapping with `exact`, the rational as text, and `value`, the nearest double. Every result
is frozen; in Python each field is an attribute of the same name, and an exact number a `Fraction`.
[Read the JSON](../how-to/read-the-json.md) shows them at work.
"""

_SECTION = re.compile(r"\n\nAttributes\n-+\n")
_ROLE = re.compile(r":\\w+:`([^`]*)`")


def results_page(documents: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the page of results from the schemas of the documents, by command."""
    links = ", ".join(f"[{command}](schemas/{command}.json)" for command in documents)
    found = [HEAD.format(schemas=links)]
    parts: dict[str, Mapping[str, Any]] = {}
    for command, schema in documents.items():
        found.append(_section(f"`detente {command}`", schema))
        parts |= schema.get("$defs", {})
    found.extend(_section(name, parts[name], name) for name in sorted(parts))
    return "".join(found)


def _section(title: str, schema: Mapping[str, Any], anchor: str = "") -> str:
    said, _, attributes = _split(str(schema.get("description", "")))
    target = f"(result-{anchor.lower()})=\n" if anchor else ""
    lines = [f"\n{target}## {title}\n\n{said}\n\n| field | value | meaning |\n|---|---|---|\n"]
    meanings = _meanings(attributes)
    for name, field in schema["properties"].items():
        lines.append(f"| `{name}` | {_kind(field)} | {meanings.get(name, '')} |\n")
    return "".join(lines)


def _split(text: str) -> tuple[str, str, str]:
    plain = _ROLE.sub(r"`\1`", text).replace("``", "`")
    match = _SECTION.search(plain)
    if match is None:
        return plain, "", ""
    return plain[: match.start()], match.group(), plain[match.end() :]


def _meanings(attributes: str) -> dict[str, str]:
    """Return what a numpydoc section says of each attribute; several may share a text."""
    found: dict[str, str] = {}
    names: list[str] = []
    for line in attributes.splitlines():
        if line and not line.startswith(" "):
            names = [name.strip() for name in line.split(",")]
        else:
            for name in names:
                found[name] = f"{found.get(name, '')} {line.strip()}".strip().replace("|", "\\|")
    return found


def _kind(field: Mapping[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#result-{name.lower()})"
    if "anyOf" in field:
        kinds = [_kind(kind) for kind in field["anyOf"]]
        return " or ".join(kinds)
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    if "exact" in field.get("properties", ()):
        return "exact number"
    if field["type"] == "array":
        return f"list of {_kind(field['items'])}" if "items" in field else "list"
    if field["type"] == "object":
        return f"map of {_kind(field['additionalProperties'])}"
    names = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`"}
    return {**names, "number": "number", "null": "`null`"}[field["type"]]
