"""Who blocks what: which options no agreement can hold, and what keeps each of them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.base.result import Provenance, Result
from detente.negotiation.compiler import answer, frontier_of
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted, Question, choosable, obstacles, zone
from detente.negotiation.together import prepare


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


_Item = tuple[str, str]


def _blocks(payoffs: Payoffs) -> Iterator[OptionBlock]:
    case = payoffs.case
    names = obstacles(case)
    every = [
        (issue_id, option)
        for issue_id, issue in case.issues.items()
        for option in issue.options
        if option != issue.status_quo
    ]
    chosen = [item for item in every if item[1] in choosable(case, item[0])]
    possible = {item for point in answer(payoffs, zone(case)) for item in point.package.items()}
    out = [item for item in chosen if item not in possible]
    possible |= _held(payoffs, [(item, NOTHING) for item in out]).keys()
    # What lifting everything does not let in, lifting one obstacle does not either.
    out = [item for item in out if item not in possible]
    let_in = _held(payoffs, [(item, frozenset(names)) for item in out]).keys()
    ones = _held(
        payoffs, [(item, frozenset({name})) for item in out if item in let_in for name in names]
    )
    for item in every:
        issue, option = item
        if item not in chosen:
            yield OptionBlock(issue=issue, option=option, possible=False, needs="third party")
        elif item in possible:
            yield OptionBlock(issue=issue, option=option, possible=True)
        else:
            alone = tuple(name for name in names if frozenset({name}) in ones.get(item, ()))
            needs = None if alone else "all" if item in let_in else "nothing"
            yield OptionBlock(
                issue=issue, option=option, possible=False, opened_by=alone, needs=needs
            )


def _held(payoffs: Payoffs, asked: Sequence[tuple[_Item, Lifted]]) -> dict[_Item, list[Lifted]]:
    """Return the options that the zone holds once obstacles are lifted, with these obstacles."""
    questions = [_question(payoffs, *one) for one in asked]
    prepare((payoffs, question) for question in questions)
    found: dict[_Item, list[Lifted]] = {}
    for (item, lifted), question in zip(asked, questions, strict=True):
        if frontier_of(payoffs, question).points:
            found.setdefault(item, []).append(lifted)
    return found


def _question(payoffs: Payoffs, item: _Item, lifted: Lifted) -> Question:
    whole = zone(payoffs.case, lifted)
    allowed = {item[0]: (item[1],)}
    return Question(whole.maximise[:1], whole.consent, whole.reserves, allowed, lifted=lifted)
