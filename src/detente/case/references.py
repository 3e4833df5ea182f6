"""Whether every name in a case resolves: parties, issues, options, objectives, facts, signers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.case.case import Case
from detente.case.finding import Finding, Path
from detente.case.numbers import Number, numbers

Judged = Sequence[tuple[Path, object]]
"""Every number's path, and the estimate or code that stands there."""


def references(case: Case, table: Iterable[Number] | None = None) -> Iterator[Finding]:
    """Yield every name that resolves to nothing, or to more than one thing.

    Parameters
    ----------
    case
        The case.
    table
        The numbers whose facts and signers are looked up; all of them when absent.
    """
    yield from party_names(case)
    yield from _option_names(case)
    yield from _tie_names(case)
    held = numbers(case) if table is None else table
    judged = [((*n.key.split("."),), element_at(case, n.key)) for n in held]
    yield from _fact_names(case, judged)
    yield from _signer_names(case, judged)


def unknown(code: str, path: Path, kind: str, name: str, known: Iterable[str]) -> Finding:
    """Return the finding that a name resolves to nothing, with the nearest names that do."""
    choices = sorted(known)
    near = difflib.get_close_matches(name, choices, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(choices) or 'none'}"
    return Finding(code, path, f"there is no {kind} '{name}'", hint, name)


