"""The brief's tables as plain cells: what the terminal prints, and what other reports may."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.agreement import solution_sheet, win_set_sheet
from detente.report.tables.beliefs import belief_sheets
from detente.report.tables.bottleneck import bottleneck_sheets
from detente.report.tables.claims import claim_sheets
from detente.report.tables.division import division_gain_sheet, division_sheet
from detente.report.tables.drift import drift_sheets
from detente.report.tables.judgements import judgement_sheet
from detente.report.tables.kept import kept_sheets
from detente.report.tables.obstacles import obstacle_sheets
from detente.report.tables.offers import offer_sheets, together_sheet
from detente.report.tables.openings import opening_sheets
from detente.report.tables.order import order_sheets
from detente.report.tables.reach import block_sheet, reach_sheet
from detente.report.tables.relation import relation_sheets
from detente.report.tables.robustness import robustness_sheets, sure_sheets
from detente.report.tables.scenarios import ex_ante_sheets, scenario_sheets
from detente.report.tables.sequence import plan_sheets, sequence_sheets
from detente.report.tables.sets import set_sheets
from detente.report.tables.sheet import Column, Sheet
from detente.report.tables.tracks import track_sheets
from detente.report.tables.window import window_sheets
from detente.study.brief import BriefResult
from detente.study.obstacles import ObstaclesResult

__all__ = [
    "Column",
    "Sheet",
    "claim_sheets",
    "drift_sheets",
    "ex_ante_sheets",
    "offer_sheets",
    "outlook_sheets",
    "robustness_sheets",
    "scenario_sheets",
    "sequence_sheets",
    "sheets",
    "way_sheets",
    "window_sheets",
]


def sheets(case: Case, result: BriefResult) -> Iterator[Sheet]:
    """Yield the tables of a brief in the order of its questions."""
    if result.relation is not None:
        yield from relation_sheets(result.relation)
    yield from kept_sheets(result.kept)
    for found in result.offers:
        yield from offer_sheets(case, found)
    if result.offers:
        yield together_sheet(case, result.offers[0])
    yield win_set_sheet(case, result.agreement)
    yield solution_sheet(case, result.agreement)
    yield reach_sheet(case, result)
    yield from way_sheets(case, result.obstacles)
    yield block_sheet(case, result)
    yield from outlook_sheets(case, result)
    yield judgement_sheet(case, result)
    yield from sure_sheets(case, result.robustness)


def way_sheets(case: Case, result: ObstaclesResult) -> Iterator[Sheet]:
    """Yield what stands in the way: each obstacle's cost, what suffices, the bottleneck."""
    yield from obstacle_sheets(case, result)
    yield from opening_sheets(case, result)
    yield from bottleneck_sheets(case, result)


def outlook_sheets(case: Case, result: BriefResult) -> Iterator[Sheet]:
    """Yield what is otherwise elsewhere: scenarios, dates, views, levels, order and claims."""
    if result.scenarios is not None:
        yield from scenario_sheets(case, result.scenarios)
        yield from ex_ante_sheets(case, result.scenarios)
    if result.drift is not None:
        yield from drift_sheets(case, result.drift)
    if result.window is not None:
        yield from window_sheets(case, result.window)
    if result.beliefs is not None:
        yield from belief_sheets(case, result.beliefs)
    if result.sets is not None:
        yield from set_sheets(case, result.sets)
    yield from track_sheets(case, result.tracks)
    if result.order is not None:
        yield from order_sheets(case, result.order)
    if result.sequence is not None:
        yield from plan_sheets(case, result.sequence)
    if result.division is not None:
        yield division_sheet(case, result.division)
        yield division_gain_sheet(case, result.division)
    if result.claims is not None:
        yield from claim_sheets(case, result.claims)
