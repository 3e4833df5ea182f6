"""What rests on whose judgement, and how far the answer holds when judgements move by one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.numbers import STILL, Number, Values, numbers, party_key
from detente.case.outlook_numbers import every_number
from detente.case.preference import reweighed
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs, move
from detente.negotiation.question import zone
from detente.negotiation.reach import largest, most, top
from detente.negotiation.stand import Stand, stand
from detente.negotiation.together import prepare

Direction = Literal["down", "up"]
Progress = Callable[[int, int], None]


class Move(Result):
    """One judgement moved by one step: from its mode to its low or its high.

    Attributes
    ----------
    key
        The number's path in the case.
    direction
        ``down`` to its low or ``up`` to its high.
    open, j
        Whether the zone is open then, and J.
    same_nash
        Whether the Nash package is the same as without the move.
    """

    key: str
    direction: Direction
    open: bool
    j: Exact
    same_nash: bool


class AllMoved(Result):
    """All judgements moved by one step together, against or in favour of agreement."""

    open: bool
    j: Exact


class JudgementsResult(Result):
    """What rests on whose judgement.

    Attributes
    ----------
    total, judged, cited
        Numbers of the case, those somebody had to judge, and judged ones that cite a fact.
    by_kind, by_signer
        Judged numbers by what they measure, and by who signed them.
    moves
        Every judgement that the present answer rests on moved by one step, by itself, both ways; a
        range's end that is its mode is no step and is left out. A weight that moves rescales the
        party's other weights. Numbers of the outlook are counted, not moved: probabilities,
        wishes, months, and what changes set.
    against, favour
        All scores, codes, reserves, prices and linkages moved together, each against agreement,
        or each in its favour. Weights and importances stay: they only share out what there is.
    """

    total: int
    judged: int
    cited: int
    by_kind: dict[str, int]
    by_signer: dict[str, int]
    moves: tuple[Move, ...]
    against: AllMoved
    favour: AllMoved
    provenance: Provenance


def judgements(
    payoffs: Payoffs, input_hash: str = "", progress: Progress | None = None
) -> JudgementsResult:
    """Answer what rests on judgement, and how far the answer holds.

    Parameters
    ----------
    payoffs
        The case, compiled with its modes.
    input_hash
        SHA-256 of the files read.
    progress
        Called with the number of moves tried and their total.
    """
    case = payoffs.case
    every = every_number(case)
    signed = [number for number in every if number.judged]
    table = numbers(case)
    judged = [number for number in table if number.judged and number.kind not in STILL]
    steps = [(n, d) for n in judged if not _alone(case, table, n) for d in _directions(n)]
    found = _moved(payoffs, [(n, step(case, table, n, d)) for n, d in steps], progress)
    chosen = stand(payoffs, most(payoffs)).nash
    moved = [
        Move(key=n.key, direction=d, open=one.open, j=one.j, same_nash=one.nash == chosen)
        for (n, d), one in zip(steps, found, strict=True)
    ]
    return JudgementsResult(
        total=len(every),
        judged=len(signed),
        cited=sum(bool(number.facts) for number in signed),
        by_kind=dict(Counter(number.kind for number in signed)),
        by_signer=dict(Counter(str(number.signer) for number in signed)),
        moves=tuple(moved),
        against=_together(payoffs, judged, against=True),
        favour=_together(payoffs, judged, against=False),
        provenance=Provenance(method="one-step", input_hash=input_hash),
    )


def _directions(number: Number) -> Iterable[Direction]:
    if number.low < number.mode:
        yield "down"
    if number.high > number.mode:
        yield "up"


def _alone(case: Case, table: Iterable[Number], number: Number) -> bool:
    """Whether a number is its party's only weight: it is 100, and cannot move."""
    if number.kind != "weight":
        return False
    root = f"{party_key(case, number.party)}.weights.points."
    return not any(n.mode for n in table if n.key.startswith(root) and n.key != number.key)


def step(
    case: Case, table: Iterable[Number], number: Number, direction: Direction
) -> dict[str, Fraction]:
    """Return the changes that moving one number by one step makes.

    Moving a weight rescales the party's other weights, as exact rationals, so that they stay 100.
    """
    value = number.low if direction == "down" else number.high
    if number.kind != "weight":
        return {number.key: value}
    root = f"{party_key(case, number.party)}.weights.points."
    held = {n.key: n.mode for n in table if n.key.startswith(root)}
    return reweighed(held, number.key, value, case.parties[number.party].weights.total)


def _moved(
    payoffs: Payoffs,
    steps: Sequence[tuple[Number, Mapping[str, Fraction]]],
    progress: Progress | None,
) -> list[Stand]:
    """Return how the case stands after each move; moves of one issue share their work."""
    case = payoffs.case
    tops = most(payoffs)
    moved = [move(payoffs, changes) for _, changes in steps]
    prepare((one, zone(case)) for one in moved)
    measured = [dict(tops) for _ in steps]
    for principal in case.principals:
        # M asks a principal's own numbers alone.
        mine = [i for i, (n, _) in enumerate(steps) if n.party == principal]
        prepare((moved[i], largest(case, principal)) for i in mine)
        for i in mine:
            measured[i][principal] = top(answer(moved[i], largest(case, principal)))
    stands = []
    for i, one in enumerate(moved):
        stands.append(stand(one, measured[i]))
        if progress is not None:
            progress(i + 1, len(steps))
    return stands


def _together(payoffs: Payoffs, judged: Iterable[Number], *, against: bool) -> AllMoved:
    changes: dict[str, Fraction] = {}
    for number in judged:
        if number.kind in ("score", "code", "linkage"):
            changes[number.key] = number.low if against else number.high
        elif number.kind in ("reserve", "price", "outside"):
            changes[number.key] = number.high if against else number.low
    fixed = _anchored(payoffs.case, changes)
    moved = move(payoffs, fixed)
    found = stand(moved, most(moved))
    return AllMoved(open=found.open, j=found.j)


def _anchored(case: Case, changes: Values) -> dict[str, Fraction]:
    """Leave the options of no agreement where they are: gains are counted from there."""
    held = tuple(
        f"issues.{issue_id}.options.{issue.status_quo}."
        for issue_id, issue in case.issues.items()
        if issue.status_quo
    )
    return {key: value for key, value in changes.items() if not key.startswith(held)}
