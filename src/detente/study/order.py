"""Order: who wishes what to come first, and which wishes oppose each other."""

from __future__ import annotations

from collections.abc import Mapping

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.sequence import Wish


class WishResult(Result):
    """One wish about order, and what it costs its party while it is violated, in points."""

    wish: str
    party: str
    points: Exact


class Opposition(Result):
    """Two wishes that cannot both be met: what one puts first the other puts after.

    ``cost`` is the least that violating one of them costs its party.
    """

    first: str
    second: str
    cost: Exact


class OrderResult(Result):
    """The wishes about order, and those that oppose each other."""

    wishes: tuple[WishResult, ...]
    opposed: tuple[Opposition, ...]
    provenance: Provenance


def order(case: Case, input_hash: str = "") -> OrderResult | None:
    """Answer which wishes about order oppose each other; ``None`` for a case without wishes.

    Parameters
    ----------
    case
        A consistent case.
    input_hash
        SHA-256 of the files read.
    """
    if not case.wishes:
        return None
    named = [*case.wishes.items()]
    return OrderResult(
        wishes=tuple(
            WishResult(wish=name, party=wish.party, points=wish.points.mode) for name, wish in named
        ),
        opposed=tuple(
            Opposition(first=one, second=other, cost=min(wish.points.mode, against.points.mode))
            for place, (one, wish) in enumerate(named)
            for other, against in named[place + 1 :]
            if _opposed(wish, against)
        ),
        provenance=Provenance(method="order", input_hash=input_hash),
    )


def _opposed(one: Wish, other: Wish) -> bool:
    """Whether each puts first something that the other puts after."""
    return (
        one.party != other.party and _meet(one.first, other.then) and _meet(other.first, one.then)
    )


def _meet(one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]) -> bool:
    return any({*options} & {*other.get(issue, ())} for issue, options in one.items())
