"""The answer by each analyst's judgements, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.standing import NONE, gain_cells, standing_cells, standing_columns, yes
from detente.study.sets import OWN, SetResult, SetsResult


def set_sheets(case: Case, result: SetsResult) -> Iterator[Sheet]:
    """Yield the answer by each judgement set, and what each thinks of the case's own package."""
    own = result.sets[0].standing.nash
    agreed = [found.standing.open for found in result.sets]
    said = (
        "All sets say that an agreement is possible."
        if all(agreed)
        else "No set says that an agreement is possible."
        if not any(agreed)
        else "The sets disagree on whether an agreement is possible at all."
    )
    rows = []
    for found in result.sets:
        nash = found.standing.nash
        same = nash is not None and own is not None and nash.package == own.package
        word = NONE if found.set == OWN else yes(same)
        rows.append((_name(case, found), *standing_cells(case, found.standing), word))
        if found.set != OWN and found.agreed and not same:
            gains = gain_cells(case, found.agreed)
            rows.append(("the case's own package, by these numbers", "", "", *gains, ""))
    yield Sheet(
        "The answer by each analyst's judgements",
        (said, "How far is measured against the most of the case's own numbers in every row."),
        (Column("judgements", ratio=1), *standing_columns(case), Column("same package")),
        rows,
    )


def _name(case: Case, found: SetResult) -> str:
    signer = case.signers[found.signer].name if found.signer else ""
    named = "the case's own" if found.set == OWN else case.judgement_sets[found.set].name
    return f"{named} ({signer})" if signer else named
