"""Beliefs: the answer as each principal sees it, beside the answer by the case's estimates."""

from __future__ import annotations

from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.situation import as_believed
from detente.negotiation.payoff import compile_case
from detente.negotiation.reach import most
from detente.study.standing import Standing, standing


class BeliefResult(Result):
    """The case as one principal believes it to be.

    Attributes
    ----------
    holder
        The principal.
    beliefs
        Its beliefs.
    standing
        How the case stands as the holder sees it.
    offered
        Gains that the package the holder would propose (its Nash package) truly brings, by the
        case's estimates; empty where it sees none.
    forgone
        By how much J is lower as it sees the case: what caution costs; below 0 where the holder
        sees more than there is.
    """

    holder: str
    beliefs: tuple[str, ...]
    standing: Standing
    offered: dict[str, Exact]
    forgone: Exact


class BeliefsResult(Result):
    """The answer under beliefs, beside the case's own."""

    standing: Standing
    holders: tuple[BeliefResult, ...]
    provenance: Provenance


def beliefs(case: Case, input_hash: str = "") -> BeliefsResult | None:
    """Answer how the case looks to those who hold beliefs; ``None`` where nobody does.

    Parameters
    ----------
    case
        A consistent case.
    input_hash
        SHA-256 of the files read.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    if not case.beliefs:
        return None
    payoffs = compile_case(case)
    tops = most(payoffs)
    own = standing(payoffs, tops)
    found = []
    for holder in case.principals:
        held = tuple(name for name, b in case.beliefs.items() if b.holder == holder)
        if not held:
            continue
        seen = standing(compile_case(as_believed(case, holder)), tops)
        offered: dict[str, Fraction] = {}
        if seen.nash is not None:
            offered = {p: payoffs.gain(p, seen.nash.package) for p in case.principals}
        found.append(
            BeliefResult(
                holder=holder,
                beliefs=held,
                standing=seen,
                offered=dict(offered),
                forgone=own.j - seen.j,
            )
        )
    return BeliefsResult(
        standing=own,
        holders=tuple(found),
        provenance=Provenance(method="beliefs", input_hash=input_hash),
    )
