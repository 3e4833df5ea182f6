"""What lies ahead: scenarios, dates, the window, and what comes first."""

from __future__ import annotations

from dataclasses import dataclass

from detente.base.errors import NotProved
from detente.case.case import Case
from detente.case.change import ChangeError
from detente.negotiation.situations import Situations
from detente.study.drift import DriftResult, drift
from detente.study.scenarios import ScenariosResult, scenarios
from detente.study.sequence import sequence
from detente.study.sequence_result import Way
from detente.study.window import window
from detente.study.window_result import WindowResult


@dataclass(frozen=True)
class Outlook:
    """What lies ahead; each is ``None`` where the case holds nothing for it.

    Attributes
    ----------
    scenarios, drift, window
        The answer over all scenarios, at every date, and how long the zone stays open.
    sequence
        The dated steps to the Nash package; ``None`` also where the engine refuses to look for
        them.
    """

    scenarios: ScenariosResult | None
    drift: DriftResult | None
    window: WindowResult | None
    sequence: Way | None


def outlook(case: Case, input_hash: str = "") -> Outlook:
    """Answer what lies ahead; every situation is compiled once.

    The window is left out where a state and a date exclude each other, which ``detente window``
    refuses in words.

    Parameters
    ----------
    case
        A consistent case.
    input_hash
        SHA-256 of the files read.

    Raises
    ------
    NotProved
        When the case is too large for the engine.

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> outlook(two_issue_case())
    Outlook(scenarios=None, drift=None, window=None, sequence=None)
    """
    known = Situations(case)
    over = scenarios(case, input_hash, situations=known)
    drifted = drift(case, input_hash, known)
    try:
        opened = window(case, input_hash=input_hash, situations=known)
    except ChangeError:
        opened = None
    return Outlook(over, drifted, opened, _plan(known, input_hash))


def _plan(known: Situations, input_hash: str) -> Way | None:
    try:
        found = sequence(known.world({}), input_hash, beside=False)
    except NotProved:
        return None
    return None if found is None else found.way
