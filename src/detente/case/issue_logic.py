"""Whether issues can be settled as they say: shares of divisible issues, and the parties' poles."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.case import Case
from detente.case.divisible import with_shares
from detente.case.finding import Finding, Path
from detente.case.issue import Issue
from detente.case.written import written


def issue_logic(case: Case) -> Iterator[Finding]:
    """Yield what is wrong with the shares and the poles of the case's issues."""
    for issue_id, issue in case.issues.items():
        yield from shares(issue_id, issue)
        if issue.poles:
            yield from _poles(case, issue_id, issue)


def shares(issue_id: str, issue: Issue) -> Iterator[Finding]:
    """Yield what is wrong with the shares of an issue: of its options, and of no agreement."""
    path: Path = ("issues", issue_id)
    made = _made(issue)
    seen: dict[object, str] = {}
    for option_id, option in issue.options.items():
        here = (*path, "options", option_id)
        if option.between is not None:
            if option_id not in made:
                yield Finding(
                    "C415",
                    (*here, "between"),
                    f"'{option_id}' writes out `between`, which only the program sets",
                )
            continue
        share = option.share
        if issue.divisible is None:
            if share is not None:
                said = f"'{option_id}' has a share, and {issue_id} is not divisible"
                yield Finding("C415", (*here, "share"), said)
        elif share is None:
            yield Finding("C415", here, f"{issue_id} is divisible, and '{option_id}' has no share")
        elif not 0 <= share <= 1:
            yield Finding("C415", (*here, "share"), f"the share of '{option_id}' leaves 0…1")
        elif share in seen:
            said = f"'{option_id}' stands at the share of '{seen[share]}'"
            yield Finding("C415", (*here, "share"), said)
        else:
            seen[share] = option_id
    if issue.divisible is None:
        return
    lacking = [end for end in (0, 1) if end not in seen]
    if lacking and all(o.share is not None for o in issue.options.values()):
        ends = " and none at ".join(map(str, lacking))
        yield Finding("C415", (*path, "divisible"), f"{issue_id} has no option at share {ends}")
    held = issue.options.get(issue.status_quo or "")
    if held is not None and held.between is not None:
        said = f"'{issue.status_quo}' holds without agreement and is not written out"
        yield Finding("C415", (*path, "status_quo"), said, "write the option out, with its share")


def _made(issue: Issue) -> frozenset[str]:
    """Return the options that the program makes of the shares that are written out."""
    if issue.divisible is None:
        return frozenset()
    plain = written(issue)
    return frozenset(with_shares(plain)["options"]) - frozenset(plain["options"])


def _poles(case: Case, issue_id: str, issue: Issue) -> Iterator[Finding]:
    path: Path = ("issues", issue_id, "poles")
    missing = [party for party in case.principals if party not in issue.poles]
    if missing:
        yield Finding("C417", path, f"{issue_id} names no pole of {', '.join(missing)}")
    seen: dict[str, str] = {}
    for party, pole in issue.poles.items():
        if pole in seen:
            said = f"'{pole}' is the pole of {seen[pole]} and of {party}"
            yield Finding("C417", (*path, party), said)
        elif pole == issue.status_quo:
            said = f"'{pole}' holds without agreement and is the pole of {party}"
            yield Finding("C417", (*path, party), said)
        seen[pole] = party
