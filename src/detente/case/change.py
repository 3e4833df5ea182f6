"""A case with some of it otherwise: what dates, states, beliefs and judgement sets do to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.form import Changes
from detente.case.issue import Code
from detente.case.party import Party
from detente.case.shape import bare, form_at, is_model, step
from detente.case.written import written

ROOMS = (
    "principals",
    "ratifiers",
    "third_parties",
    "issues",
    "constraints",
    "linkages",
    "commitments",
    "wishes",
    "steps",
    "calendar",
)
"""Rooms of a case that a change may concern."""

Path = tuple[str, ...]


class ChangeError(ValueError):
    """A change that cannot be made; ``path`` leads to it from the root of the changes."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


@dataclass(frozen=True, slots=True)
class Note:
    """Who answers for the numbers of a change that do not say so themselves."""

    signer: str | None = None
    reason: str | None = None
    fact: str | None = None
    day: date | None = None


def changed(case: Case, changes: Changes) -> Case:
    """Return a case with changes made to it.

    A merge patch (RFC 7386) in the shape of the case file: keys that are absent stay, null takes
    a key or an element away, and an estimate, a code or a list is replaced as a whole. Where some
    of a party's swing weights change, the others are rescaled as exact rationals so that the modes
    stay 100.

    Parameters
    ----------
    case
        A case.
    changes
        Room, element, and its keys with their new values.

    Raises
    ------
    ChangeError
        When the changes do not have the form of the case, or would add or remove a principal, an
        issue or an option.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> change = {"principals": {"A": {"weights": {"points": {"price": 80}}}}}
    >>> case = changed(two_issue_case(), change)
    >>> {issue: int(e.mode) for issue, e in case.principals["A"].weights.points.items()}
    {'price': 80, 'delivery': 20}
    """
    rooms: dict[str, Any] = {}
    for room, elements in changes.items():
        form = form_at(Case, (room, "x"))
        if not is_model(form) or not isinstance(elements, Mapping):
            raise ChangeError((room,), f"`{room}` is no room of a case that a change may concern")
        held = dict(getattr(case, room))
        for name, change in elements.items():
            if change is None:
                if name not in held:
                    raise ChangeError((room, name), f"there is no '{name}' to take away")
                del held[name]
                continue
            held[name] = _known(form, held.get(name), change, (room, name))
        rooms[room] = held
    after = case.model_copy(update=rooms)
    _same_frame(case, after, rooms)
    return after


_MADE: dict[tuple[int, str], tuple[object, Any]] = {}
_MANY = 5_000


def _known(form: Any, held: Any, change: Any, path: Path) -> Any:
    """Return an element changed, made once: situations share most of what is changed in them.

    Each entry holds the element as it was, so that an identity is never given anew.
    """
    key = (id(held), f"{path} {change}")
    if key not in _MADE:
        if len(_MADE) >= _MANY:
            _MADE.clear()
        _MADE[key] = (held, _element(form, held, change, path))
    return _MADE[key][1]


def _element(form: Any, held: Any, change: Any, path: Path) -> Any:
    raw = _merged(form, written(held) if held is not None else None, change, path)
    try:
        found = form.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ChangeError((*path, *map(str, first["loc"])), _said(first)) from error
    weights = change.get("weights") if isinstance(change, Mapping) else None
    points = weights.get("points") if isinstance(weights, Mapping) else None
    return _rescaled(found, points) if isinstance(found, Party) and points else found


def _said(error: ErrorDetails) -> str:
    """Return in plain words what is wrong with the form of a change."""
    if error["type"] == "extra_forbidden":
        return f"there is no key `{error['loc'][-1]}` here"
    if error["type"] == "missing":
        return f"`{error['loc'][-1]}` is missing"
    said = error["msg"].removeprefix("Value error, ")
    return said[:1].lower() + said[1:]


def _merged(form: Any, held: Any, change: Any, path: Path) -> Any:
    """Return an element as written, with a change merged into it."""
    if form is Estimate or form is Code or not isinstance(change, Mapping):
        return change
    if held is not None and not isinstance(held, Mapping):
        raise ChangeError(path, "a mapping cannot take the place of what stands there")
    base = dict(held or {})
    for key, value in change.items():
        below = step(form, str(key)) if form is not None else None
        if value is None:
            base.pop(key, None)
        else:
            inner = bare(below) if below is not None else None
            base[key] = _merged(inner, base.get(key), value, (*path, str(key)))
    return base


