"""Whether a case's outlook can be: probabilities, scenarios, spans of time, views and order."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.change import leaves
from detente.case.finding import Finding, Path
from detente.case.patches import may_hold
from detente.case.scenario import Shock, State

SCENARIOS = 512
"""Most scenarios of a case: the products of its shocks' states."""


def outlook_logic(case: Case) -> Iterator[Finding]:
    """Yield what cannot be in shocks, dates, views, order and claims."""
    for number, (shock_id, shock) in enumerate(case.shocks.items()):
        yield from _shock(case, shock_id, shock, [*case.shocks][:number])
    yield from _same_leaves(case)
    count = prod(len(shock.states) for shock in case.shocks.values())
    if count > SCENARIOS:
        said = f"the shocks' states combine to {count} scenarios, more than {SCENARIOS}"
        yield Finding("C422", ("shocks",), said)
    yield from _spans(case)
    for name, belief in case.beliefs.items():
        if belief.holder == belief.about and belief.holder in case.principals:
            said = f"'{name}' is a belief of {belief.holder} about itself"
            yield Finding("C419", ("beliefs", name, "about"), said)
    yield from _steps(case)
    yield from _claims(case)


def _shock(case: Case, shock_id: str, shock: Shock, before: list[str]) -> Iterator[Finding]:
    path: Path = ("shocks", shock_id)
    if shock.by is not None and shock.by <= case.as_of:
        said = f"'{shock_id}' is about {shock.by}, which is not after the case's date {case.as_of}"
        yield Finding("C416", (*path, "by"), said)
    if shock.given in case.shocks and shock.given not in before:
        does = "itself" if shock.given == shock_id else f"'{shock.given}', which stands after it"
        yield Finding("C418", (*path, "given"), f"'{shock_id}' is given {does}")
    now = shock.states.get(shock.now)
    for key in ("holds", "changes"):
        if now is not None and getattr(now, key):
            said = f"'{shock.now}' is how {shock_id} stands now, and gives `{key}`"
            yield Finding("C413", (*path, "states", shock.now, key), said)
    for state_id, state in shock.states.items():
        yield from _held(case, (*path, "states", state_id, "holds"), state)
    if shock.given is None or (shock.given in case.shocks and shock.given != shock_id):
        yield from _probabilities(case, path, shock)


def _held(case: Case, path: Path, state: State) -> Iterator[Finding]:
    for issue_id, option_id in state.holds.items():
        issue = case.issues.get(issue_id)
        if issue is None or option_id not in issue.options:
            continue
        if not may_hold(case, issue_id, option_id):
            names = ", ".join(issue.options[option_id].controller)
            said = f"'{option_id}' is controlled by {names} and cannot hold in a state"
            yield Finding("C414", (*path, issue_id), said)


def _probabilities(case: Case, path: Path, shock: Shock) -> Iterator[Finding]:
    given = case.shocks[shock.given] if shock.given is not None else None
    right, wrong = ("probabilities", "probability") if given else ("probability", "probabilities")
    fine = True
    for state_id, state in shock.states.items():
        here = (*path, "states", state_id)
        if getattr(state, wrong):
            does = f"is given {shock.given}" if given else "is given no other shock"
            said = f"'{state_id}' needs `{right}`, not `{wrong}`: {path[1]} {does}"
            yield Finding("C314", (*here, wrong), said)
            fine = False
            continue
        chances: dict[str, Estimate | None] = {"": state.probability}
        if given:
            chances = {key: state.probabilities.get(key) for key in given.states}
        for key, estimate in chances.items():
            under = f" given '{key}' of {shock.given}" if key else ""
            at = (*here, right, key) if key else (*here, right)
            if estimate is None:
                at = (*here, right) if state.probabilities else here
                yield Finding("C314", at, f"'{state_id}' has no probability{under}")
                fine = False
            elif not 0 <= estimate.low <= estimate.high <= 1:
                yield Finding("C314", at, f"the probability of '{state_id}'{under} leaves 0…1")
                fine = False
    if not fine:
        return
    for key in given.states if given else ("",):
        estimates = (s.probabilities[key] if key else s.probability for s in shock.states.values())
        total = sum((e.mode for e in estimates if e is not None), Fraction(0))
        if total != 1:
            under = f" given '{key}' of {shock.given}" if key else ""
            short = f"{float(total):g}"
            shown = short if Fraction(short) == total else str(total)
            said = f"the probabilities of {path[1]}{under} add up to {shown}, not 1"
            yield Finding("C314", (*path, "states"), said)


