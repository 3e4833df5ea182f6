"""YAML read event by event into plain values, with the line of every element, within limits.

Scalars are read by the rules of a case file rather than YAML 1.1's: decimals stay exact, and
``no``, ``on`` and dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from detente.base.problem import Problem
from detente.files.yaml_words import said

DEPTH = 24
ELEMENTS = 200_000
ALIASES = 64

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"^[+-]?[0-9]{1,30}$")
_DECIMAL = re.compile(r"^[+-]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30})$")
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")  # one of YAML's two readers lets its escape pass
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}

Path = tuple[str | int, ...]


@dataclass
class Tree:
    """A document: its plain value, and the line of every path in it.

    ``lines`` maps a path to the line, counted from 1, on which its key or list item stands;
    ``doubled`` holds the paths of keys that stand more than once.
    """

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    doubled: list[Path] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest element above it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _StopError(Exception):
    """Reading cannot go on."""

    def __init__(self, code: str, message: str, line: int) -> None:
        super().__init__(message)
        self.problem = Problem(code, message, line=line)


@dataclass
class _Open:
    """A mapping or list that is being read; ``value`` is a dict or a list."""

    path: Path
    value: Any
    anchor: str | None
    key: str | None = None


def read_tree(text: str) -> tuple[Tree, tuple[Problem, ...]]:
    r"""Read one YAML document.

    Parameters
    ----------
    text
        The document.

    Returns
    -------
    Tree, tuple of Problem
        What could be read, and every problem found; duplicate keys are reported together, while
        a breach of the grammar or of a limit ends the reading.

    Examples
    --------
    >>> tree, problems = read_tree("a: 1\nb: {c: 0.10, d: no}")
    >>> tree.value, tree.line(("b", "d")), problems
    ({'a': 1, 'b': {'c': Decimal('0.10'), 'd': 'no'}}, 2, ())
    """
    tree = Tree()
    problems: list[Problem] = []
    try:
        _build(text, tree, problems)
    except _StopError as stop:
        problems.append(stop.problem)
    except yaml.YAMLError as error:
        message, line, hint = said(error, text)
        problems.append(Problem("F004", f"this is not YAML: {message}", line=line, hint=hint))
    return tree, tuple(problems)


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_LOADER)


def _build(text: str, tree: Tree, problems: list[Problem]) -> None:
    stack: list[_Open] = []
    anchors: dict[str, tuple[Any, int]] = {}
    elements = aliases = documents = 0
    odd = _UNREADABLE.search(text)
    if odd is not None:
        line = text.count("\n", 0, odd.start()) + 1
        message = f"this is not YAML: the character U+{ord(odd.group()):04X} cannot stand in a file"
        raise _StopError("F004", message, line)
    for event in _events(text):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _StopError("F009", "the file holds more than one document", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
            value, size = anchors.get(str(event.anchor), (None, 0))
            elements += size
            if str(event.anchor) not in anchors:
                raise _StopError(
                    "F009", f"the alias *{event.anchor} names no finished element", line
                )
            if aliases > ALIASES or elements > ELEMENTS:
                raise _StopError("F006", f"more than {ALIASES} aliases, or too much in them", line)
            _place(stack, value, line, tree, problems)
        elif isinstance(event, yaml.NodeEvent):
            elements += 1
            if elements > ELEMENTS:
                raise _StopError("F006", f"the file holds more than {ELEMENTS} elements", line)
            if len(stack) >= DEPTH:
                raise _StopError("F006", f"the file nests deeper than {DEPTH} levels", line)
            tag = getattr(event, "tag", None)
            if tag not in (None, "!"):
                raise _StopError("F009", f"the tag {tag} is not part of a case file", line)
            if isinstance(event, yaml.ScalarEvent):
                value = _scalar(event)
                if isinstance(value, str) and _SURROGATE.search(value):
                    raise _StopError("F004", "this is not YAML: half of a character", line)
                if event.anchor:
                    anchors[event.anchor] = (value, 1)
                _place(stack, value, line, tree, problems)
                continue
            if event.anchor:
                raise _StopError(
                    "F009", "only single values may be anchored (&) in a case file", line
                )
            fresh: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            path = _place(stack, fresh, line, tree, problems)
            stack.append(_Open(path, fresh, event.anchor))


def _scalar(event: Any) -> Any:
    text = str(event.value)
    if event.style in ("'", '"', "|", ">"):
        return text
    if text.lower() in _WORDS and text in (text.lower(), text.capitalize()):
        return _WORDS[text.lower()]
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return Decimal(text)
    return text


def _place(stack: list[_Open], value: Any, line: int, tree: Tree, problems: list[Problem]) -> Path:
    if not stack:
        tree.value = value
        tree.lines[()] = line
        return ()
    top = stack[-1]
    if isinstance(top.value, list):
        path: Path = (*top.path, len(top.value))
        top.value.append(value)
        tree.lines[path] = line
        return path
    if top.key is None:
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise _StopError("F009", "a key must be text", line)
        if value == "<<":
            raise _StopError("F009", "merge keys (<<) are not part of a case file", line)
        top.key = str(value)
        path = (*top.path, top.key)
        if top.key in top.value:
            first = tree.lines[path]
            tree.doubled.append(path)
            problems.append(
                Problem(
                    "F005",
                    f"the key '{top.key}' stands here again, first on line {first}",
                    line=line,
                    path=".".join(map(str, path)),
                    hint="rename or remove one of them",
                )
            )
        else:
            tree.lines[path] = line
        return path
    path = (*top.path, top.key)
    top.value[top.key] = value
    top.key = None
    return path
