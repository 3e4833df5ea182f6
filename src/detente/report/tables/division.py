"""A fair division of the issues by Adjusted Winner, and what it would bring each party."""

from __future__ import annotations

from detente.case.case import Case
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import points_text, share_text
from detente.study.division import DividedIssue, DivisionResult

REASONS = {
    "no poles": "the case does not name a solution of each side",
    "no points": "the two solutions are alike to both",
    "not opposed": "one side does not gain from its own solution",
}
"""Why an issue is left out."""

LIMITS = (
    "The rule looks at the two governments' points alone: it asks no ratifier, and knows no "
    "constraint, linkage or commitment. A share need not be something that can be agreed."
)


def division_sheet(case: Case, result: DivisionResult) -> Sheet:
    """Return the table of who would have its way on which issue."""
    principals = tuple(case.principals)
    divided = (
        "No issue needs to be divided."
        if result.divided is None
        else f"One issue is divided: {case.issues[result.divided].name}."
    )
    return Sheet(
        "A fair division of the issues (Adjusted Winner)",
        (
            "Each side divides 100 points among the issues on which the two want opposite things. "
            f"Each ends with {points_text(result.total)} points of its own. {divided}",
            LIMITS,
        ),
        (
            Column("issue", ratio=4),
            *(Column(p, number=True) for p in principals),
            Column("whose way", ratio=5),
        ),
        [
            *(
                (
                    case.issues[found.issue].name,
                    *(points_text(found.points[p]) for p in principals),
                    _whose(case, found),
                )
                for found in result.issues
            ),
            *(
                (
                    case.issues[left.issue].name,
                    *("" for _ in principals),
                    f"left out: {REASONS[left.reason]}",
                )
                for left in result.left_out
            ),
        ],
    )


def division_gain_sheet(case: Case, result: DivisionResult) -> Sheet:
    """Return the table of what the division would bring principals and ratifiers."""
    return Sheet(
        "What that division would bring",
        (
            "Gains in points of the case, a divided issue counted in proportion to the shares and "
            "an issue left out as without agreement.",
        )
        if result.gains
        else (
            "No agreement is outside and an issue is left out, so that gains cannot be counted.",
        ),
        (
            Column("party", ratio=4),
            Column("gain", number=True),
            Column("least it accepts", number=True),
            Column("accepts"),
        ),
        [
            (
                case.parties[found.party].name,
                points_text(found.gain),
                points_text(found.reserve),
                ("yes" if found.reaches else "no") if found.called else "is not asked",
            )
            for found in result.gains
        ],
    )


def _whose(case: Case, found: DividedIssue) -> str:
    names = {p: case.principals[p].name for p in found.shares}
    for principal, share in found.shares.items():
        if share == 1:
            return names[principal]
    shares = (f"{names[p]} {share_text(share, 1)}" for p, share in found.shares.items())
    return f"divided: {', '.join(shares)}"
