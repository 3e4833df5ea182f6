"""What first: who wishes what to come first, and which wishes oppose each other."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import place_name, points_text
from detente.study.order import OrderResult


def order_sheets(case: Case, result: OrderResult) -> Iterator[Sheet]:
    """Yield the wishes about order, and those that cannot both be met."""
    yield Sheet(
        "What first: the wishes",
        ("Points: what it costs the party while its wish is not met.",),
        (Column("wish", ratio=6), Column("of", ratio=3), Column("points", number=True)),
        [
            (
                case.wishes[found.wish].text,
                case.parties[found.party].name,
                points_text(found.points),
            )
            for found in result.wishes
        ],
    )
    if not result.opposed:
        return
    yield Sheet(
        "What first: wishes that oppose each other",
        ("What one puts first the other puts after; at least one of the two has to give way.",),
        (
            Column("wish", ratio=4),
            Column("against", ratio=4),
            Column("costs at least", number=True),
        ),
        [
            (
                place_name(case, f"wishes.{found.first}"),
                place_name(case, f"wishes.{found.second}"),
                points_text(found.cost),
            )
            for found in result.opposed
        ],
    )
