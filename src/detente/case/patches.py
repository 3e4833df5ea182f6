"""Every set of changes that a case holds, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.case.case import Case
from detente.case.change import Note, noted
from detente.case.finding import Path
from detente.case.form import Changes
from detente.case.situation import belief_changes, dated_changes, set_changes, state_changes


@dataclass(frozen=True)
class Patch:
    """Changes that stand somewhere in a case.

    Attributes
    ----------
    path
        Where they stand, such as ``("shocks", "us_russia", "states", "eased", "changes")``.
    given
        The changes as the file has them.
    made
        The changes signed and reasoned, and with them the options of third parties that hold.
    """

    path: Path
    given: Changes
    made: Mapping[str, Any]

    @property
    def room(self) -> str:
        """The room that they stand in."""
        return self.path[0]


def patches(case: Case) -> tuple[Patch, ...]:
    """Return the changes of states, dated entries, beliefs, judgement sets and steps.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> patches(two_issue_case())
    ()
    """
    return tuple(_patches(case))


def _patches(case: Case) -> Iterator[Patch]:
    for shock, element in case.shocks.items():
        for name, state in element.states.items():
            path: Path = ("shocks", shock, "states", name, "changes")
            yield Patch(path, state.changes, state_changes(case, shock, name))
    for name, entry in case.dated.items():
        yield Patch(("dated", name, "changes"), entry.changes, dated_changes(case, name))
    for name, belief in case.beliefs.items():
        yield Patch(("beliefs", name, "changes"), belief.changes, belief_changes(case, name))
    for name, judged in case.judgement_sets.items():
        yield Patch(("judgement_sets", name, "changes"), judged.changes, set_changes(case, name))
    for name, step in case.steps.items():
        note = Note(
            step.signer or case.signer, step.reason or step.name, next(iter(step.facts), None)
        )
        yield Patch(("steps", name, "effects"), step.effects, noted(step.effects, note))


def may_hold(case: Case, issue: str, option: str) -> bool:
    """Whether an option may hold in a state: a third party's, or that of no agreement.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [may_hold(two_issue_case(), "price", option) for option in ("low", "middle")]
    [True, False]
    """
    element = case.issues[issue]
    controllers = {*element.options[option].controller}
    return option == element.status_quo or not controllers & {*case.principals}
