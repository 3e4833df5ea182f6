"""The window in the page: its bars, what closes them, and where their names lead."""

from __future__ import annotations

from detente.case.case import Case
from detente.report.html_links import place_id
from detente.report.tables.window import BARS, half_life, sway_name
from detente.report.words import capital
from detente.study.window_result import BarWindow, Closing, Sway, WindowResult


class WindowPage:
    """The window of a case, as the templates see it."""

    def __init__(self, case: Case, result: WindowResult | None) -> None:
        self._case = case
        self._result = result

    def bar(self, bar: BarWindow) -> str:
        """Return what a bar asks, in words."""
        return BARS[bar.bar]

    def half_life(self, bar: BarWindow) -> str:
        """Return a half-life in words."""
        return half_life(bar, self._result) if self._result is not None else ""

    def drawn(self) -> tuple[BarWindow, ...]:
        """Return the bars that are drawn: those of different curves, of equal ones the first."""
        found: list[BarWindow] = []
        for bar in self._result.bars if self._result is not None else ():
            if all(bar.days != other.days for other in found):
                found.append(bar)
        return tuple(found)

    def closing(self) -> list[tuple[BarWindow, Closing]]:
        """Return what closes each bar."""
        bars = self._result.bars if self._result is not None else ()
        return [(bar, one) for bar in bars for one in bar.closing]

    def causes(self, found: Closing) -> list[tuple[str, str]]:
        """Return the anchors and the names of what closes a window."""
        room = {"dated": "dated", "calendar": "calendar"}.get(found.cause, "shocks")
        elements = getattr(self._case, room)
        return [(place_id(f"{room}.{n}"), capital(elements[n].name)) for n in found.names]

    def sway(self, sway: Sway) -> str:
        """Return what a probability is about."""
        return sway_name(self._case, sway.key)
