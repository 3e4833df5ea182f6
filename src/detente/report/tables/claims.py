"""What a text says of the relation: each claim with what carries it, and the result it moves."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import OUTCOME_NAMES, capital, element_name
from detente.study.claims import ClaimResult, ClaimsResult

SHORT = 60
"""Letters up to which a result is told before and after; a longer one only changes or stays."""


def claim_sheets(case: Case, result: ClaimsResult) -> Iterator[Sheet]:
    """Yield claims with what carries and what moves, then elements with their claims."""
    tried = [found for found in result.claims if found.outcome is not None]
    moving = sum(bool(found.moves) for found in tried)
    yield Sheet(
        "What the text claims, and what it moves",
        (
            f"{len(result.claims)} claims, {len(tried)} of them tried by taking away what carries "
            f"them: {moving} move the result they name. The others are background."
            if result.tried
            else f"{len(result.claims)} claims, {len(tried)} of them with the result they bear "
            "on; `detente claims` tries each by taking away what carries it. The others are "
            "background.",
        ),
        (
            Column("", number=True),
            Column("claim", ratio=5),
            Column("rests on", ratio=4),
            Column("result without it" if result.tried else "result", ratio=5),
        ),
        [
            (str(found.number), found.text, _carried(case, found), verdict(case, found))
            for found in result.claims
        ],
    )
    held: dict[str, list[ClaimResult]] = {}
    for found in result.claims:
        for place in found.elements:
            held.setdefault(place, []).append(found)
    if held:
        yield Sheet(
            "What rests on which claim",
            ("The other way round: each element of the case, and the claims that it carries.",),
            (
                Column("element", ratio=5),
                Column("claims", ratio=2),
                Column("results that move" if result.tried else "results", ratio=4),
            ),
            [
                (
                    element_name(case, place),
                    ", ".join(str(found.number) for found in carried),
                    ", ".join(_moved(carried)) or "none",
                )
                for place, carried in held.items()
            ],
        )


def verdict(case: Case, found: ClaimResult) -> str:
    """Return in words what becomes of the result once the claim's elements are taken away."""
    if found.outcome is None:
        return f"background: {found.background}"
    name = OUTCOME_NAMES[found.outcome]
    if found.moves is None:
        said = name
    elif not found.moves:
        said = f"{name}: unchanged"
        if found.before is not None and len(found.before) <= SHORT:
            said += f", {found.before}"
    elif max(len(found.before or ""), len(found.after or "")) <= SHORT:
        said = f"{name}: {found.after}, instead of {found.before}"
    else:
        said = f"{name}: changes"
    if found.agrees is None:
        return said
    wanted = expected_name(case, found)
    what = "it" if found.measure == found.outcome else f"the {found.measure}"
    return f"{said}; that {what} is {wanted}: {'' if found.agrees else 'not '}borne out"


def expected_name(case: Case, found: ClaimResult) -> str:
    """Return the name of what a claim expects: a party, a shock, or a place."""
    wanted = str(found.expects)
    if found.measure == "ceiling" and wanted in case.shocks:
        return case.shocks[wanted].name
    return case.parties[wanted].name if wanted in case.parties else element_name(case, wanted)


def _carried(case: Case, found: ClaimResult) -> str:
    words = case.chronology.names if case.chronology else {}
    events = [
        f"event of {mark.date}"
        + "".join(f", {words.get(w, w.replace('_', ' '))}" for w in (mark.actor, mark.kind) if w)
        for mark in case.claims[found.claim].events
    ]
    return capital("; ".join([*(element_name(case, p) for p in found.elements), *events]))


def _moved(carried: list[ClaimResult]) -> list[str]:
    named = [
        OUTCOME_NAMES[found.outcome]
        for found in carried
        if found.outcome and found.moves is not False
    ]
    return list(dict.fromkeys(named))