def selection_names(
    case: Case, path: Path, selection: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    """Yield the issues and options of a selection that the case does not have."""
    for issue, options in selection.items():
        if issue not in case.issues:
            yield unknown("C202", (*path, issue), "issue", issue, case.issues)
            continue
        for option in options:
            if option not in case.issues[issue].options:
                yield unknown(
                    "C203",
                    (*path, issue),
                    f"option of {issue}",
                    option,
                    case.issues[issue].options,
                )


def party_names(case: Case) -> Iterator[Finding]:
    """Yield parties that share an id, and what names a principal or an issue wrongly."""
    seen: dict[str, str] = {}
    rooms = (
        ("principals", case.principals),
        ("ratifiers", case.ratifiers),
        ("third_parties", case.third_parties),
    )
    for room, members in rooms:
        for member in members:
            if member in seen:
                yield Finding(
                    "C208",
                    (room, member),
                    f"'{member}' is also one of the {seen[member]}",
                    "give each party an id of its own",
                    member,
                )
            seen[member] = room
    for ratifier_id, ratifier in case.ratifiers.items():
        if ratifier.principal not in case.principals:
            yield unknown(
                "C207",
                ("ratifiers", ratifier_id, "principal"),
                "principal",
                ratifier.principal,
                case.principals,
            )
    for room, members in rooms[:2]:
        for party_id, party in members.items():
            for issue in party.weights.points:
                if issue not in case.issues:
                    yield unknown(
                        "C202",
                        (room, party_id, "weights", "points", issue),
                        "issue",
                        issue,
                        case.issues,
                    )


def _option_names(case: Case) -> Iterator[Finding]:
    controllers = {*case.principals, *case.third_parties}
    for issue_id, issue in case.issues.items():
        for option_id, option in issue.options.items():
            if option.between is not None:
                continue  # it repeats what the written options beside it name
            path = ("issues", issue_id, "options", option_id)
            for name in option.controller:
                if name not in controllers:
                    yield unknown("C201", (*path, "controller"), "party", name, controllers)
            for name in option.calls:
                if name not in case.ratifiers:
                    yield unknown("C201", (*path, "calls"), "ratifier", name, case.ratifiers)
            for name in option.scores:
                if name not in case.parties:
                    yield unknown("C201", (*path, "scores", name), "party", name, case.parties)
            for name, codes in option.codes.items():
                if name not in case.parties:
                    yield unknown("C201", (*path, "codes", name), "party", name, case.parties)
                    continue
                objectives = case.parties[name].objectives
                for objective in codes:
                    if objective not in objectives:
                        yield unknown(
                            "C206",
                            (*path, "codes", name, objective),
                            f"objective of {name}",
                            objective,
                            objectives,
                        )
        if issue.status_quo is not None and issue.status_quo not in issue.options:
            yield unknown(
                "C203",
                ("issues", issue_id, "status_quo"),
                f"option of {issue_id}",
                issue.status_quo,
                issue.options,
            )
        for party, pole in issue.poles.items():
            path = ("issues", issue_id, "poles", party)
            if party not in case.principals:
                yield unknown("C207", path, "principal", party, case.principals)
            if pole not in issue.options:
                yield unknown("C203", path, f"option of {issue_id}", pole, issue.options)


def _tie_names(case: Case) -> Iterator[Finding]:
    for constraint_id, constraint in case.constraints.items():
        path: Path = ("constraints", constraint_id)
        yield from selection_names(case, (*path, "if"), constraint.if_)
        yield from selection_names(case, (*path, "requires"), constraint.requires)
        yield from selection_names(case, (*path, "excludes"), constraint.excludes)
    for linkage_id, linkage in case.linkages.items():
        path = ("linkages", linkage_id)
        yield from selection_names(case, (*path, "when"), linkage.when)
        for party in linkage.points:
            if party not in case.parties:
                yield unknown("C201", (*path, "points", party), "party", party, case.parties)
    for commitment_id, commitment in case.commitments.items():
        path = ("commitments", commitment_id)
        yield from selection_names(case, (*path, "options"), commitment.options)
        if commitment.by not in case.principals:
            yield unknown("C207", (*path, "by"), "principal", commitment.by, case.principals)
        if commitment.to not in case.third_parties:
            yield unknown("C209", (*path, "to"), "third party", commitment.to, case.third_parties)


def _fact_names(case: Case, judged: Judged) -> Iterator[Finding]:
    cited: list[tuple[Path, tuple[str, ...]]] = []
    for key, number in judged:  # what it names itself; what it inherits is told where it stands
        fact = getattr(number, "fact", None)
        cited.append((key, (fact,) if fact else ()))
    for ratifier_id, ratifier in case.ratifiers.items():
        cited.append((("ratifiers", ratifier_id, "facts"), ratifier.facts))
    for party_id, third in case.third_parties.items():
        cited.append((("third_parties", party_id, "facts"), third.facts))
    for room, members in (("principals", case.principals), ("ratifiers", case.ratifiers)):
        for party_id, party in members.items():
            if party.weights.fact is not None:
                cited.append(((room, party_id, "weights", "fact"), (party.weights.fact,)))
            for objective_id, objective in party.objectives.items():
                cited.append(
                    ((room, party_id, "objectives", objective_id, "facts"), objective.facts)
                )
    for issue_id, issue in case.issues.items():
        for option_id, option in issue.options.items():
            cited.append((("issues", issue_id, "options", option_id, "facts"), option.facts))
    for constraint_id, constraint in case.constraints.items():
        cited.append((("constraints", constraint_id, "facts"), constraint.facts))
    for commitment_id, commitment in case.commitments.items():
        cited.append((("commitments", commitment_id, "facts"), commitment.facts))
    for path, names in cited:
        for name in dict.fromkeys(names):
            if name not in case.facts:
                yield unknown("C204", path, "fact", name, case.facts)
    for fact_id, fact in case.facts.items():
        if fact.source is None and fact.signer is None:
            yield Finding(
                "C312",
                ("facts", fact_id),
                f"the fact '{fact_id}' has no source and no signer",
                "name its source, or sign it",
            )


def _signer_names(case: Case, judged: Judged) -> Iterator[Finding]:
    if case.signer is not None and case.signer not in case.signers:
        yield unknown("C205", ("signer",), "signer", case.signer, case.signers)
    signed: list[tuple[Path, str | None]] = [
        (("facts", fact_id, "signer"), fact.signer) for fact_id, fact in case.facts.items()
    ]
    for room, members in (("principals", case.principals), ("ratifiers", case.ratifiers)):
        for party_id, party in members.items():
            signed.append(((room, party_id, "weights", "signer"), party.weights.signer))
    signed += [(key, getattr(number, "signer", None)) for key, number in judged]
    for path, signer in signed:
        if signer is not None and signer not in case.signers:
            yield unknown("C205", path, "signer", signer, case.signers)


def element_at(case: Case, key: str) -> object:
    """Return the element of a case that a number's key leads to.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> element_at(two_issue_case(), "principals.A.name")
    'the seller'
    """
    element: object = case
    for part in key.split("."):
        element = element[part] if isinstance(element, Mapping) else getattr(element, part)
    return element
