"""A case's YAML text edited in place: comments, quotes and layout of everything else stay.

An edit replaces stretches of the text between the marks of a parser. A round trip through a tree
that keeps comments was tried and left: it wraps mappings in braces anew (ruamel.yaml changed 720
lines of the reference case where one number was to change).
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from detente.files.form_problem import fields_at
from detente.files.yaml_marks import Node, column_of, commented, line_end, marked
from detente.files.yaml_text import block, flow, settled
from detente.files.yaml_tree import read_tree


class Splice(NamedTuple):
    """``text`` in place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with stretches of it replaced; no two may overlap.

    Examples
    --------
    >>> spliced("one two three", [Splice(4, 7, "2"), Splice(0, 3, "1")])
    '1 2 three'
    """
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def put(text: str, path: Sequence[str], value: Any) -> str:
    r"""Return a case's text with one element set: added, or in place of a value on its line.

    What is added stands where the form of the case has it: a key after those that come before it,
    an element at the end of its room; rooms that are missing are made. Nothing else changes, not
    even a space.

    Parameters
    ----------
    text
        A case file that can be read, without a byte order mark.
    path
        Keys from the root; none of them the place in a list.
    value
        A mapping, list, text, number (``int``, ``Decimal`` or ``Fraction``), truth value or
        ``None``.

    Raises
    ------
    ValueError
        When the path leads through something that is no mapping, or when what stands there already
        has several lines in block style, or a comment within.

    Examples
    --------
    >>> print(put("detente: 1  # the form\nid: river\n", ("signer",), "anna"), end="")
    detente: 1  # the form
    id: river
    signer: anna
    >>> print(put("a: {b: 5}   # five\n", ("a", "b"), [4, 6, 8]), end="")
    a: {b: [4, 6, 8]}   # five
    """
    value = settled(value)
    parent, holder = None, marked(text)
    depth = 0
    for key in path[:-1]:
        below = holder.under(key)
        if below is None:
            break
        parent, holder, depth = holder, below, depth + 1
    if holder.kind != "mapping":
        raise ValueError(f"{'.'.join(path[:depth])} is no mapping")
    fresh = value
    for key in reversed(path[depth + 1 :]):
        fresh = {key: fresh}
    held = holder.under(path[depth])
    if held is None:
        splices = [*added(text, holder, parent, path[: depth + 1], fresh)]
    else:
        splices = [_replaced(text, held, path, fresh)]
    return _checked(text, spliced(text, splices), path, value)


def added(
    text: str, holder: Node, parent: Node | None, path: Sequence[str], value: Any, note: str = ""
) -> Iterator[Splice]:
    """Yield what adds an entry to a mapping of a text.

    Parameters
    ----------
    text, holder, parent
        The text, the mapping, and the mapping that holds it.
    path
        Where the entry will stand; its last key is the entry's own.
    value
        What it will hold.
    note
        A comment, ``#`` included, for the end of the entry's first line; left out within braces.
    """
    *above, key = path
    if not holder.flow:
        after = _before(holder, above, key)
        if after is None:  # nothing in the form's order comes before it
            first = holder.entries[0][0].start
            pad = " " * column_of(text, first)
            rows = _rows(text, key, value, len(pad), note).removeprefix(pad)
            yield Splice(first, first, rows + _break(text) + pad)
            return
        yield _below(text, after, column_of(text, holder.entries[0][0].start), key, value, note)
        return
    if holder.entries:
        place = holder.entries[-1][1].end
        last = holder.entries[-1][0].start
        gap = " "
        if "\n" in text[holder.start : last]:  # entries stand on lines of their own
            gap = _break(text) + " " * _indent(text, last)
        yield Splice(place, place, f",{gap}{flow({key: value})[1:-1]}")
        return
    if parent is None or parent.flow:
        yield Splice(holder.start, holder.end, flow({key: value}))
        return
    named = next(name for name, held in parent.entries if held is holder)
    start = len(text[: holder.start].rstrip(" "))
    yield Splice(start, holder.end, "")
    yield _below(text, holder.end, column_of(text, named.start) + 2, key, value, note)


def _before(holder: Node, above: Sequence[str], key: str) -> int | None:
    """Return the end of the entry after which a key belongs; ``None`` when it comes first."""
    order = [*fields_at([*above])]
    if key not in order:
        return holder.end
    earlier = order[: order.index(key)]
    ends = [held.end for name, held in holder.entries if name.value in earlier]
    return max(ends, default=None)


def _below(text: str, place: int, indent: int, key: str, value: Any, note: str) -> Splice:
    """Return what adds an entry on new lines under the line of a place."""
    place = line_end(text, place) if text[place - 1 : place] != "\n" else place
    rows = _rows(text, key, value, indent, note)
    if text[place - 1 : place] == "\n":
        return Splice(place, place, rows + _break(text))
    return Splice(place, place, _break(text) + rows)


def _rows(text: str, key: str, value: Any, indent: int, note: str) -> str:
    first, *more = block(key, value, indent)
    gap = [""] if more and not indent else []  # a room of several lines stands apart
    return _break(text).join([*gap, f"{first}  {note}" if note else first, *more])


def _replaced(text: str, held: Node, path: Sequence[str], value: Any) -> Splice:
    if held.literal or (held.kind in ("mapping", "list") and not held.flow):
        raise ValueError(f"{'.'.join(path)} holds several lines")
    if commented(text, held):
        raise ValueError(f"{'.'.join(path)} holds a comment")
    space = "" if held.start != held.end or text[held.start - 1 : held.start] == " " else " "
    return Splice(held.start, held.end, space + flow(value))


def _checked(before: str, after: str, path: Sequence[str], value: Any) -> str:
    """Return the edited text, when it says what it said before and what was put.

    Raises
    ------
    RuntimeError
        When it says anything else: a fault of this module.
    """
    wanted = copy.deepcopy(read_tree(before)[0].value)
    holder = wanted
    for key in path[:-1]:
        holder = holder.setdefault(key, {})
    holder[path[-1]] = value
    tree, problems = read_tree(after)
    if problems or tree.value != wanted:
        raise RuntimeError(f"{'.'.join(path)} could not be written into the text")
    return after


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _indent(text: str, place: int) -> int:
    """Return how many spaces begin the line of a place."""
    line = text[place - column_of(text, place) : place]
    return len(line) - len(line.lstrip(" "))
