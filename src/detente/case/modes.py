"""The likeliest value of every number of a case."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.case.issue import CODE_LIMIT
from detente.case.numbers import code_key, party_key, score_key

_WHOLE = {code: Fraction(code) for code in range(-CODE_LIMIT, CODE_LIMIT + 1)}


def modes(case: Case) -> dict[str, Fraction]:
    """Return the mode of every number, by key; those of :func:`detente.case.numbers.numbers`.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> int(modes(two_issue_case())["principals.A.weights.points.price"])
    70
    """
    found: dict[str, Fraction] = {}
    for party_id, party in case.parties.items():
        root = party_key(case, party_id)
        for issue, estimate in party.weights.points.items():
            found[f"{root}.weights.points.{issue}"] = estimate.mode
        for name, comparison in party.weights.comparisons.items():
            found[f"{root}.weights.comparisons.{name}"] = comparison.times
        for name, objective in party.objectives.items():
            if objective.importance is not None:
                found[f"{root}.objectives.{name}.importance"] = objective.importance.mode
        for name in ("reserve", "outside", "baseline"):
            held = getattr(party, name)
            if held is not None:
                found[f"{root}.{name}"] = held.mode
    for issue_id, issue_ in case.issues.items():
        for option_id, option in issue_.options.items():
            for party_id, codes in option.codes.items():
                for objective_id, code in codes.items():
                    key = code_key(issue_id, option_id, party_id, objective_id)
                    found[key] = _WHOLE[code.code]
            for party_id, estimate in option.scores.items():
                found[score_key(issue_id, option_id, party_id)] = estimate.mode
    for linkage_id, linkage in case.linkages.items():
        for party_id, estimate in linkage.points.items():
            found[f"linkages.{linkage_id}.points.{party_id}"] = estimate.mode
    for commitment_id, commitment in case.commitments.items():
        if commitment.price is not None:
            found[f"commitments.{commitment_id}.price"] = commitment.price.mode
    return found
