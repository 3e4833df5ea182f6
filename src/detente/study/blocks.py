"""Who blocks what: which options no agreement can hold, and what keeps each of them out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.base.result import Provenance, Result
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Question, choosable, obstacles, zone


class OptionBlock(Result):
    """Whether some package of the zone holds an option, and what would let it in.

    Attributes
    ----------
    issue, option
        The option.
    possible
        Whether a package acceptable to all holds it.
    opened_by
        Obstacles each of which, lifted alone, would make it possible.
    needs
        Where none does alone: ``all`` if lifting every obstacle would, ``nothing`` if even that
        would not (the principals' own interests or the constraints keep it out).
    """

    issue: str
    option: str
    possible: bool
    opened_by: tuple[str, ...] = ()
    needs: str | None = None


class BlocksResult(Result):
    """Who blocks what: every option other than no agreement."""

    options: tuple[OptionBlock, ...]
    provenance: Provenance


def blocks(payoffs: Payoffs, input_hash: str = "") -> BlocksResult:
    """Answer which options can be part of an agreement, and what keeps the others out.

    Parameters
    ----------
    payoffs
        The compiled case.
    input_hash
        SHA-256 of the files read.
    """
    return BlocksResult(
        options=tuple(_blocks(payoffs)),
        provenance=Provenance(method="blocks", input_hash=input_hash),
    )


def _blocks(payoffs: Payoffs) -> Iterator[OptionBlock]:
    case = payoffs.case
    seen = {item for point in answer(payoffs, zone(case)) for item in point.package.items()}
    for issue_id, issue in case.issues.items():
        for option in issue.options:
            if option != issue.status_quo:
                yield _block(payoffs, issue_id, option, seen=(issue_id, option) in seen)


def _block(payoffs: Payoffs, issue: str, option: str, *, seen: bool) -> OptionBlock:
    """Answer for one option; ``seen`` says that an efficient package of the zone holds it."""
    case = payoffs.case
    if option not in choosable(case, issue):
        return OptionBlock(issue=issue, option=option, possible=False, needs="third party")
    if seen or _holds(payoffs, issue, option):
        return OptionBlock(issue=issue, option=option, possible=True)
    # What lifting everything does not let in, lifting one obstacle does not either.
    if not _holds(payoffs, issue, option, frozenset(obstacles(case))):
        return OptionBlock(issue=issue, option=option, possible=False, needs="nothing")
    alone = tuple(
        obstacle
        for obstacle in obstacles(case)
        if _holds(payoffs, issue, option, frozenset({obstacle}))
    )
    return OptionBlock(
        issue=issue,
        option=option,
        possible=False,
        opened_by=alone,
        needs=None if alone else "all",
    )


def _holds(payoffs: Payoffs, issue: str, option: str, lifted: Lifted = NOTHING) -> bool:
    whole = zone(payoffs.case, lifted)
    first = whole.maximise[:1]
    asked = Question(first, whole.consent, whole.reserves, {issue: (option,)}, lifted=lifted)
    return bool(answer(payoffs, asked))
