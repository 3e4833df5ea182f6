"""Judgement sets: the answer by each analyst's numbers, side by side."""

from __future__ import annotations

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.situation import as_judged
from detente.negotiation.payoff import compile_case
from detente.negotiation.reach import most
from detente.study.standing import Standing, standing

OWN = ""
"""The name of the file's own numbers among the sets."""


class SetResult(Result):
    """The case by one set of judgements; ``set`` is empty for the file's own numbers.

    ``agreed`` gives, for each principal, the gain that the file's own Nash package brings by this
    set's numbers; empty where the file has none.
    """

    set: str
    signer: str | None
    standing: Standing
    agreed: dict[str, Exact]


class SetsResult(Result):
    """The answer by each judgement set, the file's own first."""

    sets: tuple[SetResult, ...]
    provenance: Provenance


def judgement_sets(case: Case, input_hash: str = "") -> SetsResult | None:
    """Answer by each judgement set, one by one; ``None`` for a case that has none.

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
    if not case.judgement_sets:
        return None
    own = compile_case(case)
    tops = most(own)
    base = standing(own, tops)
    found = []
    for name in (OWN, *case.judgement_sets):
        payoffs = compile_case(as_judged(case, name)) if name else own
        found.append(
            SetResult(
                set=name,
                signer=case.judgement_sets[name].signer if name else case.signer,
                standing=standing(payoffs, tops),
                agreed={}
                if base.nash is None
                else {p: payoffs.gain(p, base.nash.package) for p in case.principals},
            )
        )
    return SetsResult(
        sets=tuple(found), provenance=Provenance(method="judgement-sets", input_hash=input_hash)
    )
