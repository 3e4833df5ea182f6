"""Two cases side by side: what differs, and which differences moved the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.change import ROOMS, ChangeError, changed, leaves
from detente.case.comparison import Comparison, in_words
from detente.case.consistency import findings
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.negotiation.reach import most
from detente.study.standing import Standing, standing

Progress = Callable[[int, int], None]

OUTLOOK = ("shocks", "scenarios", "dated", "beliefs", "judgement_sets", "claims")
"""Rooms that do not bear on the present answer."""

Path = tuple[str, ...]


class Difference(Result):
    """One difference between two cases.

    Attributes
    ----------
    place
        Where it stands in the case file; a party's weights count as one difference.
    before, after
        What stands there in the first and in the second case; ``None`` where nothing does.
    alone
        J of the first case with this difference alone, less its J; ``None`` where it cannot be
        made alone, because the case would not be consistent.
    last
        J of the second case less its J without this difference; ``None`` as for ``alone``.
    same_nash
        Whether the first case's Nash package stays the same with this difference alone.
    """

    place: str
    before: str | None
    after: str | None
    alone: Exact | None
    last: Exact | None
    same_nash: bool | None


class CompareResult(Result):
    """Two cases compared.

    Attributes
    ----------
    first, second
        How each stands; both measured against M of the first, where they are about the same
        issues, and each against its own otherwise.
    same_frame
        Whether both have the same principals, issues and options; only then can differences be
        tried one by one.
    frame
        Principals, issues and options that only one of them has: ``{place: first or second}``.
    differences
        Those that bear on the present answer, what moves J most first.
    elsewhere
        Differences in rooms that do not bear on it (facts, scenarios, dates, beliefs, claims),
        counted by room.
    rest
        How J of the second less J of the first differs from the sum of what each difference
        brings alone: what only several of them do together.
    """

    first: Standing
    second: Standing
    same_frame: bool
    frame: dict[str, str]
    differences: tuple[Difference, ...]
    elsewhere: dict[str, int]
    rest: Exact
    provenance: Provenance


@dataclass(frozen=True)
class _Piece:
    place: str
    before: Any
    after: Any
    there: Mapping[str, Any]
    back: Mapping[str, Any]


def compare(
    first: Case, second: Case, input_hash: str = "", progress: Progress | None = None
) -> CompareResult:
    """Answer what differs between two cases, and what moved the answer.

    Parameters
    ----------
    first, second
        Two consistent cases: versions of one, or one by two judgement sets.
    input_hash
        SHA-256 of the files read.
    progress
        Called with the number of differences tried and their total.

    Raises
    ------
    NotProved
        When a case is too large for the engine.
    """
    frame = dict(_frame(first, second))
    tops = most(compile_case(first))
    before = standing(compile_case(first), tops)
    after = standing(compile_case(second), most(compile_case(second)) if frame else tops)
    pieces = [*_pieces(first, second)]
    found = []
    for number, piece in enumerate(pieces):
        found.append(_difference(first, second, piece, (before, after), tops, bool(frame)))
        if progress is not None:
            progress(number + 1, len(pieces))
    sums = sum((d.alone for d in found if d.alone is not None), Fraction(0))
    return CompareResult(
        first=before,
        second=after,
        same_frame=not frame,
        frame=frame,
        differences=tuple(sorted(found, key=_weight)),
        elsewhere=_elsewhere(first, second),
        rest=after.j - before.j - sums,
        provenance=Provenance(method="compare", input_hash=input_hash),
    )


def _weight(found: Difference) -> tuple[Fraction, str]:
    return -max(abs(found.alone or Fraction(0)), abs(found.last or Fraction(0))), found.place


def _difference(
    first: Case,
    second: Case,
    piece: _Piece,
    ends: tuple[Standing, Standing],
    tops: Mapping[str, Fraction],
    framed: bool,
) -> Difference:
    before, after = ends
    there = None if framed else _tried(first, piece.there, tops)
    back = None if framed else _tried(second, piece.back, tops)
    return Difference(
        place=piece.place,
        before=_text(piece.before),
        after=_text(piece.after),
        alone=None if there is None else there.j - before.j,
        last=None if back is None else after.j - back.j,
        same_nash=None if there is None else _package(there) == _package(before),
    )


def _package(found: Standing) -> Mapping[str, str] | None:
    return found.nash.package if found.nash else None


def _tried(case: Case, change: Mapping[str, Any], tops: Mapping[str, Fraction]) -> Standing | None:
    """Return how a case stands with one change, or ``None`` where that would not be consistent."""
    bare = case.model_copy(update={room: {} for room in OUTLOOK})
    try:
        then = changed(bare, change)
    except ChangeError:
        return None
    return None if findings(then) else standing(compile_case(then), tops)


def _frame(first: Case, second: Case) -> Iterator[tuple[str, str]]:
    sides = ((first, second, "first"), (second, first, "second"))
    for one, other, side in sides:
        for principal in one.principals:
            if principal not in other.principals:
                yield f"principals.{principal}", side
        for name, issue in one.issues.items():
            if name not in other.issues:
                yield f"issues.{name}", side
                continue
            for option in issue.options:
                if option not in other.issues[name].options:
                    yield f"issues.{name}.options.{option}", side
    if [*first.issues] != [*second.issues] and {*first.issues} == {*second.issues}:
        yield "issues", "order"


def _pieces(first: Case, second: Case) -> Iterator[_Piece]:
    for room in ROOMS:
        one, other = written(getattr(first, room)), written(getattr(second, room))
        for name in dict.fromkeys((*one, *other)):
            if name not in one or name not in other:
                whole = (room, name)
                yield _piece(whole, one.get(name), other.get(name))
            elif one[name] != other[name]:
                yield from _within(room, name, one[name], other[name])


def _within(
    room: str, name: str, one: Mapping[str, Any], other: Mapping[str, Any]
) -> Iterator[_Piece]:
    """Yield the differences within one element, a party's weights as one."""
    if one.get("weights") != other.get("weights"):
        before, after = one["weights"], other["weights"]
        piece = _piece((room, name, "weights"), before, after)
        there, back = _in_place_of(after, before), _in_place_of(before, after)
        place = (room, name, "weights")
        yield replace(piece, there=_nested(place, there), back=_nested(place, back))
    rest = [{k: v for k, v in side.items() if k != "weights"} for side in (one, other)]
    paths = {path: None for side in rest for path in leaves({room: {name: side}})}
    for path in paths:
        before, after = (_at(side, path[2:]) for side in rest)
        if before != after:
            yield _piece(path, before, after)


