"""One probability of a shock moved to an end of its range, and what makes room for it."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.case.numbers import Number
from detente.case.scenario import Shock, Transition

Table = dict[str, Fraction]


def ends(case: Case, number: Number) -> tuple[Table, Table] | None:
    """Return the probabilities that differ with one at its low, and at its high.

    A transition takes from what stays as it is, and no more than is left of it. Of a shock that is
    settled, the other states make room in proportion.

    Parameters
    ----------
    case
        A consistent case.
    number
        A probability of a state or of a transition.

    Returns
    -------
    tuple of dict, or None
        Two tables by key. ``None`` where the number moves nothing: a state's probability where the
        shock moves by transitions, or one that leaves the others nothing to share out.

    Examples
    --------
    >>> from detente.case.case import Case
    >>> from detente.case.outlook_numbers import own_numbers
    >>> from detente.case.written import written
    >>> from detente.testing import two_issue_case
    >>> states = {"calm": {"name": "calm", "probability": [0.7, 0.75, 0.8]},
    ...     "war": {"name": "war", "probability": 0.25}}
    >>> shocks = {"sea": {"name": "the sea", "now": "calm", "states": states, "reason": "judged"}}
    >>> case = Case.model_validate({**written(two_issue_case()), "shocks": shocks})
    >>> low, high = ends(case, next(own_numbers(case)))
    >>> [str(share) for share in low.values()], [str(share) for share in high.values()]
    (['7/10', '3/10'], ['4/5', '1/5'])
    """
    _, shock_id, room, name, *rest = number.key.split(".")
    shock = case.shocks[shock_id]
    if room == "transitions":
        most = min(number.high, number.mode + _left(case, shock, shock.transitions[name]))
        return {number.key: number.low}, {number.key: most}
    if shock.transitions or number.mode == 1:
        return None

    def at(end: Fraction) -> Table:
        others = (1 - end) / (1 - number.mode)
        return {
            f"shocks.{shock_id}.states.{state}.{'.'.join(rest)}": end
            if state == name
            else _mode(shock, state, rest) * others
            for state in shock.states
        }

    return at(number.low), at(number.high)


def _mode(shock: Shock, state: str, rest: list[str]) -> Fraction:
    found = shock.states[state]
    estimate = found.probability if len(rest) == 1 else found.probabilities.get(rest[1])
    return estimate.mode if estimate is not None else Fraction(0)


def _left(case: Case, shock: Shock, passage: Transition) -> Fraction:
    """Return what stays as it is on the same occasion, where least does."""
    states = tuple(case.shocks[shock.given].states) if shock.given else (None,)
    totals = [
        sum((_chance(one) for one in _beside(shock, passage, state)), Fraction(0))
        for state in states
        if passage.given in (None, state)
    ]
    return 1 - max(totals, default=Fraction(1))


def _beside(shock: Shock, passage: Transition, state: str | None) -> list[Transition]:
    return [
        one
        for one in shock.transitions.values()
        if (one.at, one.from_) == (passage.at, passage.from_) and one.given in (None, state)
    ]


def _chance(passage: Transition) -> Fraction:
    estimate = passage.hazard or passage.probability
    return estimate.mode if estimate is not None else Fraction(0)
