"""Hypothesis strategies for cases; needs the extra ``testing``."""

from __future__ import annotations

from hypothesis import strategies as st

from detente.case.case import Case
from detente.testing.draw import DEFAULT, Bounds
from detente.testing.generator import build_case


@st.composite
def cases(draw: st.DrawFn, bounds: Bounds = DEFAULT) -> Case:
    """Draw small valid cases, which shrink towards few parties, issues and rules.

    Parameters
    ----------
    bounds
        How large the cases may be, and their kind of no agreement.

    Returns
    -------
    strategy of Case
        Consistent cases: ``detente.case.consistency.findings`` finds nothing in them.

    Examples
    --------
    >>> from hypothesis import given
    >>> @given(cases(Bounds(ratifiers=(0, 0))))
    ... def test_nobody_ratifies(case):
    ...     assert not case.ratifiers
    """
    return build_case(lambda low, high: draw(st.integers(low, high)), bounds)
