from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.store.fetch.manners import Manners, retry_after


@given(st.integers(1, 10_000), st.floats(0, 500), st.integers(0, 5))
def test_waits_grow_up_to_the_longest_and_spread(tried: int, asked: float, seed: int) -> None:
    manners = Manners(first_wait=2.0, longest_wait=100.0)
    whole = min(100.0, 2.0 * 2.0 ** min(tried - 1, 60))

    assert whole / 2 <= manners.wait(tried, random.Random(seed)) <= whole
    assert manners.wait(tried, random.Random(seed), asked) >= asked


def test_the_same_seed_waits_the_same() -> None:
    manners = Manners()

    assert manners.wait(3, random.Random(1)) == manners.wait(3, random.Random(1))
    assert manners.wait(3, random.Random(1)) != manners.wait(3, random.Random(2))


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 7 ", 7.0),
        ("9" * 400, 999999999.0),
        ("-1", None),
        ("1.5", None),
        ("", None),
        (None, None),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 59.0),
        ("Fri, 31 Dec 1999 23:00:00 GMT", 0.0),
        ("Fri, 31 Dec 1999 23:59:59 -0000", 59.0),
        ("Fri, 99 Dec 1999", None),
        ("٣", None),
    ],
)
def test_retry_after_is_read(value: str | None, seconds: float | None) -> None:
    now = datetime(1999, 12, 31, 23, 59, tzinfo=UTC)

    assert retry_after(value, now) == seconds


@given(st.text())
def test_retry_after_reads_anything(value: str) -> None:
    assert (retry_after(value) or 0.0) >= 0.0
