"""Turns: their day, and what is told of the seven days from then."""

from datetime import date, timedelta
from typing import Any

import pytest

from detente.record.dyad import Dyad
from detente.study.at_hand import AtHand, Portion
from detente.study.recorded_result import ChangeResult
from detente.study.turns import ACTS, SAMPLES, act_words, turns
from tests.record.made import event
from tests.study.test_at_hand import at_hand

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
FIRST = date(2018, 1, 1)
TURN = FIRST + timedelta(days=40)


def _rows() -> list[dict[str, Any]]:
    """Return one event a day, from the turn on six, and on the turn itself an assault."""
    rows = []
    for place in range(80):
        day = FIRST + timedelta(days=place)
        for n in range(6 if day >= TURN else 1):
            pair = ("JPN", "RUS") if (place + n) % 2 else ("RUS", "JPN")
            code = ("040", "042")[n % 2]
            rows.append(
                event(day.isoformat(), *pair, 1.0 + n % 2, code=code, row=place * 10 + n, file="f")
            )
    struck = event(
        TURN.isoformat(), "RUS", "JPN", -10.0, code="190", actor_name="A ship", row=7, file="g"
    )
    unknown = event(TURN.isoformat(), "JPN", "RUS", None, row=8, file="g")
    return [*rows, struck, unknown]


@pytest.fixture(scope="module")
def found() -> tuple[ChangeResult, ...]:
    span = (FIRST, FIRST + timedelta(days=79))
    events = at_hand(Portion(None, {}, (span,)), rows=_rows(), names={"f": "made.tab"})
    return turns(events, JAPAN_RUSSIA, events.measured(JAPAN_RUSSIA, "day", *span))[0]


def test_the_first_day_of_the_new_level_is_named(found: tuple[ChangeResult, ...]) -> None:
    volume = next(one for one in found if one.what == "volume")

    assert volume.day == TURN.isoformat()
    assert volume.earliest <= volume.day <= volume.latest
    assert (volume.before.value, volume.after.value) == pytest.approx((1, 6.05))
    assert [one.day for one in found] == sorted(one.day for one in found)


def test_what_happened_is_told_strongest_first_each_act_once(
    found: tuple[ChangeResult, ...],
) -> None:
    volume = next(one for one in found if one.what == "volume")

    first = volume.samples[0]
    assert (first.actor, first.target, first.act, first.intensity) == (
        "A ship",
        "JPN",
        "use military force",
        -10,
    )
    assert (first.file, first.row) == ("g", 7)
    told = [(one.actor, one.act, one.target) for one in volume.samples]
    assert len(set(told)) == len(told) <= SAMPLES
    strengths = [abs(one.intensity or 0) for one in volume.samples]
    assert strengths == sorted(strengths, reverse=True)


def test_acts_are_counted_over_seven_days(found: tuple[ChangeResult, ...]) -> None:
    volume = next(one for one in found if one.what == "volume")

    assert [one.act for one in volume.acts[:2]] == ["consult", "visit"]
    assert [one.events for one in volume.acts] == [21, 21, 1, 1]
    assert len(volume.acts) <= ACTS


def test_a_file_without_a_name_keeps_what_rows_carry(found: tuple[ChangeResult, ...]) -> None:
    volume = next(one for one in found if one.what == "volume")

    assert [one.file for one in volume.samples] == ["g", *["made.tab"] * 4]


def test_where_nothing_changes_nothing_is_asked() -> None:
    span = (FIRST, FIRST + timedelta(days=59))
    rows = [
        event((FIRST + timedelta(days=n)).isoformat(), "JPN", "RUS", float(n % 3))
        for n in range(60)
    ]
    events = at_hand(Portion(None, {}, (span,)), rows=rows)
    days = events.measured(JAPAN_RUSSIA, "day", *span)

    def unasked(_: object) -> Any:
        raise AssertionError("asked for events")

    silent = AtHand(events.source, events.table, unasked, events.portions)
    assert turns(silent, JAPAN_RUSSIA, days)[0] == ()


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("042", None, "visit"),
        ("999", "consult", "consult"),
        (None, "protest", "protest"),
        ("", None, "act of no known kind"),
    ],
)
def test_an_act_is_called_by_its_code_or_its_kind(
    code: str | None, kind: str | None, words: str
) -> None:
    assert act_words({"code": code, "kind": kind}) == words
