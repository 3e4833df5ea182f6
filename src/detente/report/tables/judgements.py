"""What rests on whose judgement, and how far the answer holds."""

from __future__ import annotations

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import share_text
from detente.study.brief import BriefResult


def judgement_sheet(case: Case, result: BriefResult) -> Sheet:
    """Return the table of what rests on whose judgement."""
    found = result.judgements
    opened = result.agreement.open
    shares = [move.j for move in found.moves] or [found.against.j]
    rows = [
        ("numbers of the case", f"{found.total:,}"),
        ("judged by somebody", f"{found.judged:,}"),
        ("judged, citing a fact", f"{found.cited:,}"),
        ("moves of one judgement by one step", f"{len(found.moves):,}"),
        (
            f"of these, zone stays {'open' if opened else 'not open'}",
            f"{sum(m.open == opened for m in found.moves):,}",
        ),
        ("of these, same Nash package", f"{sum(m.same_nash for m in found.moves):,}"),
        (
            "how far, lowest of these",
            share_text(min(shares)),
        ),
        ("how far, highest", share_text(max(shares))),
        (
            f"all against agreement: zone {'open' if found.against.open else 'not open'}, how far",
            share_text(found.against.j),
        ),
        (
            f"all in favour: zone {'open' if found.favour.open else 'not open'}, how far",
            share_text(found.favour.j),
        ),
    ]
    return Sheet(
        "What rests on whose judgement",
        tuple(
            f"{case.signers[s].name if s in case.signers else s} signs {number:,}."
            for s, number in found.by_signer.items()
        ),
        (Column("", ratio=5), Column("", number=True)),
        rows,
    )
