from typing import Any

import pytest

from detente.files.tables.cells import CellError
from detente.files.tables.estimates import estimate_of, parts_of


@pytest.mark.parametrize(
    "estimate",
    [5, "2/15", [1, 2, 3], {"value": 5, "reason": "r"}, {"value": [1, 2, 3], "fact": "f"}],
)
def test_an_estimate_reads_as_it_was(estimate: Any) -> None:
    assert estimate_of(parts_of(estimate)) == estimate


def test_no_part_is_no_estimate() -> None:
    assert estimate_of({}) is None


@pytest.mark.parametrize(
    ("parts", "said"),
    [({"low": 1, "mode": 2}, "low and mode without the rest"), ({"reason": "r"}, "no number")],
)
def test_half_a_range_is_refused(parts: dict[str, Any], said: str) -> None:
    with pytest.raises(CellError, match=said):
        estimate_of(parts)
