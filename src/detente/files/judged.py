"""``CASE@SET``: a case by one of its judgement sets."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.situation import as_judged
from detente.files.opened import OpenedCase, open_case

MARK = "@"


def open_judged(name: str) -> OpenedCase:
    """Open a case; ``CASE@SET`` is the case with one judgement set in place of its numbers.

    Raises
    ------
    InputError
        With every problem of the case, or when it has no set of that name (U607).

    Examples
    --------
    >>> open_judged("japan-russia-2017").case.id
    'japan-russia-2017'
    """
    base, mark, chosen = name.rpartition(MARK)
    if not mark or not base or Path(name).exists():
        return open_case(name)
    opened = open_case(base)
    sets = opened.case.judgement_sets
    if chosen not in sets:
        near = difflib.get_close_matches(chosen, sets, 1)
        known = ", ".join(sets) or "none"
        hint = f"did you mean '{near[0]}'?" if near else f"judgement sets: {known}"
        said = f"{opened.case.id} has no judgement set '{chosen}'"
        raise InputError([Problem("U607", said, base, hint=hint)])
    case = as_judged(opened.case, chosen)
    return replace(opened, case=case.model_copy(update={"judgement_sets": {}}))
