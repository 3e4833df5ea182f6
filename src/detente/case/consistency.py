"""What a case of the right form may still have wrong: names, anchors, logic."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.case.finding import Finding
from detente.case.logic import logic
from detente.case.numbers import Number, numbers
from detente.case.preference import TOP, scores
from detente.case.references import element_at, party_names, references

_WHERE = {
    "weight": "add `reason` to the weight or to its table `weights`",
    "importance": "add `reason` to it",
    "score": "add `reason` to the score, its option or its issue",
    "code": "add `reason` to the code, its option or its issue",
    "reserve": "add `reason` to it: `{value: …, reason: …}`",
    "outside": "add `reason` to it: `{value: …, reason: …}`",
    "linkage": "add `reason` to it or to its linkage",
    "price": "add `reason` to it or to its commitment",
}
"""Where the reason of each kind of number may stand."""


def findings(case: Case) -> tuple[Finding, ...]:
    """Return everything inconsistent in a case, in the order of the file's rooms.

    Where a principal and a ratifier share an id nothing else can be told apart, and that alone
    is returned.
    """
    if {*case.principals} & {*case.ratifiers}:
        return tuple(party_names(case))
    return (*references(case), *_numbers(case), *logic(case))


def _numbers(case: Case) -> Iterator[Finding]:
    yield from _unsigned(case)
    for number in numbers(case):
        path = (*number.key.split("."),)
        if number.judged and not number.reason:
            yield Finding(
                "C307",
                path,
                f"{_called(number)} gives no reason",
                _WHERE[number.kind],
            )
        if number.kind in ("weight", "importance", "price") and number.low < 0:
            yield Finding("C310", path, f"{_called(number)} can fall below zero")
        if number.kind == "weight" and number.high > TOP:
            yield Finding("C313", path, "this weight can rise above 100")
        if number.kind == "score" and not -TOP <= number.low <= number.high <= TOP:
            yield Finding("C305", path, f"{_called(number)} leaves -100…100")
    for party_id, party in case.parties.items():
        root = ("principals" if party_id in case.principals else "ratifiers", party_id)
        total = sum((e.mode for e in party.weights.points.values()), Fraction(0))
        if total != TOP:
            yield Finding(
                "C301",
                (*root, "weights"),
                f"the swing weights of {party_id} add up to {_shown(total)}, not 100"
                + _unweighed(case, party_id, total),
            )
        if (party.outside is None) == (case.no_agreement == "outside"):
            verb = "needs" if party.outside is None else "has"
            yield Finding(
                "C311",
                (*root, "outside") if party.outside else root,
                f"{party_id} {verb} an outside value, and no agreement is {case.no_agreement}",
            )
        for issue_id, weight in party.weights.points.items():
            if issue_id in case.issues:
                yield from _scored(case, party_id, issue_id, bool(weight.mode))


def _unsigned(case: Case) -> Iterator[Finding]:
    """Yield one finding for all numbers that nobody signs: one line mends them all."""
    unsigned = [
        number
        for number in numbers(case)
        if number.signer is None and not getattr(element_at(case, number.key), "sourced", False)
    ]
    if unsigned:
        first, others = unsigned[0], len(unsigned) - 1
        yield Finding(
            "C306",
            (*first.key.split("."),),
            f"nobody signs {_called(first)}" + (f", nor {others} numbers more" if others else ""),
            "add `signer` to the case or to the judgement",
        )


def _unweighed(case: Case, party: str, total: Fraction) -> str:
    """Name the issues that carry no weight, where weights are missing."""
    points = case.parties[party].weights.points
    bare = [issue for issue in case.issues if issue not in points]
    return f"; no weight on {', '.join(bare)}" if bare and total < TOP else ""


def _called(number: Number) -> str:
    where = number.objective or number.issue
    return f"the {number.kind} of {number.party}" + (f" on {where}" if where else "")


def _shown(value: Fraction) -> str:
    """Return a number in decimals, or as a fraction where six digits would hide its difference."""
    short = f"{float(value):g}"
    return short if Fraction(short) == value else str(value)


def _scored(case: Case, party: str, issue_id: str, weighty: bool) -> Iterator[Finding]:
    issue = case.issues[issue_id]
    path = ("issues", issue_id, "options")
    if case.no_agreement == "status_quo" and issue.status_quo not in issue.options:
        return
    coded = [o for o, option in issue.options.items() if option.codes.get(party)]
    given = [o for o, option in issue.options.items() if party in option.scores]
    if coded and given:
        yield Finding(
            "C304",
            (*path, given[0], "scores", party),
            f"{party} scores some options of {issue_id} directly and codes others",
            about=party,
        )
        return
    if any(
        objective not in case.parties[party].objectives
        for option in coded
        for objective in issue.options[option].codes[party]
    ):
        return
    if given:
        for option in issue.options:
            if option not in given and option != issue.status_quo:
                yield Finding(
                    "C303",
                    (*path, option),
                    f"{party} gives weight to {issue_id}, and '{option}' has no score of {party}",
                    about=party,
                )
        held = issue.options.get(issue.status_quo or "")
        if held is not None and party in held.scores and held.scores[party].mode:
            yield Finding(
                "C308",
                (*path, str(issue.status_quo), "scores", party),
                f"'{issue.status_quo}' holds without agreement and must score 0",
                about=party,
            )
    if not weighty:
        return
    top = max(abs(score) for score in scores(case, party, issue_id).values())
    if not top:
        yield Finding(
            "C309",
            ("issues", issue_id),
            f"{party} gives weight to {issue_id}, and all its options are alike to {party}",
            f"code or score its options for {party}, or give the issue no weight",
            about=party,
        )
    elif top != TOP:
        yield Finding(
            "C302",
            path,
            f"the largest absolute score of {party} on {issue_id} is {_shown(top)}, not 100",
            about=party,
        )
