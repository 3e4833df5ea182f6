"""What a case of the right form may still have wrong: names, anchors, logic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from detente.case.case import Case
from detente.case.comparison_checks import comparison_checks
from detente.case.course_logic import course_logic
from detente.case.finding import Finding
from detente.case.hindsight import hindsight
from detente.case.issue_logic import issue_logic, shares
from detente.case.logic import logic
from detente.case.modes import modes
from detente.case.number_checks import (
    WHERE,
    base_told,
    called,
    outlook_checks,
    outlook_told,
    unsigned,
)
from detente.case.numbers import Number, Values, numbers
from detente.case.outlook_logic import outlook_logic
from detente.case.outlook_names import order_names, outlook_names
from detente.case.party import Party
from detente.case.patched import made, made_inconsistent
from detente.case.preference import TOP, scores
from detente.case.references import party_names, references


def findings(case: Case) -> tuple[Finding, ...]:
    """Return everything inconsistent in a case, in the order of the file's rooms.

    Where a principal and a ratifier share an id nothing else can be told apart, and that alone
    is returned.
    """
    if {*case.principals} & {*case.ratifiers}:
        return tuple(party_names(case))
    before = as_it_stands(case)
    done, failed = made(case)
    told = tuple(outlook_told(case, done))
    return (
        *before,
        *unsigned((*base_told(case), *told)),
        *outlook_names(case),
        *outlook_checks(case, told),
        *outlook_logic(case),
        *course_logic(case),
        *failed,
        *made_inconsistent(
            case,
            done,
            (*before, *order_names(case)),
            lambda after: (*as_it_stands(after, case), *order_names(after)),
        ),
        *hindsight(case),
    )


def as_it_stands(case: Case, since: Case | None = None) -> tuple[Finding, ...]:
    """Return what is inconsistent in a case as it stands, without what it says of other times.

    Parameters
    ----------
    case
        The case.
    since
        The case before a change: the numbers of elements that are still the same are then left
        out, so that a case with many changes is checked fast.
    """
    if {*case.principals} & {*case.ratifiers}:
        return tuple(party_names(case))
    moved = numbers(case, since)
    values = modes(case)
    return (
        *references(case, moved),
        *_ranges(moved, case.parties),
        *_parties(case, since, values),
        *comparison_checks(case, since),
        *issue_logic(case),
        *logic(case),
    )


def _ranges(table: Iterable[Number], parties: Mapping[str, Party]) -> Iterator[Finding]:
    for number in table:
        path = (*number.key.split("."),)
        if number.judged and not number.reason:
            yield Finding(
                "C307",
                path,
                f"{called(number)} gives no reason",
                WHERE[number.kind],
            )
        if number.kind in ("weight", "importance", "price") and number.low < 0:
            yield Finding("C310", path, f"{called(number)} can fall below zero")
        if number.kind == "weight":
            most = parties[number.party].weights.total
            if number.high > most:
                yield Finding("C313", path, f"this weight can rise above {_shown(most)}")
        if number.kind == "score" and not -TOP <= number.low <= number.high <= TOP:
            yield Finding("C305", path, f"{called(number)} leaves -100…100")


def _parties(case: Case, since: Case | None, values: Values) -> Iterator[Finding]:
    sound = [name for name, issue in case.issues.items() if not any(shares(name, issue))]
    for party_id, party in case.parties.items():
        root = ("principals" if party_id in case.principals else "ratifiers", party_id)
        total = sum((e.mode for e in party.weights.points.values()), Fraction(0))
        if total != party.weights.total:
            yield Finding(
                "C301",
                (*root, "weights"),
                f"the swing weights of {party_id} add up to {_shown(total)}, "
                f"not {_shown(party.weights.total)}" + _unweighed(case, party_id, total),
            )
        if (party.outside is None) == (case.no_agreement == "outside"):
            verb = "needs" if party.outside is None else "has"
            yield Finding(
                "C311",
                (*root, "outside") if party.outside else root,
                f"{party_id} {verb} an outside value, and no agreement is {case.no_agreement}",
            )
        for issue_id, weight in party.weights.points.items():
            same = (
                since is not None
                and party is since.parties.get(party_id)
                and case.issues.get(issue_id) is since.issues.get(issue_id)
            )
            if issue_id in sound and not same:
                yield from _scored(case, party_id, issue_id, bool(weight.mode), values)


def _unweighed(case: Case, party: str, total: Fraction) -> str:
    """Name the issues that carry no weight, where weights are missing."""
    points = case.parties[party].weights.points
    bare = [issue for issue in case.issues if issue not in points]
    return (
        f"; no weight on {', '.join(bare)}"
        if bare and total < case.parties[party].weights.total
        else ""
    )


def _shown(value: Fraction) -> str:
    """Return a number in decimals, or as a fraction where six digits would hide its difference."""
    short = f"{float(value):g}"
    return short if Fraction(short) == value else str(value)


def _scored(
    case: Case, party: str, issue_id: str, weighty: bool, values: Values
) -> Iterator[Finding]:
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
        for option, element in issue.options.items():
            made_by_program = element.between is not None
            if option not in given and option != issue.status_quo and not made_by_program:
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
    top = max(abs(score) for score in scores(case, party, issue_id, values).values())
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
