"""Situations of one case: by date and state of the world, each compiled once."""

from __future__ import annotations

from datetime import date

from detente.case.case import Case
from detente.case.situation import States, in_force, in_world, on_day
from detente.negotiation.payoff import Payoffs, compile_case


class Situations:
    """What a case is on a day, while its shocks stand in some states, compiled.

    A situation is made when it is first asked for. Days on which the same dated entries hold are
    one situation. Dated entries come after the states: where both set the same, the entry holds;
    what a state has taken away it leaves alone.

    Parameters
    ----------
    case
        A consistent case.
    compiled
        The case as it stands, compiled already.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> found = Situations(two_issue_case())
    >>> found.on(date(2017, 5, 11), {}) is found.on(date(2030, 1, 1), {})
    True
    """

    def __init__(self, case: Case, compiled: Payoffs | None = None) -> None:
        self.case = case
        self._worlds: dict[tuple[tuple[str, str], ...], Case] = {}
        self._known: dict[object, Payoffs] = {}
        if compiled is not None:
            self._known[(in_force(case, case.as_of), None, ())] = compiled

    def world(self, states: States) -> Payoffs:
        """Return the case in one scenario, as of its own date."""
        return self.on(self.case.as_of, states)

    def on(self, day: date, states: States) -> Payoffs:
        """Return the case on a day, in one scenario.

        Raises
        ------
        ChangeError
            When the changes of a state or of a dated entry cannot be made.
        """
        named = tuple((k, s) for k, s in states.items() if s != self.case.shocks[k].now)
        early = day if day < self.case.as_of else None
        key = (in_force(self.case, day), early, named)
        if key not in self._known:
            if named not in self._worlds:
                self._worlds[named] = in_world(self.case, dict(named))
            world = self._worlds[named]
            then = world if day == self.case.as_of else on_day(world, day, self.case)
            self._known[key] = compile_case(then)
        return self._known[key]
