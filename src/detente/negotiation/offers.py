"""Offers: what one principal controls and another values, its price, and the most there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.case.case import Case
from detente.negotiation.compiler import answer
from detente.negotiation.feasibility import blockers, is_feasible
from detente.negotiation.payoff import Payoffs, no_agreement
from detente.negotiation.question import NOTHING, Lifted, Question, Row, choosable, win_set
from detente.negotiation.together import prepare


@dataclass(frozen=True)
class Price:
    """The cheapest return for an offer.

    Attributes
    ----------
    loss
        What the return alone costs the principal who gives it; below 0 where it gains by it.
    returned
        The options returned, by issue; empty where nothing need be.
    """

    loss: Fraction
    returned: Mapping[str, str]


@dataclass(frozen=True)
class Offer:
    """One option that A controls, as an offer to B.

    Attributes
    ----------
    issue, option
        The option.
    worth
        B's gain from it alone, all else at no agreement.
    own
        A's gain from it alone.
    compensation
        What A must be given to be no worse off: max(0, -own).
    stands_alone
        Whether it is feasible with all else at no agreement.
    blocked_by
        Places that stop A from giving it alone: constraints, A's hard commitments, A's ratifiers.
    price
        The smallest loss to B that leaves A no worse off; ``None`` if no return of B's suffices.
    """

    issue: str
    option: str
    worth: Fraction
    own: Fraction
    compensation: Fraction
    stands_alone: bool
    blocked_by: tuple[str, ...]
    price: Price | None


@dataclass(frozen=True)
class Largest:
    """The largest gain that one principal can bring another.

    Attributes
    ----------
    value
        The other's gain.
    package
        The canonical package.
    own
        The giver's own gain from it.
    refused_by
        The other's ratifiers that the package calls on and that would not accept it.
    """

    value: Fraction
    package: Mapping[str, str]
    own: Fraction
    refused_by: tuple[str, ...]


def controlled(case: Case, principal: str) -> dict[str, tuple[str, ...]]:
    """Return, for each issue, the options that a principal controls alone."""
    return {
        issue_id: tuple(
            name
            for name, option in issue.options.items()
            if option.controller == (principal,) and name != issue.status_quo
        )
        for issue_id, issue in case.issues.items()
    }


def joint(case: Case) -> tuple[tuple[str, str], ...]:
    """Return the options that several principals control together, as (issue, option)."""
    return tuple(
        (issue_id, name)
        for issue_id, issue in case.issues.items()
        for name in choosable(case, issue_id)
        if name != issue.status_quo and len(issue.options[name].controller) > 1
    )


def offers(payoffs: Payoffs, giver: str, taker: str) -> tuple[Offer, ...]:
    """Return every offer of one principal to another, worth most first.

    Parameters
    ----------
    payoffs
        A compiled case whose no agreement is the status quo.
    giver, taker
        Two of its principals: A and B.

    Raises
    ------
    ValueError
        When no agreement is ``outside``: nothing then stands alone.
    """
    named = [
        (issue, option)
        for issue, options in controlled(payoffs.case, giver).items()
        for option in options
    ]
    prepare((payoffs, _priced(payoffs.case, giver, taker, *item)) for item in named)
    found = [offer(payoffs, giver, taker, *item) for item in named]
    return tuple(sorted(found, key=lambda o: (-o.worth, o.issue, o.option)))


def offer(payoffs: Payoffs, giver: str, taker: str, issue: str, option: str) -> Offer:
    """Return one option as an offer of one principal to another."""
    case = payoffs.case
    alone = {**no_agreement(case), issue: option}
    own = payoffs.gain(giver, alone)
    return Offer(
        issue=issue,
        option=option,
        worth=payoffs.gain(taker, alone),
        own=own,
        compensation=max(Fraction(0), -own),
        stands_alone=is_feasible(case, alone),
        blocked_by=blockers(payoffs, alone, (giver,)),
        price=_price(payoffs, giver, taker, issue, option),
    )


def _priced(case: Case, giver: str, taker: str, issue: str, option: str) -> Question:
    """Return the question for a price: what the cheapest return leaves the taker."""
    status_quo = no_agreement(case)
    return Question(
        maximise=(Row(taker, {issue: status_quo[issue]}),),
        allowed={
            i: (option,) if i == issue else (status_quo[i], *options)
            for i, options in controlled(case, taker).items()
        },
        floors=((Row(giver), Fraction(0)),),
    )


def _price(payoffs: Payoffs, giver: str, taker: str, issue: str, option: str) -> Price | None:
    case = payoffs.case
    status_quo = no_agreement(case)
    asked = _priced(case, giver, taker, issue, option)
    best = answer(payoffs, asked)
    if not best:
        return None
    loss = -best[0].values[0]
    alone = {**status_quo, issue: option}
    if not loss and is_feasible(case, alone) and payoffs.gain(giver, alone) >= 0:
        return Price(loss, {})  # of returns that cost as little as none, none
    returned = {i: o for i, o in best[0].package.items() if i != issue and o != status_quo[i]}
    return Price(loss, returned)


def gift(
    payoffs: Payoffs,
    giver: str,
    taker: str,
    lifted: Lifted = NOTHING,
    least: Largest | None = None,
) -> Largest | None:
    """Return A's gift: the most that A can bring B by moving alone.

    The largest gain of B over feasible packages made of options that A alone controls, the rest at
    no agreement, which A's hard commitments permit and A's ratifiers accept; A's own reserve is
    not asked, for it is a gift. ``least`` is the gift with fewer obstacles lifted, where it is
    known: only packages that bring as much are looked at.

    Returns
    -------
    Largest or None
        ``None`` where not even no agreement qualifies.
    """
    return _largest(payoffs, _given(payoffs.case, giver, taker, lifted, least), giver, taker)


def _given(case: Case, giver: str, taker: str, lifted: Lifted, least: Largest | None) -> Question:
    status_quo = no_agreement(case)
    return Question(
        (Row(taker),),
        consent=(giver,),
        allowed={
            issue: (status_quo[issue], *options)
            for issue, options in controlled(case, giver).items()
        },
        floors=_floor(taker, least),
        lifted=lifted,
    )


def most_with_return(
    payoffs: Payoffs,
    giver: str,
    taker: str,
    lifted: Lifted = NOTHING,
    least: Largest | None = None,
) -> Largest | None:
    """Return the most with return: B's largest gain over A's win-set; ``None`` if that is empty.

    ``least`` is the most with fewer obstacles lifted, where it is known.
    """
    return _largest(payoffs, _won(payoffs.case, giver, taker, lifted, least), giver, taker)


def _won(case: Case, giver: str, taker: str, lifted: Lifted, least: Largest | None) -> Question:
    whole = win_set(case, giver, lifted)
    return Question(
        (Row(taker),), whole.consent, whole.reserves, floors=_floor(taker, least), lifted=lifted
    )


def without(
    payoffs: Payoffs,
    giver: str,
    taker: str,
    obstacles: Sequence[str],
    least: tuple[Largest | None, Largest | None],
) -> tuple[tuple[Largest | None, Largest | None], ...]:
    """Return the gift and the most with return once each obstacle is lifted by itself.

    ``least`` holds both with none lifted.
    """
    lifted = [frozenset({obstacle}) for obstacle in obstacles]
    case = payoffs.case
    prepare((payoffs, _given(case, giver, taker, one, least[0])) for one in lifted)
    prepare((payoffs, _won(case, giver, taker, one, least[1])) for one in lifted)
    return tuple(
        (
            gift(payoffs, giver, taker, one, least[0]),
            most_with_return(payoffs, giver, taker, one, least[1]),
        )
        for one in lifted
    )


def _floor(taker: str, least: Largest | None) -> tuple[tuple[Row, Fraction], ...]:
    return () if least is None else ((Row(taker), least.value),)


def _largest(payoffs: Payoffs, asked: Question, giver: str, taker: str) -> Largest | None:
    best = answer(payoffs, asked)
    if not best:
        return None
    package = best[0].package
    refused = tuple(
        place
        for place in blockers(payoffs, package, (taker,), lifted=asked.lifted)
        if place.startswith("ratifiers.")
    )
    return Largest(best[0].values[0], package, payoffs.gain(giver, package, asked.lifted), refused)
