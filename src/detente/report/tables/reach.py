"""How far it can go, what stands in the way, and who blocks what."""

from __future__ import annotations

from detente.case.case import Case
from detente.case.naming import place_name
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import option_name, points_text, share_text
from detente.study.brief import BriefResult


def reach_sheet(case: Case, result: BriefResult) -> Sheet:
    """Return the table of how far it can go, with each obstacle lifted."""
    found = result.reach
    tops = ", ".join(
        f"{case.principals[p].name} {points_text(value)}" for p, value in found.most.items()
    )
    return Sheet(
        "How far it can go, and what stands in the way",
        (
            f"The largest share of its most that every side can have at once is "
            f"{share_text(found.j, 1)}. Most with every obstacle lifted: {tops} points.",
        ),
        (
            Column("lifted", ratio=6),
            Column("how far", number=True),
            Column("value", number=True),
            Column("zone open"),
        ),
        [
            ("nothing", share_text(found.j, 1), "", "yes" if result.agreement.open else "no"),
            *(
                (
                    place_name(case, o.obstacle),
                    share_text(o.j, 1),
                    share_text(o.value, 1),
                    "yes" if o.opens else "no",
                )
                for o in found.obstacles
            ),
            ("everything removable", share_text(found.all_lifted, 1), "", ""),
        ],
    )


def block_sheet(case: Case, result: BriefResult) -> Sheet:
    """Return the table of options that no agreement can hold."""
    needs = {
        "all": "several obstacles at once",
        "nothing": "no obstacle: interests or constraints keep it out",
        "third party": "it is a third party's to give",
    }
    return Sheet(
        "Who blocks what",
        ("Options that no agreement acceptable to all can hold, and what would let them in.",),
        (
            Column("option", ratio=4),
            Column("issue", ratio=3),
            Column("would take lifting", ratio=5),
        ),
        [
            (
                option_name(case, found.issue, found.option),
                case.issues[found.issue].name,
                " or ".join(place_name(case, place) for place in found.opened_by)
                or needs.get(found.needs or "", ""),
            )
            for found in result.blocks.options
            if not found.possible
        ],
    )
