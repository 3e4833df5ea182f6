"""The brief's tables as plain cells: what the terminal prints, and what other reports may."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.agreement import solution_sheet, win_set_sheet
from detente.report.tables.judgements import judgement_sheet
from detente.report.tables.offers import offer_sheets, together_sheet
from detente.report.tables.reach import block_sheet, reach_sheet
from detente.report.tables.relation import relation_sheets
from detente.report.tables.sheet import Column, Sheet
from detente.study.brief import BriefResult

__all__ = ["Column", "Sheet", "offer_sheets", "sheets"]


def sheets(case: Case, result: BriefResult) -> Iterator[Sheet]:
    """Yield the tables of a brief in the order of its questions."""
    if result.relation is not None:
        yield from relation_sheets(result.relation)
    for found in result.offers:
        yield from offer_sheets(case, found)
    if result.offers:
        yield together_sheet(case, result.offers[0])
    yield win_set_sheet(case, result.agreement)
    yield solution_sheet(case, result.agreement)
    yield reach_sheet(case, result)
    yield block_sheet(case, result)
    yield judgement_sheet(case, result)
