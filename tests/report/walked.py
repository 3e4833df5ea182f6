"""Sequences for tests of what is shown of them, each worked out once."""

from __future__ import annotations

from functools import lru_cache

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.study.sequence import sequence
from detente.study.sequence_result import SequenceResult
from tests.negotiation.walks import STEPS, sale


@lru_cache(maxsize=1)
def walked() -> tuple[Case, SequenceResult]:
    """Return a sale whose workers are won over on the way, and its plan."""
    eased = {"ratifiers": {"workers": {"reserve": {"value": -100, "reason": "x"}}}}
    halfway = {**STEPS["halfway"], "effects": eased, "reversible": False, "visible": True}
    paid = {"name": "All paid", "option": {"price": "high"}, "reversible": True}
    bears = {"value": 30, "reason": "x"}
    hurried = {"value": 10, "reason": "x"}
    case = sale(
        -50,
        steps={**STEPS, "halfway": halfway, "paid": paid},
        principals={"B": {"exposure": bears, "capacity": 2}, "A": {"impatience": hurried}},
    )
    package = {"price": "high", "delivery": "early"}
    found = sequence(compile_case(case), months=5, package=package)
    assert found is not None
    return case, found
