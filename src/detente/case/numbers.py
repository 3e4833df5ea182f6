"""Every number of a case, each with who answers for it.

A case is compiled from a table ``{key: value}``; the modes are one such table, and moving a
judgement is another. The key is the number's path in the case file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.issue import CODE_LIMIT, Code, Issue, Option

Kind = Literal[
    "weight",
    "score",
    "code",
    "importance",
    "reserve",
    "outside",
    "baseline",
    "exposure",
    "impatience",
    "price",
    "linkage",
    "probability",
    "transition",
    "duration",
    "wish",
    "comparison",
]
Values = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a case.

    Attributes
    ----------
    key
        Its path in the file, such as ``principals.JPN.weights.points.territory``.
    kind
        What it measures.
    party
        Whose it is.
    low, mode, high
        In points (weights, reserves, prices, linkages), -100…100 (scores) or -3…3 (codes). A
        code's range is one step to either side. A comparison's is the ratio that it states, 1
        where it states none, and has no range.
    reason, signer
        Why, and who judged it; ``signer`` is ``None`` for a sourced number.
    facts
        Facts it rests on.
    """

    key: str
    kind: Kind
    party: str
    low: Fraction
    mode: Fraction
    high: Fraction
    reason: str | None = None
    signer: str | None = None
    facts: tuple[str, ...] = ()
    issue: str | None = None
    option: str | None = None
    objective: str | None = None

    @property
    def judged(self) -> bool:
        """Whether somebody had to judge it; otherwise it stands in its fact's source."""
        return self.signer is not None


def code_key(issue: str, option: str, party: str, objective: str) -> str:
    """Return the key of a code."""
    return f"issues.{issue}.options.{option}.codes.{party}.{objective}"


def score_key(issue: str, option: str, party: str) -> str:
    """Return the key of a score given directly."""
    return f"issues.{issue}.options.{option}.scores.{party}"


def party_key(case: Case, party: str) -> str:
    """Return the path of a principal or ratifier."""
    return f"{'principals' if party in case.principals else 'ratifiers'}.{party}"


def numbers(case: Case, since: Case | None = None) -> tuple[Number, ...]:
    """Return every number of the case in the order of the file.

    Parameters
    ----------
    case
        The case.
    since
        The case before a change: numbers of elements that are still the same are left out.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [number.kind for number in numbers(two_issue_case())][:2]
    ['weight', 'weight']
    """
    return tuple(_numbers(case, since))


STILL = (
    "baseline",
    "probability",
    "transition",
    "wish",
    "duration",
    "comparison",
    "exposure",
    "impatience",
)
"""What numbers measure that move nothing in the answer as it stands."""

_ROOMS = ("principals", "ratifiers", "issues", "linkages", "commitments")


def _numbers(case: Case, since: Case | None) -> Iterator[Number]:
    before = case.model_copy(update={room: {} for room in _ROOMS}) if since is None else since
    for party_id, element in case.parties.items():
        if before.parties.get(party_id) is not element:
            yield from _of_party(case, party_id)
    for issue_id, issue in case.issues.items():
        if before.issues.get(issue_id) is issue:
            continue
        for option_id, option in issue.options.items():
            yield from _of_option(case, issue_id, issue, option_id, option)
    for linkage_id, linkage in case.linkages.items():
        if before.linkages.get(linkage_id) is linkage:
            continue
        for party, estimate in linkage.points.items():
            key = f"linkages.{linkage_id}.points.{party}"
            yield _number(case, key, "linkage", party, estimate, linkage.reason)
    for commitment_id, commitment in case.commitments.items():
        if commitment.price is not None and before.commitments.get(commitment_id) is not commitment:
            yield _number(
                case,
                f"commitments.{commitment_id}.price",
                "price",
                commitment.by,
                commitment.price,
                commitment.reason,
                facts=commitment.facts,
            )


def _of_party(case: Case, party_id: str) -> Iterator[Number]:
    party = case.parties[party_id]
    root = party_key(case, party_id)
    table = party.weights
    for issue, estimate in table.points.items():
        yield _number(
            case,
            f"{root}.weights.points.{issue}",
            "weight",
            party_id,
            estimate,
            table.reason,
            facts=(table.fact,) if table.fact else (),
            signer=table.signer,
            issue=issue,
        )
    for name, comparison in table.comparisons.items():
        yield Number(
            key=f"{root}.weights.comparisons.{name}",
            kind="comparison",
            party=party_id,
            low=comparison.times,
            mode=comparison.times,
            high=comparison.times,
            reason=comparison.reason or table.reason,
            signer=comparison.signer or table.signer or case.signer,
            facts=tuple(filter(None, (comparison.fact or table.fact,))),
        )
    for objective_id, objective in party.objectives.items():
        if objective.importance is not None:
            yield _number(
                case,
                f"{root}.objectives.{objective_id}.importance",
                "importance",
                party_id,
                objective.importance,
                objective.text,
                facts=objective.facts,
                objective=objective_id,
            )
    if party.reserve is not None:
        yield _number(case, f"{root}.reserve", "reserve", party_id, party.reserve, None)
    if party.outside is not None:
        yield _number(case, f"{root}.outside", "outside", party_id, party.outside, None)
    if party.baseline is not None:
        yield _number(case, f"{root}.baseline", "baseline", party_id, party.baseline, None)


def _of_option(
    case: Case, issue_id: str, issue: Issue, option_id: str, option: Option
) -> Iterator[Number]:
    reason = option.reason or issue.reason
    for party, codes in option.codes.items():
        for objective, code in codes.items():
            known = case.parties[party].objectives.get(objective) if party in case.parties else None
            yield _coded(
                case,
                code,
                (issue_id, option_id, party, objective),
                reason,
                (known.facts if known else ()) or option.facts,
            )
    for party, estimate in option.scores.items():
        yield _number(
            case,
            score_key(issue_id, option_id, party),
            "score",
            party,
            estimate,
            reason,
            facts=option.facts,
            issue=issue_id,
            option=option_id,
        )


def _coded(
    case: Case,
    code: Code,
    place: tuple[str, str, str, str],
    reason: str | None,
    facts: tuple[str, ...],
) -> Number:
    issue, option, party, objective = place
    return Number(
        key=code_key(issue, option, party, objective),
        kind="code",
        party=party,
        low=Fraction(max(-CODE_LIMIT, code.code - 1)),
        mode=Fraction(code.code),
        high=Fraction(min(CODE_LIMIT, code.code + 1)),
        reason=code.reason or reason,
        signer=code.signer or case.signer,
        facts=(code.fact,) if code.fact else facts,
        issue=issue,
        option=option,
        objective=objective,
    )


def _number(
    case: Case,
    key: str,
    kind: Kind,
    party: str,
    estimate: Estimate,
    reason: str | None,
    *,
    facts: tuple[str, ...] = (),
    signer: str | None = None,
    issue: str | None = None,
    option: str | None = None,
    objective: str | None = None,
) -> Number:
    return Number(
        key=key,
        kind=kind,
        party=party,
        low=estimate.low,
        mode=estimate.mode,
        high=estimate.high,
        reason=estimate.reason or reason,
        signer=None if estimate.sourced else estimate.signer or signer or case.signer,
        facts=(estimate.fact,) if estimate.fact else facts,
        issue=issue,
        option=option,
        objective=objective,
    )
