"""From form 0, the draft before the first form, to form 1.

Form 0 differs from form 1 in three things:

- its first line is ``detente: 0``;
- an estimate that says who answers for it has ``low``, ``mode`` and ``high`` apart, where form 1
  has ``value: [low, mode, high]``;
- the option that holds without agreement is marked, ``status_quo: true``, where form 1 has its id
  on the issue, ``status_quo: ID``.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.base.errors import InputError
from detente.base.estimate import Estimate
from detente.base.problem import Problem
from detente.case.case import Case
from detente.case.shape import form_at
from detente.files.edit import Splice, added, spliced
from detente.files.yaml_marks import (
    Node,
    column_of,
    commented,
    line_end,
    line_of,
    marked,
    walk,
)

_ENDS = ("low", "mode", "high")
_MARK = "status_quo"


class _CannotError(Exception):
    """Something that cannot be migrated without a decision."""

    def __init__(self, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.node, self.hint = node, hint


def to_form_1(text: str, file: str) -> str:
    r"""Return a case of form 0 in form 1, comments and layout kept.

    A comment beside ``low`` stays beside the value; those beside ``mode`` and ``high`` stay where
    they stood, on lines of their own. A comment beside the mark of an option goes with it to the
    issue.

    Parameters
    ----------
    text
        A document that can be read, first key ``detente``.
    file
        Its name, for the problems' places.

    Raises
    ------
    InputError
        With everything that cannot be migrated (F010).

    Examples
    --------
    >>> print(to_form_1("detente: 0\nprincipals:\n  A:\n    reserve: {low: 0, mode: 2, high: 5}\n",
    ...     "a.yaml"), end="")
    detente: 1
    principals:
      A:
        reserve: {value: [0, 2, 5]}
    """
    root = marked(text)
    splices: list[Splice] = []
    problems: list[Problem] = []
    for path, node in walk(root):
        try:
            if node.kind == "mapping" and form_at(Case, path) is Estimate:
                splices.extend(_estimate(text, node))
            elif node.kind == "mapping" and len(path) == 2 and path[0] == "issues":
                splices.extend(_issue(text, root, node, path))
        except _CannotError as cannot:
            line = line_of(text, cannot.node.start)
            problems.append(Problem("F010", str(cannot), file, line, ".".join(path), cannot.hint))
    if problems:
        raise InputError(problems)
    form = root.under("detente")
    assert form is not None
    return spliced(text, [*splices, Splice(form.start, form.end, "1")])


def _estimate(text: str, node: Node) -> Iterator[Splice]:
    """Yield what puts low, mode and high into one list."""
    found = {key.value: (key, held) for key, held in node.entries if key.value in _ENDS}
    if not found:
        return
    first = next(iter(found.values()))[0]
    if node.under("value") is not None:
        said = f"`value` stands beside `{first.value}`"
        raise _CannotError(first, said, "keep one of the two: `value`, or low, mode and high")
    lacking = [end for end in _ENDS if end not in found]
    if lacking:
        said = f"the estimate has no {' and no '.join(f'`{end}`' for end in lacking)}"
        raise _CannotError(first, said, "give low, mode and high, all three")
    written = [text[held.start : held.end] for _, held in (found[end] for end in _ENDS)]
    for key, held in found.values():
        one = held.kind in ("scalar", "alias") and not held.literal
        if not one or held.start == held.end or "\n" in text[held.start : held.end]:
            raise _CannotError(key, f"`{key.value}` is no number", "give a number")
    start = found[first.value][1]
    yield Splice(first.start, first.end, "value")
    yield Splice(start.start, start.end, f"[{', '.join(written)}]")
    for key, _ in found.values():
        if key is not first:
            yield from _without(text, node, key)


def _issue(text: str, root: Node, issue: Node, path: tuple[str, ...]) -> Iterator[Splice]:
    """Yield what moves the mark of an option of no agreement to its issue."""
    options = issue.under("options")
    marks = [
        (option, held, key, value)
        for option, held in (options.entries if options else ())
        for key, value in held.entries
        if key.value == _MARK
    ]
    if not marks:
        return
    named = issue.index(_MARK)
    if named is not None:
        said = f"the issue has `{_MARK}`, and an option has it too"
        raise _CannotError(issue.entries[named][0], said, "keep the mark of the option")
    for _, _, key, value in marks:
        if not value.plain or value.value not in ("true", "True", "false", "False"):
            raise _CannotError(key, f"`{_MARK}` of an option is `true` or absent", "write `true`")
    true = [mark for mark in marks if mark[3].value.lower() == "true"]
    if len(true) > 1:
        raise _CannotError(true[1][2], "a second option is marked to hold now", "mark one option")
    for option, held, key, value in marks:
        yield from _without(text, held, key, with_note=bool(true) and value is true[0][3])
        if true and value is true[0][3]:
            note = "" if held.flow or issue.flow else _note(text, value.end)
            issues = root.under("issues")
            yield from added(text, issue, issues, (*path, _MARK), option.value, note)


def _without(text: str, node: Node, key: Node, *, with_note: bool = False) -> Iterator[Splice]:
    """Yield what takes an entry out of a mapping, its comment excepted unless ``with_note``."""
    index = next(i for i, (name, _) in enumerate(node.entries) if name is key)
    held = node.entries[index][1]
    if "#" in text[key.end : held.start]:
        said = f"a comment stands between `{key.value}` and what it says"
        raise _CannotError(key, said, "put the comment after it, or on a line before")
    if not node.flow:
        yield from _without_line(text, key, held, with_note=with_note)
    elif index and not commented(text, node):
        yield Splice(node.entries[index - 1][1].end, held.end, "")
    else:
        end = held.end
        while text[end] in " \t\r\n,":
            end += 1
            if text[end - 1] == ",":
                after = end
                while text[after] == " ":
                    after += 1
                yield Splice(key.start, after if text[after] not in "#\r\n" else end, "")
                return
        yield Splice(key.start, held.end, "")


def _without_line(text: str, key: Node, held: Node, *, with_note: bool) -> Iterator[Splice]:
    start = key.start - column_of(text, key.start)
    if text[start : key.start].strip():
        said = f"`{key.value}` does not begin its line"
        raise _CannotError(key, said, "put it on a line of its own")
    note = _note(text, held.end)
    if note and not with_note:
        yield Splice(key.start, text.index(note, held.end), "")
        return
    end = line_end(text, held.end)
    end += len(text[end : end + 2]) if text[end : end + 2] == "\r\n" else 1
    yield Splice(start, min(end, len(text)), "")


def _note(text: str, place: int) -> str:
    """Return the comment between a place and the end of its line."""
    rest = text[place : line_end(text, place)].strip()
    return rest if rest.startswith("#") else ""
