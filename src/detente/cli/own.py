"""The marks by which the program knows the files of a brief that an earlier run wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping


def own_html(text: str) -> bool:
    """Whether a page names this program as its generator."""
    return '<meta name="generator" content="Détente ' in text


def own_markdown(text: str) -> bool:
    """Whether a Markdown text ends by saying that this program made it."""
    return re.search(r"^## How this was made\n+Détente \S+, case ", text, re.MULTILINE) is not None


def own_json(text: str, method: str = "brief") -> bool:
    """Whether a JSON document has the provenance of a brief, or of another method.

    Examples
    --------
    >>> own_json('{"provenance": {"method": "brief"}}'), own_json("my notes")
    (True, False)
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return False
    made = document.get("provenance") if isinstance(document, dict) else None
    return isinstance(made, dict) and made.get("method") == method


OWN: Mapping[str, Callable[[str], bool]] = {
    "brief.html": own_html,
    "brief.md": own_markdown,
    "brief.json": own_json,
}
"""By file name, whether a text carries the mark of a file that this program wrote."""