def _same_leaves(case: Case) -> Iterator[Finding]:
    """Yield what two shocks change alike, where the later one does."""
    taken: dict[Path, str] = {}
    for shock_id, shock in case.shocks.items():
        own: set[Path] = set()
        for state_id, state in shock.states.items():
            here: Path = ("shocks", shock_id, "states", state_id)
            held = [
                (("issues", issue, "status_quo"), (*here, "holds", issue)) for issue in state.holds
            ]
            made = [(leaf, (*here, "changes", *leaf)) for leaf in leaves(state.changes)]
            for leaf, at in (*held, *made):
                other = _taken(taken, leaf)
                if other is not None and leaf not in own:
                    said = f"'{other}' and '{shock_id}' both change {'.'.join(leaf)}"
                    yield Finding("C412", at, said)
                own.add(leaf)
        taken.update({leaf: shock_id for leaf in own if _taken(taken, leaf) is None})


def _taken(taken: dict[Path, str], leaf: Path) -> str | None:
    """Return the shock that changes a leaf, what it stands in, or what stands in it."""
    for other, shock in taken.items():
        count = min(len(other), len(leaf))
        if other[:count] == leaf[:count]:
            return shock
    return None


def _spans(case: Case) -> Iterator[Finding]:
    for room, entries in (("dated", case.dated), ("calendar", case.calendar)):
        for name, entry in entries.items():
            if entry.until is not None and entry.until <= entry.from_:
                said = f"'{name}' ends on {entry.until}, not after it begins on {entry.from_}"
                yield Finding("C416", (room, name, "until"), said)
            elif (
                room == "dated"
                and entry.from_ <= case.as_of
                and (entry.until is None or case.as_of < entry.until)
            ):
                said = f"'{name}' covers {case.as_of}, the case's own date"
                yield Finding("C416", (room, name, "from"), said)


def _steps(case: Case) -> Iterator[Finding]:
    for name, step in case.steps.items():
        path: Path = ("steps", name)
        if any(len(options) != 1 for options in step.option.values()):
            yield Finding("C425", (*path, "option"), f"'{name}' carries out one option, not more")
        if name in _before(case, name):
            yield Finding("C425", (*path, "after"), f"'{name}' comes after itself")


def _before(case: Case, name: str) -> set[str]:
    """Return the steps that must come before a step."""
    found: set[str] = set()
    left = list(case.steps[name].after)
    while left:
        step = left.pop()
        if step not in found and step in case.steps:
            found.add(step)
            left.extend(case.steps[step].after)
    return found


def _claims(case: Case) -> Iterator[Finding]:
    numbered: dict[int, str] = {}
    for name, claim in case.claims.items():
        path: Path = ("claims", name)
        if claim.number in numbered:
            said = f"'{name}' bears the number {claim.number} of '{numbered[claim.number]}'"
            yield Finding("C421", (*path, "number"), said)
        numbered.setdefault(claim.number, name)
        if claim.outcome is None and claim.background is None:
            yield Finding("C421", path, f"'{name}' has no outcome and is no background")
        elif claim.outcome is not None and claim.background is not None:
            said = f"'{name}' has an outcome and is background"
            yield Finding("C421", (*path, "background"), said)
        elif claim.outcome is not None and not claim.neutral and not claim.without:
            said = f"'{name}' does not say how its elements are neutralised"
            yield Finding("C421", (*path, "outcome"), said, "add `neutral` or `without`")
        elif claim.background is not None:
            for key in ("neutral", "without"):
                if getattr(claim, key):
                    said = f"'{name}' is background and gives `{key}`"
                    yield Finding("C421", (*path, key), said)
