"""Whether a shock's transitions can be, and agree with the probabilities of its states."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.case.course import moves, over
from detente.case.finding import Finding, Path
from detente.case.scenario import Shock, Transition

ROUNDING = 0.01
"""How far outside its range a probability may come about, since hazards are rounded."""

_MOST = 20_000
"""Days beyond which the two are not compared."""


def course_logic(case: Case) -> Iterator[Finding]:
    """Yield what cannot be in transitions: their form, their sums, and what they bring about."""
    sound = _sound(case)
    for shock_id, shock in case.shocks.items():
        wrong = [*_transitions(case, shock_id, shock)]
        yield from wrong
        if sound and shock.transitions and not wrong:
            yield from _brought(case, shock_id, shock)


def _transitions(case: Case, shock_id: str, shock: Shock) -> Iterator[Finding]:
    before: dict[str, Transition] = {}
    fine = True
    for name, passage in shock.transitions.items():
        path: Path = ("shocks", shock_id, "transitions", name)
        if passage.from_ == passage.to:
            yield Finding("C426", (*path, "to"), f"'{name}' leads from '{passage.to}' to itself")
        if passage.given is not None and shock.given is None:
            message = f"'{name}' is given a state, and {shock_id} is given no other shock"
            yield Finding("C426", (*path, "given"), message)
        entry = case.calendar.get(passage.at or "")
        if entry is not None and over(entry) <= case.as_of:
            message = f"'{passage.at}' is over on {over(entry)}, not after {case.as_of}"
            yield Finding("C426", (*path, "at"), message)
        same = next((n for n, one in before.items() if _same(one, passage)), None)
        if same is not None:
            yield Finding("C426", path, f"'{name}' says the same as '{same}'")
        before[name] = passage
        found = _number(path, name, passage)
        if found is not None:
            fine = False
            yield found
    if fine:
        yield from _sums(case, shock_id, shock)


def _same(one: Transition, other: Transition) -> bool:
    """Whether two transitions say how likely the same passage is on the same occasion."""
    met = one.given == other.given or None in (one.given, other.given)
    return met and (one.at, one.from_, one.to) == (other.at, other.from_, other.to)


def _number(path: Path, name: str, passage: Transition) -> Finding | None:
    right, wrong = ("hazard", "probability") if passage.at is None else ("probability", "hazard")
    at = "hangs on no calendar entry" if passage.at is None else f"hangs on {passage.at}"
    if getattr(passage, wrong) is not None:
        return Finding("C318", (*path, wrong), f"'{name}' needs `{right}`, not `{wrong}`: it {at}")
    estimate = getattr(passage, right)
    if estimate is None:
        return Finding("C318", path, f"'{name}' {at} and gives no `{right}`")
    if not 0 <= estimate.low <= estimate.high <= 1:
        return Finding("C318", (*path, right), f"the {right} of '{name}' leaves 0…1")
    return None


def _sums(case: Case, shock_id: str, shock: Shock) -> Iterator[Finding]:
    """Yield the states that are left with a probability above 1."""
    given = case.shocks.get(shock.given or "")
    told: set[tuple[str | None, str]] = set()
    for other in given.states if given else (None,):
        totals: dict[tuple[str | None, str], Fraction] = {}
        for name, passage in shock.transitions.items():
            if passage.given not in (None, other):
                continue
            estimate = passage.hazard or passage.probability
            key = (passage.at, passage.from_)
            totals[key] = totals.get(key, Fraction(0)) + (estimate.mode if estimate else 0)
            if totals[key] > 1 and key not in told:
                told.add(key)
                when = f"at {passage.at}" if passage.at else "in a month"
                message = f"{shock_id} leaves '{passage.from_}' {when} with over 1 in all"
                yield Finding("C318", ("shocks", shock_id, "transitions", name), message)


def _brought(case: Case, shock_id: str, shock: Shock) -> Iterator[Finding]:
    """Yield the states whose probability by the day ``by`` is another than the one given."""
    family = [*_family(case, shock_id)]
    if shock.by is None or (shock.by - case.as_of).days > _MOST:
        return
    place = {name: number for number, name in enumerate(family)}
    spread = {tuple(case.shocks[name].now for name in family): 1.0}
    for move in moves(case, case.as_of, shock.by):
        if move.shock not in place:
            continue
        mine, other = place[move.shock], place.get(case.shocks[move.shock].given or "")
        after: dict[tuple[str, ...], float] = {}
        for states, mass in spread.items():
            row = move.rows.get(("" if other is None else states[other], states[mine]))
            for state, chance in (row or {states[mine]: Fraction(1)}).items():
                new = (*states[:mine], state, *states[mine + 1 :])
                after[new] = after.get(new, 0.0) + mass * float(chance)
        spread = after
    yield from _against(shock_id, shock, spread)


def _against(
    shock_id: str, shock: Shock, spread: dict[tuple[str, ...], float]
) -> Iterator[Finding]:
    for name, state in shock.states.items():
        chances = (
            {("", "probability"): state.probability}
            if not shock.given
            else {(g, "probabilities"): e for g, e in state.probabilities.items()}
        )
        for (other, key), estimate in chances.items():
            under = {s: m for s, m in spread.items() if not other or s[-2] == other}
            total = sum(under.values())
            if estimate is None or not total:
                continue
            share = sum(mass for states, mass in under.items() if states[-1] == name) / total
            if not estimate.low - ROUNDING <= share <= estimate.high + ROUNDING:
                given = f" given '{other}'" if other else ""
                said = (
                    f"by {shock.by} the transitions of {shock_id} bring '{name}' about with "
                    f"{share:.1%}{given}, and its probability is {float(estimate.low):g} to "
                    f"{float(estimate.high):g}"
                )
                at = (key, other) if other else (key,)
                yield Finding("C319", ("shocks", shock_id, "states", name, *at), said)


def _family(case: Case, shock_id: str) -> Iterator[str]:
    """Yield the shocks that one depends on, the first of them first, and itself last."""
    given = case.shocks[shock_id].given
    if given is not None:
        yield from _family(case, given)
    yield shock_id


def _sound(case: Case) -> bool:
    """Whether every shock stands in a state of its own, given one that stands before it."""
    before: list[str | None] = [None]
    for name, shock in case.shocks.items():
        if shock.given not in before or shock.now not in shock.states:
            return False
        before.append(name)
    return True
