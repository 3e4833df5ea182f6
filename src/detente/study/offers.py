"""What each can offer the other: offers, prices, and the most there is."""

from __future__ import annotations

from collections.abc import Mapping

from detente.base.errors import InputError
from detente.base.exact import Exact
from detente.base.problem import Problem
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.negotiation import offers as engine
from detente.negotiation.feasibility import blockers, is_feasible
from detente.negotiation.payoff import Payoffs, no_agreement
from detente.negotiation.question import obstacles


class OfferPrice(Result):
    """The cheapest return: what it costs its giver (below 0 a gain), and its options."""

    loss: Exact
    returned: dict[str, str]


class OfferResult(Result):
    """One option as an offer; see :class:`detente.negotiation.offers.Offer`.

    ``left`` is what is left for the taker once it has paid the price: worth less price, below 0
    where the trade does not pay; ``None`` where no return suffices. ``at_nash`` is the taker's gain
    from the option within the Nash package, beside that package without it; given for options that
    a linkage names, where there is a Nash package.
    """

    issue: str
    option: str
    worth: Exact
    own: Exact
    compensation: Exact
    stands_alone: bool
    blocked_by: tuple[str, ...]
    price: OfferPrice | None
    left: Exact | None
    at_nash: Exact | None = None


class TogetherResult(Result):
    """An option that several principals control together: each one's gain from it alone."""

    issue: str
    option: str
    gains: dict[str, Exact]
    stands_alone: bool
    blocked_by: tuple[str, ...]


class MostResult(Result):
    """The largest gain one principal can bring another; see the engine's ``Largest``."""

    value: Exact
    package: dict[str, str]
    own: Exact
    refused_by: tuple[str, ...]


class Lifting(Result):
    """Both most figures with one obstacle lifted."""

    obstacle: str
    gift: MostResult | None
    most: MostResult | None


class OffersResult(Result):
    """What one principal can offer another.

    Attributes
    ----------
    giver, taker
        A and B.
    offers
        Options that A alone controls, worth most to B first.
    together
        Options that several principals control together.
    gift
        The most that A can bring B by moving alone.
    most
        The most for B over A's win-set, a return included.
    lifted
        Both with each removable obstacle lifted.
    """

    giver: str
    taker: str
    offers: tuple[OfferResult, ...]
    together: tuple[TogetherResult, ...]
    gift: MostResult | None
    most: MostResult | None
    lifted: tuple[Lifting, ...]
    provenance: Provenance


def offers(
    payoffs: Payoffs,
    giver: str,
    taker: str,
    nash: Mapping[str, str] | None = None,
    input_hash: str = "",
) -> OffersResult:
    """Answer what one principal can offer another.

    Parameters
    ----------
    payoffs
        The compiled case; its no agreement is the status quo.
    giver, taker
        Ids of two principals.
    nash
        The Nash package, at which linked offers are also valued.
    input_hash
        SHA-256 of the files read.

    Raises
    ------
    InputError
        When a name is no principal of the case (U601), or no agreement is ``outside`` (U603).
    """
    check_pair(payoffs.case, giver, taker)
    gift = engine.gift(payoffs, giver, taker)
    most = engine.most_with_return(payoffs, giver, taker)
    names = obstacles(payoffs.case)
    return OffersResult(
        giver=giver,
        taker=taker,
        offers=tuple(_offer(payoffs, o, taker, nash) for o in engine.offers(payoffs, giver, taker)),
        together=_together(payoffs),
        gift=_most(gift),
        most=_most(most),
        lifted=tuple(
            Lifting(obstacle=obstacle, gift=_most(given), most=_most(won))
            for obstacle, (given, won) in zip(
                names, engine.without(payoffs, giver, taker, names, (gift, most)), strict=True
            )
        ),
        provenance=Provenance(
            method="offers", parameters={"from": giver, "to": taker}, input_hash=input_hash
        ),
    )


def check_pair(case: Case, giver: str, taker: str) -> None:
    """Raise what is wrong with a pair of principals to ask about.

    Raises
    ------
    InputError
        When a name is no principal of the case, both are the same, or nothing can stand alone.
    """
    known = ", ".join(case.principals)
    problems = [
        Problem("U601", f"'{name}' is no principal of {case.id}", hint=f"principals: {known}")
        for name in (giver, taker)
        if name not in case.principals
    ]
    if not problems and giver == taker:
        problems = [Problem("U601", "an offer runs between two principals", hint=known)]
    if not problems and case.no_agreement == "outside":
        problems = [
            Problem(
                "U603",
                f"no agreement of {case.id} is outside, so that no option stands alone",
                hint="ask for the frontier or the brief",
            )
        ]
    if problems:
        raise InputError(problems)


def _offer(
    payoffs: Payoffs, found: engine.Offer, taker: str, nash: Mapping[str, str] | None
) -> OfferResult:
    linked = any(
        found.option in linkage.when.get(found.issue, ())
        for linkage in payoffs.case.linkages.values()
    )
    at_nash = None
    if linked and nash is not None:
        held = {**nash, found.issue: no_agreement(payoffs.case)[found.issue]}
        at_nash = payoffs.gain(taker, {**nash, found.issue: found.option}) - payoffs.gain(
            taker, held
        )
    price = found.price
    return OfferResult(
        issue=found.issue,
        option=found.option,
        worth=found.worth,
        own=found.own,
        compensation=found.compensation,
        stands_alone=found.stands_alone,
        blocked_by=found.blocked_by,
        price=None if price is None else OfferPrice(loss=price.loss, returned=dict(price.returned)),
        left=None if price is None else found.worth - price.loss,
        at_nash=at_nash,
    )


def _together(payoffs: Payoffs) -> tuple[TogetherResult, ...]:
    case = payoffs.case
    found = []
    for issue, option in engine.joint(case):
        alone = {**no_agreement(case), issue: option}
        partners = tuple(
            p for p in case.principals if p in case.issues[issue].options[option].controller
        )
        found.append(
            TogetherResult(
                issue=issue,
                option=option,
                gains={p: payoffs.gain(p, alone) for p in case.principals},
                stands_alone=is_feasible(case, alone),
                blocked_by=blockers(payoffs, alone, partners),
            )
        )
    return tuple(sorted(found, key=lambda o: (-min(o.gains.values()), o.issue, o.option)))


def _most(found: engine.Largest | None) -> MostResult | None:
    if found is None:
        return None
    return MostResult(
        value=found.value,
        package=dict(found.package),
        own=found.own,
        refused_by=found.refused_by,
    )