def _rescaled(party: Party, named: Mapping[str, Any]) -> Party:
    points = party.weights.points
    kept = [issue for issue in points if issue not in named]
    total = sum((points[issue].mode for issue in kept), Fraction(0))
    left = party.weights.total - sum((points[i].mode for i in named if i in points), Fraction(0))
    if not total or left < 0 or left == total:
        return party
    scaled = {
        issue: _scaled(weight, left / total, party.weights.total) if issue in kept else weight
        for issue, weight in points.items()
    }
    return party.model_copy(update={"weights": party.weights.model_copy(update={"points": scaled})})


def _scaled(weight: Estimate, factor: Fraction, most: Fraction) -> Estimate:
    ends = {end: min(most, getattr(weight, end) * factor) for end in ("low", "mode", "high")}
    return weight.model_copy(update=ends)


def _same_frame(before: Case, after: Case, rooms: Iterable[str]) -> None:
    """Refuse a change of who negotiates about what: answers could not be compared."""
    if "principals" in rooms:
        _same(before.principals, after.principals, ("principals",), "a principal")
    if "issues" in rooms:
        _same(before.issues, after.issues, ("issues",), "an issue")
        for name, issue in before.issues.items():
            options = after.issues[name].options
            _same(issue.options, options, ("issues", name, "options"), "an option")


def _same(before: Mapping[str, Any], after: Mapping[str, Any], path: Path, one: str) -> None:
    if {*before} != {*after}:
        other = next(key for key in (*before, *after) if (key in before) != (key in after))
        raise ChangeError((*path, other), f"a change may not add or remove {one}")


_SAID = ("signer", "reason", "fact")


def noted(changes: Mapping[str, Any], note: Note, path: Path = ()) -> dict[str, Any]:
    """Return changes whose numbers are signed and reasoned, by the note where they are not.

    What an element of the changes says of its own numbers comes before the note.

    Examples
    --------
    >>> noted({"principals": {"A": {"reserve": 3}}}, Note(signer="me"))
    {'principals': {'A': {'reserve': {'signer': 'me', 'value': 3}}}}
    """
    found: dict[str, Any] = {}
    for key, value in changes.items():
        form = form_at(Case, (*path, str(key)))
        if (form is Estimate or form is Code) and value is not None:
            found[key] = _signed(form, value, note)
        elif isinstance(value, Mapping):
            said = {k: value[k] for k in _SAID if isinstance(value.get(k), str)}
            found[key] = noted(value, replace(note, **said), (*path, str(key)))
        else:
            found[key] = value
    return found


def _signed(form: Any, value: Any, note: Note) -> dict[str, Any]:
    if isinstance(value, Estimate | Code):
        value = written(value)
    full = (
        dict(value)
        if isinstance(value, Mapping)
        else {"value" if form is Estimate else "code": value}
    )
    sourced = full.get("sourced")
    said = {
        "signer": None if sourced else note.signer,
        "reason": note.reason,
        "fact": note.fact,
        "date": note.day.isoformat() if note.day and not sourced else None,
    }
    return {**{name: text for name, text in said.items() if text is not None}, **full}


def leaves(changes: Mapping[str, Any], path: Path = ()) -> Iterator[Path]:
    """Yield the path of everything that changes set or take away.

    Examples
    --------
    >>> list(leaves({"principals": {"A": {"reserve": 3, "name": None}}}))
    [('principals', 'A', 'reserve'), ('principals', 'A', 'name')]
    """
    for key, value in changes.items():
        here = (*path, str(key))
        form = form_at(Case, here)
        whole = form is Estimate or form is Code or not isinstance(value, Mapping)
        if whole or not value:
            yield here
        else:
            yield from leaves(value, here)


def combined(sources: Iterable[Changes]) -> dict[str, Any]:
    """Return several changes as one; where two set the same thing, the later one holds."""
    found: dict[str, Any] = {}
    for source in sources:
        _deepen(found, source, ())
    return found


def _deepen(into: dict[str, Any], source: Mapping[str, Any], path: Path) -> None:
    for key, value in source.items():
        here = (*path, str(key))
        form = form_at(Case, here)
        if isinstance(value, Mapping) and form is not Estimate and form is not Code:
            below = into.get(key)
            into[key] = dict(below) if isinstance(below, Mapping) else {}
            _deepen(into[key], value, here)
        else:
            into[key] = value
