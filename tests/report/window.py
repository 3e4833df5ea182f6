"""A window to look at: the full case of the reports, from its own day on."""

from functools import lru_cache

from detente.case.case import Case
from detente.study.window import window
from detente.study.window_result import WindowResult
from tests.report.full_case import full


@lru_cache(maxsize=1)
def seen() -> tuple[Case, WindowResult]:
    """Return the full case, and its window."""
    case = full()[0]
    found = window(case)
    assert found is not None
    return case, found
