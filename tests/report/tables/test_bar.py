"""Bars of characters."""

from __future__ import annotations

from detente.report.tables.bar import BAR, bar


def test_a_bar_is_full_for_all_alone_and_empty_for_none_alone() -> None:
    assert (bar(1.0), bar(0.0)) == ("█" * BAR, "")
    assert bar(0.9999) != bar(1.0)
    assert bar(0.0001) != bar(0.0)
