"""The sentence on the window: until when an agreement stays possible, and what closes it first."""

from __future__ import annotations

from fractions import Fraction

from detente.case.case import Case
from detente.study.sentence_parts import (
    Sentence,
    Writer,
    date_text,
    inside,
    joined,
    points_text,
    share_text,
)
from detente.study.window_result import BarWindow, Closing, WindowResult


def window_sentence(case: Case, result: WindowResult) -> Sentence:
    """Say how likely each kind of agreement stays possible throughout, and what a month costs."""
    said = Writer("window", "window")
    bars = {bar.bar: bar for bar in result.bars}
    any_, leaders = bars["any"], bars["leaders"]
    until = f" until {date_text(result.until)}"
    if not any_.open:
        said.say(f"The window is closed as of {date_text(result.as_of)}; on ")
        said.say(f"{date_text(result.until)} an agreement is possible with a probability of ")
        said.number(share_text(any_.days[-1].open))
        return _delay(said, case, any_).say(".").end()
    said.say(f"Some agreement stays possible throughout{until} with a probability of ")
    said.number(share_text(any_.survival))
    said.say(", one with a measure that leaders decide ")
    if leaders.open:
        said.say("with ").number(share_text(leaders.survival))
    else:
        said.say("is not possible at first, and on the last day with ")
        said.number(share_text(leaders.days[-1].open))
    package = bars.get("package")
    if package is not None:
        said.say(", the very package that would be agreed today with ")
        said.number(share_text(package.survival))
        _closing(said, case, package)
    return _delay(said, case, any_).say(".").end()


def _closing(said: Writer, case: Case, bar: BarWindow) -> None:
    """Say what is likeliest to close the window for a package, and when it is half closed."""
    if not bar.closing:
        return
    first = bar.closing[0]
    if first.probability == 1 and first.day is not None:
        said.say(", for it is not possible from ").number(date_text(first.day))
        said.say(f" on ({_names(case, first)})")
        again = next((d for d in bar.days if d.day > first.day and d.open), None)
        if again is not None:
            said.say("; from ").number(date_text(again.day)).say(" it is possible again with ")
            said.number(share_text(again.open))
        return
    only = len(bar.closing) == 1
    said.say("; what closes it first is " if only else "; what is likeliest to close it first is ")
    said.say(_cause(case, first)).say(" (").number(share_text(first.probability)).say(")")
    if bar.half_life is not None:
        said.say(", and half of its chance is gone by ").number(date_text(bar.half_life))


def _cause(case: Case, found: Closing) -> str:
    names = _names(case, found)
    return names if found.day is None else f"{names} on {date_text(found.day)}"


def _names(case: Case, found: Closing) -> str:
    if found.cause in ("dated", "calendar"):
        room = case.dated if found.cause == "dated" else case.calendar
        return joined([inside(room[name].name) for name in found.names])
    return inside(case.shocks[found.names[0]].name)


def _delay(said: Writer, case: Case, bar: BarWindow) -> Writer:
    nothing = points_text(Fraction(0))
    told = [(p, cost) for p, cost in bar.delay.items() if points_text(cost) != nothing]
    if not told:
        return said.say(
            "; over all that may happen, a month's delay is expected to cost nobody anything"
        )
    said.say("; over all that may happen, a month's delay is expected to ")
    for place, (principal, cost) in enumerate(told):
        said.say(" and to " if place else "").say("cost " if cost > 0 else "bring ")
        said.say(f"{inside(case.principals[principal].name)} ").number(points_text(abs(cost)))
    return said.say(" points")
