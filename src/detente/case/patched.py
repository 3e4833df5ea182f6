"""What changes make of a case: whether they can be made, and whether the case then still can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import product
from typing import Any

from detente.base.codes import CODES
from detente.case.case import Case
from detente.case.change import ROOMS, ChangeError, changed
from detente.case.finding import Finding, Path
from detente.case.outlook_numbers import patch_numbers
from detente.case.patches import Patch, may_hold, patches

Check = Callable[[Case], Iterable[Finding]]
"""What is inconsistent in a case, changes left aside."""


@dataclass(frozen=True)
class Patched:
    """Changes that can be made, and the case with them."""

    patch: Patch
    case: Case


def made(case: Case) -> tuple[tuple[Patched, ...], tuple[Finding, ...]]:
    """Make every set of changes of a case alone.

    Returns
    -------
    tuple of Patched, tuple of Finding
        What could be made, and one finding for each change that could not. Changes of a state
        that holds unknown options, or principals' ones, are in neither.
    """
    done: list[Patched] = []
    failed: list[Finding] = []
    for patch in patches(case):
        strange = [room for room in patch.given if room not in ROOMS]
        for room in strange:
            near = get_close_matches(room, ROOMS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(ROOMS)}"
            said = f"`{room}` is no room of a case that a change may concern"
            failed.append(Finding("C411", (*patch.path, room), said, hint))
        if strange or not _held(case, patch):
            continue
        try:
            done.append(Patched(patch, changed(case, patch.made) if patch.made else case))
        except ChangeError as error:
            failed.append(_failed(patch.path, error))
    for name, claim in case.claims.items():
        try:
            changed(case, claim.neutral)
        except ChangeError as error:
            failed.append(_failed(("claims", name, "neutral"), error))
    return tuple(done), tuple(failed)


def _failed(path: Path, error: ChangeError) -> Finding:
    said = f"{'.'.join(error.path)} cannot be changed so: {error.message}"
    return Finding("C411", (*path, *error.path), said)


def _held(case: Case, patch: Patch) -> bool:
    """Whether the options that hold with these changes exist and may hold."""
    if patch.room != "shocks":
        return True
    holds = case.shocks[patch.path[1]].states[patch.path[3]].holds
    return all(
        issue in case.issues
        and option in case.issues[issue].options
        and may_hold(case, issue, option)
        for issue, option in holds.items()
    )


def made_inconsistent(
    case: Case, done: Sequence[Patched], before: Iterable[Finding], check: Check
) -> Iterator[Finding]:
    """Yield what changes make inconsistent in a case, each set of them alone.

    Parameters
    ----------
    case
        The case.
    done
        Its changes that can be made.
    before
        What is inconsistent without them.
    check
        What tells the inconsistencies of a case.
    """
    known = {(finding.code, finding.path) for finding in before}
    for one in done:
        if not one.patch.made:
            continue
        keys = {number.key for number in patch_numbers(case, one.patch)}
        own = {(*key.split("."),)[len(one.patch.path) :] for key in keys}
        for finding in check(one.case):
            if (finding.code, finding.path) in known:
                continue
            if finding.code in ("C204", "C205") and finding.path in own:
                continue  # told where the number stands
            code = "C423" if finding.code == "C403" and one.patch.room == "shocks" else "C420"
            said = f"{_called(one.patch)}: {finding.message}"
            hint = finding.hint or CODES[finding.code].mend
            yield Finding(code, _where(case, one.patch, finding.path), said, hint)
    if case.no_agreement == "status_quo":
        yield from _linkages(case, [one for one in done if one.patch.room == "shocks"])


def _called(patch: Patch) -> str:
    room, name, *rest = patch.path
    word = {
        "shocks": f"in the state '{rest[1]}' of {name}" if len(rest) > 1 else "",
        "dated": f"with '{name}' in force",
        "beliefs": f"with the belief '{name}'",
        "judgement_sets": f"with the judgements of '{name}'",
        "steps": f"once '{name}' is done",
    }
    return word[room]


def _where(case: Case, patch: Patch, path: Path) -> Path:
    """Return the place in the file that comes nearest to what became inconsistent."""
    found = patch.path
    here: Any = patch.given
    for key in path:
        if not isinstance(here, Mapping) or key not in here:
            break
        found, here = (*found, key), here[key]
    if patch.room != "shocks" or len(found) > len(patch.path) + 1:
        return found
    holds = case.shocks[patch.path[1]].states[patch.path[3]].holds
    if not holds:
        return found
    issue = next((key for key in path if key in holds), next(iter(holds)))
    return (*patch.path[:-1], "holds", issue)


def _linkages(case: Case, done: Sequence[Patched]) -> Iterator[Finding]:
    """Yield the linkages that hold at no agreement only in states of several shocks together."""
    states: dict[str, dict[str, Case]] = {}
    for one in done:
        states.setdefault(one.patch.path[1], {})[one.patch.path[3]] = one.case
    names = {name for one in done for name in one.case.linkages}
    for name in sorted(names):
        moving = [shock for shock, under in states.items() if _moves(case, name, under)]
        if len(moving) < 2 or any(
            _holds([case, after], name) for one in done for after in [one.case]
        ):
            continue
        for chosen in product(*(states[shock].items() for shock in moving)):
            if _holds([case, *(after for _, after in chosen)], name):
                where = [
                    f"{shock} is '{state}'"
                    for shock, (state, _) in zip(moving, chosen, strict=True)
                ]
                said = f"'{name}' holds without agreement where {' and '.join(where)}"
                yield Finding("C423", ("linkages", name), said)
                break


def _moves(case: Case, name: str, under: Mapping[str, Case]) -> bool:
    """Whether states of a shock change a linkage, or what holds on one of its issues."""
    linkages = [c.linkages.get(name) for c in (case, *under.values())]
    issues = {issue for linkage in linkages if linkage is not None for issue in linkage.when}
    return any(linkage != linkages[0] for linkage in linkages) or any(
        after.issues[issue].status_quo != case.issues[issue].status_quo
        for after in under.values()
        for issue in issues & {*case.issues}
    )


def _holds(cases: Sequence[Case], name: str) -> bool:
    """Whether a linkage holds at no agreement with the changes of some cases to the first one."""
    base, *others = cases
    linkage = base.linkages.get(name)
    held = {issue: element.status_quo for issue, element in base.issues.items()}
    for other in others:
        if other.linkages.get(name) != base.linkages.get(name):
            linkage = other.linkages.get(name)
        for issue, element in other.issues.items():
            if element.status_quo != base.issues[issue].status_quo:
                held[issue] = element.status_quo
    return linkage is not None and all(
        held.get(issue) in options for issue, options in linkage.when.items()
    )
