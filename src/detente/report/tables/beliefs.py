"""What each side believes, and what its beliefs make of the answer."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import gain_cells, standing_cells, standing_columns
from detente.report.words import capital, possessive, share_text
from detente.study.beliefs import BeliefResult, BeliefsResult


def belief_sheets(case: Case, result: BeliefsResult) -> Iterator[Sheet]:
    """Yield the answer as each holder of beliefs sees it, beside that of the case."""
    rows = [("by the case's own estimates", *standing_cells(case, result.standing))]
    notes = []
    for held in result.holders:
        name = case.principals[held.holder].name
        beliefs = "; ".join(case.beliefs[b].name for b in held.beliefs)
        notes.append(f"{capital(name)} believes: {beliefs}. {_caution(held)}")
        rows.append((f"as {name} sees it", *standing_cells(case, held.standing)))
        if held.offered:
            rows.append(
                (
                    f"what {possessive(name)} proposal would truly bring",
                    "",
                    "",
                    *gain_cells(case, held.offered),
                )
            )
    yield Sheet(
        "What each side believes",
        (*notes, "The gains are those of the package that each would propose (Nash)."),
        (Column("view", ratio=1), *standing_columns(case)),
        rows,
    )


def _caution(held: BeliefResult) -> str:
    if not held.forgone:
        return "That changes nothing in how far it thinks it can go."
    if held.forgone > 0:
        return f"So it sees {share_text(held.forgone, 1)} less than there is: what caution costs."
    return f"So it sees {share_text(-held.forgone, 1)} more than there is."
