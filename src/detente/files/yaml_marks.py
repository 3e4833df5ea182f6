"""Where every element of a YAML text begins and ends, so that a part of it can be rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Node:
    """An element of a text: ``text[start:end]``, counted in characters from 0.

    Attributes
    ----------
    kind
        ``mapping``, ``list``, ``scalar`` or ``alias``.
    start, end
        Its first character, and the one after its last. Of a mapping or list in block style, the
        end of its last element; comments and blank lines after it are not part of it.
    flow
        Whether a mapping or list stands in braces or brackets.
    value
        The text of a scalar, quotes undone.
    plain
        Whether a scalar stands without quotes on one line or more.
    literal
        Whether a scalar is a block of lines after ``|`` or ``>``.
    entries
        Keys and values of a mapping, in their order.
    items
        Elements of a list.
    """

    kind: str
    start: int
    end: int
    flow: bool = False
    value: str = ""
    plain: bool = False
    literal: bool = False
    entries: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    def index(self, key: str) -> int | None:
        """Return which entry of a mapping has a key; ``None`` when there is none."""
        found = (i for i, (name, _) in enumerate(self.entries) if name.value == key)
        return next(found, None)

    def under(self, key: str) -> Node | None:
        """Return what stands under a key of a mapping; ``None`` when nothing does."""
        index = self.index(key)
        return None if index is None else self.entries[index][1]


def marked(text: str) -> Node:
    r"""Return the one document of a text, every element with its place.

    Parameters
    ----------
    text
        A document that :func:`detente.files.yaml_tree.read_tree` reads without a problem, without
        a byte order mark.

    Raises
    ------
    ValueError
        When the text holds no document.

    Examples
    --------
    >>> text = "a: 1   # one\nb: {c: [2, 3]}\n"
    >>> under = marked(text).under("b")
    >>> text[under.start : under.end]
    '{c: [2, 3]}'
    """
    stack: list[tuple[Node, list[Node]]] = []
    top: list[Node] = []
    into = top
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            node, held = stack.pop()
            _close(node, held, text, event)
            into = stack[-1][1] if stack else top
        elif isinstance(event, yaml.NodeEvent):
            node = _opened(event, text)
            into.append(node)
            if node.kind in ("mapping", "list"):
                into = []
                stack.append((node, into))
    if not top:
        raise ValueError("the text holds no document")
    return top[0]


def walk(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Yield every element under a mapping with its path, outer ones first; no list's items."""
    yield path, node
    for key, value in node.entries:
        yield from walk(value, (*path, key.value))


def commented(text: str, node: Node) -> bool:
    """Whether a comment stands within a mapping or list."""
    place = node.start
    for leaf in _leaves(node):
        if "#" in text[place : leaf.start]:
            return True
        place = leaf.end
    return node.kind in ("mapping", "list") and "#" in text[place : node.end]


def _leaves(node: Node) -> Iterator[Node]:
    inner = [*node.items, *(one for entry in node.entries for one in entry)]
    if node.kind in ("scalar", "alias"):
        yield node
    for one in inner:
        yield from _leaves(one)


def line_of(text: str, place: int) -> int:
    """Return the line of a place in a text, counted from 1."""
    return text.count("\n", 0, place) + 1


def column_of(text: str, place: int) -> int:
    """Return how many characters stand before a place on its line."""
    return place - (text.rfind("\n", 0, place) + 1)


def line_end(text: str, place: int) -> int:
    """Return the end of the line that a place stands on, before its line break."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if end > place and text[end - 1] == "\r" else end


def _opened(event: Any, text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.AliasEvent):
        return Node("alias", start, end)
    if isinstance(event, yaml.ScalarEvent):
        literal = event.style in ("|", ">")
        if literal and "+" not in text[start : line_end(text, start)].split("#", maxsplit=1)[0]:
            end = start + len(text[start:end].rstrip())
        plain = event.style in (None, "")
        return Node("scalar", start, end, value=str(event.value), plain=plain, literal=literal)
    kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
    return Node(kind, start, end, flow=bool(event.flow_style))


def _close(node: Node, held: list[Node], text: str, event: Any) -> None:
    if node.kind == "mapping":
        node.entries = [*zip(held[::2], held[1::2], strict=True)]
    else:
        node.items = held
    if node.flow:
        node.end = event.end_mark.index
        if text[node.end - 1 : node.end] not in ("}", "]"):
            node.flow = False  # one pair in a list, such as [a: 1]: a mapping without braces
    if not node.flow:
        node.end = max([node.start, *(one.end for one in held)])
