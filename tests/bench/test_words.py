"""Figures are written so that they can be read, and what was stopped says so."""

import pytest

from bench.measure import Found, Row
from bench.words import HEADS, cells, mib_text, ratio_text, seconds_text


def _row(seconds: float | None, ratio: float | None = None, *, stopped: bool = False) -> Row:
    return Row("q", "s", "n", ours=False, seconds=seconds, ratio=ratio, stopped=stopped)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.000123456, "0.123 ms"), (0.0456, "45.6 ms"), (0.9999, "1.0 s"), (83.163, "83.2 s")],
)
def test_times(seconds: float, text: str) -> None:
    assert seconds_text(_row(seconds)) == text


@pytest.mark.parametrize(
    ("ratio", "text"), [(None, "–"), (0.745, "0.74×"), (26.2, "26×"), (12416.0, "12,416×")]
)
def test_ratios(ratio: float | None, text: str) -> None:
    assert ratio_text(_row(1, ratio)) == text


def test_what_was_stopped_took_more() -> None:
    row = _row(60, 12.4, stopped=True)

    assert (seconds_text(row), ratio_text(row)) == ("> 60 s", "> 12×")


def test_what_is_missing_is_a_dash() -> None:
    texts = dict(zip(HEADS, cells(_row(None)), strict=True))

    assert {texts[head] for head in ("time", "rounds", "ratio", "points", "traced MiB")} == {"–"}
    assert mib_text(1234.5) == "1,234"


def test_points_are_counted() -> None:
    row = Row("q", "s", "n", ours=True, found=Found(12345, ""))

    assert dict(zip(HEADS, cells(row), strict=True))["points"] == "12,345"
