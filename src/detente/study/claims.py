"""Claims: what a text says of the relation, each tried by taking away what carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.base.event import Event
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.change import changed
from detente.case.claim import Claim, EventMark, Outcome
from detente.study.outcomes import Answers

Progress = Callable[[int, int], None]


class ClaimResult(Result):
    """One claim, and whether what carries it moves the result named.

    Attributes
    ----------
    claim
        Its id in the case.
    number, text
        Its place in the text, and what it says.
    elements, events
        What carries it: places in the case, and events of the chronology.
    outcome
        The result that it moves; ``None`` for background.
    before, after
        That result in short, with the claim's elements and with them neutralised; ``None`` where
        the claim was not tried.
    moves
        Whether neutralising them changes the result; ``None`` where the claim was not tried.
    expects, measure, agrees
        What the claim says a result is, which result, and whether it is so; ``None`` where it says
        nothing.
    background
        Why no result can move, for background.
    """

    claim: str
    number: int
    text: str
    elements: tuple[str, ...]
    events: tuple[str, ...]
    outcome: Outcome | None
    before: str | None
    after: str | None
    moves: bool | None
    expects: str | None
    measure: Outcome | None
    agrees: bool | None
    background: str | None


class ClaimsResult(Result):
    """Every claim of a case, in the order of their numbers; ``tried`` says whether they were."""

    tried: bool
    claims: tuple[ClaimResult, ...]
    provenance: Provenance


def claims(
    case: Case,
    events: Iterable[Event] = (),
    input_hash: str = "",
    progress: Progress | None = None,
    *,
    tried: bool = True,
    base: Answers | None = None,
) -> ClaimsResult | None:
    """Try every claim of a case; ``None`` for a case without claims.

    Parameters
    ----------
    case, events
        A consistent case and its chronology.
    input_hash
        SHA-256 of the files read.
    progress
        Called with the number of claims tried and their total.
    tried
        Whether each is tried by taking away what carries it; otherwise claims come with what
        carries them, and with whether the case bears out what they expect.
    base
        Answers of the case that are known already.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    if not case.claims:
        return None
    base = base or Answers(case, tuple(events))
    ordered = sorted(case.claims.items(), key=lambda item: item[1].number)
    found = []
    for place, (name, claim) in enumerate(ordered):
        found.append(try_claim(base, name, claim) if tried else stated(base, name, claim))
        if progress is not None:
            progress(place + 1, len(ordered))
    return ClaimsResult(
        tried=tried,
        claims=tuple(found),
        provenance=Provenance(method="claims", input_hash=input_hash),
    )


def try_claim(base: Answers, name: str, claim: Claim) -> ClaimResult:
    """Return one claim with the result it names, before and after it is neutralised."""
    before = after = None
    if claim.outcome is not None:
        before = base.short(claim.outcome)
        after = neutralised(base, claim).short(claim.outcome)
    return stated(base, name, claim).model_copy(
        update={"before": before, "after": after, "moves": before != after}
    )


def stated(base: Answers, name: str, claim: Claim) -> ClaimResult:
    """Return one claim with what carries it, and whether the case bears out what it expects."""
    agrees = None
    measure = None
    if claim.expects is not None and claim.outcome is not None:
        measure = claim.measure or claim.outcome
        agrees = base.value(measure) == claim.expects.rpartition(".")[2]
    return ClaimResult(
        claim=name,
        number=claim.number,
        text=claim.text,
        elements=claim.elements,
        events=tuple(" ".join(filter(None, (e.date, e.actor, e.kind))) for e in claim.events),
        outcome=claim.outcome,
        before=None,
        after=None,
        moves=None,
        expects=claim.expects,
        measure=measure,
        agrees=agrees,
        background=claim.background,
    )


def neutralised(base: Answers, claim: Claim) -> Answers:
    """Return the answers of the case without what carries a claim.

    Raises
    ------
    ChangeError
        When the claim's changes cannot be made.
    """
    case = changed(base.case, claim.neutral) if claim.neutral else base.case
    kept = tuple(e for e in base.events if not any(marks(mark, e) for mark in claim.without))
    return Answers(case, kept)


def marks(mark: EventMark, event: Event) -> bool:
    """Whether a mark means an event."""
    return (
        mark.date == str(event.date)
        and mark.actor in (None, event.actor)
        and mark.kind in (None, event.kind)
    )
