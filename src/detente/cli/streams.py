"""Output that no encoding can break: what a stream cannot write is put in plain signs.

A stream keeps its encoding, which its reader expects. Where that is not UTF-8, a sign it lacks
becomes the nearest plain one, else a question mark; JSON has escapes instead and loses nothing.
"""

from __future__ import annotations

import codecs
import io
import re
import sys

PLAIN = "detente.plain"
"""The name of the error handler that puts plain signs."""

_SIGNS = {
    "\N{MINUS SIGN}": "-",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
}


def plain_signs(text: str) -> str:
    """Return a text in plain signs, a question mark for those that have none.

    Examples
    --------
    >>> plain_signs("\N{MINUS SIGN}5\N{HORIZONTAL ELLIPSIS}\N{SNOWMAN}")
    '-5...?'
    """
    return "".join(sign if sign.isascii() else _SIGNS.get(sign, "?") for sign in text)


def json_for(text: str, encoding: str) -> str:
    r"""Return a JSON document as a stream of an encoding can write it.

    Outside UTF-8 every sign beyond ASCII becomes its escape, which is the same JSON.

    Examples
    --------
    >>> print(json_for('{"a": "\N{LATIN SMALL LETTER E WITH ACUTE}"}', "cp1252"))
    {"a": "\u00e9"}
    """
    if codecs.lookup(encoding).name.startswith("utf"):
        return text
    return re.sub(r"[^\x00-\x7f]", _escape, text)


def prepare_streams() -> None:
    """Let standard output and standard error replace what they cannot write."""
    codecs.register_error(PLAIN, _replace)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN)


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain_signs(error.object[error.start : error.end]), error.end