def _in_place_of(weights: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """Return weights as a change that also takes away the comparisons that are held beside them."""
    own, others = (side.get("comparisons", {}) for side in (weights, held))
    if not others:
        return dict(weights)
    compared = {
        name: {**dict.fromkeys(said), **own[name]} if name in own else None
        for name, said in others.items()
    }
    return {**weights, "comparisons": {**own, **compared}}


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _piece(path: Path, before: Any, after: Any) -> _Piece:
    return _Piece(".".join(path), before, after, _nested(path, after), _nested(path, before))


def _nested(path: Path, value: Any) -> dict[str, Any]:
    for key in reversed(path):
        value = {key: value}
    found: dict[str, Any] = value
    return found


def _elsewhere(first: Case, second: Case) -> dict[str, int]:
    found: dict[str, int] = {}
    for room in ("facts", "signers", *OUTLOOK):
        one, other = getattr(first, room), getattr(second, room)
        differ = sum(one.get(name) != other.get(name) for name in dict.fromkeys((*one, *other)))
        if differ:
            found[room] = differ
    return found


def _text(value: Any) -> str | None:
    """Return what stands at a place in a few words."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        if "value" in value or "code" in value:
            return _text(value.get("value", value.get("code")))
        if isinstance(value.get("points"), Mapping):
            points = ", ".join(f"{k} {_text(v)}" for k, v in value["points"].items())
            compared = map(Comparison.model_validate, value.get("comparisons", {}).values())
            return "; ".join([points, *(in_words(said, {}) for said in compared)])
        return str(value.get("name") or value.get("text") or ", ".join(map(str, value)))
    if isinstance(value, list):
        if len(value) == 3 and all(isinstance(item, int | float) for item in value):
            return f"{value[1]} ({value[0]} to {value[2]})"
        return ", ".join(str(item) for item in value)
    return str(value)
