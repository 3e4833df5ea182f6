"""How a case stands in one situation, as cells: possible, how far, and each side's gain."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from detente.case.case import Case
from detente.report.tables.sheet import Column
from detente.report.words import points_text, share_text
from detente.study.standing import Standing

NONE = "–"
"""What stands where there is nothing to say."""

SAME_MOST = (
    "How far: the least share of its most that each side has in the best-balanced agreement. Most "
    "is that of the case as it stands, here as everywhere, so that rows can be compared; a row may "
    "therefore pass 100 %."
)
"""Against what `how far` is measured outside the case's own situation."""


def standing_columns(case: Case) -> tuple[Column, ...]:
    """Return the columns of a standing: possible, how far, and a gain for each principal."""
    return (
        Column("possible"),
        Column("how far", number=True),
        *(Column(p, number=True) for p in case.principals),
    )


def standing_cells(case: Case, found: Standing) -> tuple[str, ...]:
    """Return the cells of a standing; gains are those of its Nash package."""
    return (
        yes(found.open),
        share_text(found.j, 1),
        *gain_cells(case, found.nash.gains if found.nash else {}),
    )


def gain_cells(case: Case, gains: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return one cell for each principal; a dash where there is no gain to tell."""
    return tuple(points_text(gains[p]) if p in gains else NONE for p in case.principals)


def yes(held: bool) -> str:
    """Return yes or no."""
    return "yes" if held else "no"
