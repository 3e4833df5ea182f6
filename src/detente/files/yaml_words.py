"""What YAML's readers say of a breach of the grammar, in the words of somebody who writes a case.

Both readers, the one in C and the one in Python, word their findings for programmers; what they
said is kept in parentheses.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

COLON = "put quotes round a text that contains ': '"
INDENT = "keys of one element begin in the same column, two spaces deeper than their element"
_TWO_COLONS = re.compile(r"^.*?:\s.*\S:(?:\s|$)")


class Said(NamedTuple):
    """What is wrong, on which line, and how to mend it; no hint where none is sure."""

    message: str
    line: int
    hint: str = ""


def said(error: Any, text: str) -> Said:
    r"""Return what an error of YAML's reader means.

    Parameters
    ----------
    error
        The ``yaml.YAMLError``.
    text
        The document.

    Examples
    --------
    >>> import yaml
    >>> text = "a: 1\nreason: Volume for Vesna: dependence\n"
    >>> try:
    ...     list(yaml.parse(text, Loader=yaml.CSafeLoader))
    ... except yaml.YAMLError as error:
    ...     print(said(error, text)[:2])
    ('a text here contains ": " (mapping values are not allowed in this context)', 2)
    """
    found, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    raw = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    mark = found or context
    if mark is None:
        return Said(raw, 1)
    begun = context.line + 1 if context is not None else 0
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    told = _told(raw, str(getattr(error, "context", "")), line, mark.column, mark.line + 1, begun)
    if told is None:
        return Said(raw, mark.line + 1)
    return told._replace(message=f"{told.message} ({raw})")


def _told(raw: str, context: str, line: str, column: int, here: int, begun: int) -> Said | None:
    sign = line[column : column + 1]
    if "tab character" in raw or (sign == "\t" and "cannot start any token" in raw):
        return Said("a tab stands here; indent with spaces", here, "put spaces in the tab's place")
    if "cannot start any token" in raw:
        return Said(f"no text may begin with '{sign}'", here, "put quotes round the text")
    if "are not allowed" in raw:
        return _misplaced(raw, line, here)
    if "simple key" in context:
        missing = "a key stands here without its ': '"
        return Said(missing, begun, "write `key: value`, with a space after the colon")
    if "quoted scalar" in context and "escape" in raw:
        hint = "use single quotes, or write the backslash twice"
        return Said(
            "a backslash in double quotes begins a sign that YAML does not know", here, hint
        )
    if "quoted scalar" in context:
        return Said("a quotation mark opened here is not closed", begun, "close the quotation mark")
    if "a flow" in context and ("',' or" in raw or "node" in raw):
        return _flow(context, line, column, here, begun)
    if "block mapping" in context or "block collection" in context or "document start" in raw:
        return _block(line, column, here)
    if "node content" in raw or "alphabetic" in raw:
        return Said("no text may begin with this sign", here, "put quotes round the text")
    if "block scalar" in context:
        return Said("a text after `|` or `>` begins on the next line", here, "begin a new line")
    return None


def _misplaced(raw: str, line: str, here: int) -> Said:
    if "sequence" in raw:
        return Said("a list begins where none can", here, "begin the list on a line of its own")
    if _TWO_COLONS.match(line):
        return Said('a text here contains ": "', here, COLON)
    return Said("a key stands where none can", here, f"{INDENT}; or {COLON}")


def _flow(context: str, line: str, column: int, here: int, begun: int) -> Said:
    opened = "[" if "sequence" in context else "{"
    if line[column : column + 1] == ":" and opened == "{" and here == begun:
        hint = f"{COLON}, and a comma between two keys"
        return Said('a text in braces contains ": ", or a comma is missing', here, hint)
    where = "here" if here == begun else f"on line {begun}"
    closing = "]" if opened == "[" else "}"
    message = f"the '{opened}' opened {where} is not closed, or a comma is wrong before this"
    return Said(message, here, f"close it with '{closing}'; put one comma between two entries")


def _block(line: str, column: int, here: int) -> Said:
    if line[:column].strip():
        hint = "write a quotation mark within single quotes twice, or use the other kind around it"
        return Said("something stands after the end of a text in quotes", here, hint)
    return Said("this line is indented unlike those it belongs with", here, INDENT)
