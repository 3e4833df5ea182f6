"""What each can offer the other, and what can only be done together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.case.naming import place_name
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import changes, option_name, places, points_text, possessive
from detente.study.offers import MostResult, OfferResult, OffersResult


def paying(found: OfferResult) -> tuple[bool, Fraction, Fraction]:
    """Return a key that sorts offers: most left for the taker first, without a price last."""
    left = Fraction(0) if found.left is None else found.left
    return found.price is None, -left, -found.worth


def offer_sheets(case: Case, result: OffersResult) -> Iterator[Sheet]:
    """Yield the tables of what one principal can offer another."""
    giver, taker = (case.principals[p].name for p in (result.giver, result.taker))
    rows = []
    for found in sorted(result.offers, key=paying):
        if found.price is None:
            price, returned = "none", "no return suffices"
        else:
            price = points_text(found.price.loss)
            named = [option_name(case, i, o) for i, o in found.price.returned.items()]
            returned = "; ".join(named) or "nothing"
        rows.append(
            (
                option_name(case, found.issue, found.option),
                points_text(found.worth),
                points_text(found.own),
                price,
                "" if found.left is None else points_text(found.left),
                returned,
                places(case, found.blocked_by),
            )
        )
    yield Sheet(
        f"What {giver} can offer {taker}",
        (
            f"Worth: {possessive(taker)} gain from the option alone. Own: {possessive(giver)}. "
            f"Price: the smallest loss to {taker} over returns that leave {giver} no worse off. "
            f"Left: worth less price; below 0 the trade does not pay {taker}.",
        ),
        (
            Column("option", ratio=5),
            Column("worth", number=True),
            Column("own", number=True),
            Column("price", number=True),
            Column("left", number=True),
            Column("in return", ratio=4),
            Column("blocked by", ratio=3),
        ),
        rows,
    )
    yield _most_sheet(case, result)


def _most_sheet(case: Case, result: OffersResult) -> Sheet:
    giver, taker = (case.principals[p].name for p in (result.giver, result.taker))
    gift, most = result.gift, result.most
    rows = [("as things stand", _most(gift), _most(most), _refused(case, most))]
    rows += [
        (
            f"without {place_name(case, lifting.obstacle)}",
            _most(lifting.gift),
            _most(lifting.most),
            _refused(case, lifting.most),
        )
        for lifting in result.lifted
        if (_values(lifting.gift), _values(lifting.most))
        != (_values(result.gift), _values(result.most))
    ]
    unchanged = len(result.lifted) - len(rows) + 1
    notes = tuple(
        f"{title}: {'; '.join(changes(case, found.package)) or 'no change'}."
        for title, found in (
            (f"{possessive(giver)} gift", result.gift),
            ("The most with return", result.most),
        )
        if found is not None
    )
    if unchanged:
        others = "the other obstacle" if unchanged == 1 else f"any one of the other {unchanged}"
        notes = (*notes, f"Lifting {others} changes neither.")
    return Sheet(
        f"The most {giver} can bring {taker}",
        notes,
        (
            Column("", ratio=4),
            Column("gift", number=True),
            Column("with return", number=True),
            Column(f"refused on {possessive(taker)} side by", ratio=3),
        ),
        rows,
    )


def _values(found: MostResult | None) -> Fraction | None:
    return None if found is None else found.value


def _most(found: MostResult | None) -> str:
    return "none" if found is None else points_text(found.value)


def _refused(case: Case, found: MostResult | None) -> str:
    return "" if found is None else places(case, found.refused_by)


def together_sheet(case: Case, result: OffersResult) -> Sheet:
    """Return the table of options that several principals control together."""
    principals = tuple(case.principals)
    return Sheet(
        "What can only be done together",
        ("Each side's gain from the option alone, all else at no agreement.",),
        (
            Column("option", ratio=5),
            *(Column(p, number=True) for p in principals),
            Column("blocked by", ratio=5),
        ),
        [
            (
                option_name(case, found.issue, found.option),
                *(points_text(found.gains[p]) for p in principals),
                places(case, found.blocked_by),
            )
            for found in result.together
        ],
    )
