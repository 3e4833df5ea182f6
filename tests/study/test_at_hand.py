"""Events at hand: what is covered for whom, up to when, and counted once."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from detente.record.coverage import FLOORS
from detente.record.dyad import Dyad
from detente.study.at_hand import AtHand, Kept, Portion
from tests.record.made import event, table

JAPAN_RUSSIA = Dyad("JPN", ("RUS",))
DAYS = [date(2018, 10, 1) + timedelta(days=n) for n in range(10)]
EVENTS = [
    event("2018-10-02", "JPN", "RUS", 3.0),
    event("2018-10-02", "RUS", "JPN", 1.0),
    event("2018-10-09", "JPN", "RUS", -2.0),
    event("2018-10-09", "CHN", "RUS", 8.0),
]


def at_hand(
    *portions: Portion, rows: Sequence[Any] = EVENTS, source: str = "icews", **more: Any
) -> AtHand:
    """Return made events at hand; their engine is Ibis's own."""
    return AtHand(source, table(rows), lambda asked: asked.to_pyarrow(), portions, **more)


def portion(
    keep: Kept = None, rows: int = 300, days: Sequence[date] = DAYS, content: str = ""
) -> Portion:
    return Portion(keep, dict.fromkeys(days, rows), (), content)


@pytest.mark.parametrize(
    ("keep", "dyad", "holds"),
    [
        (None, Dyad("JPN"), True),
        ({"JPN"}, Dyad("JPN"), True),
        ({"JPN"}, Dyad("JPN", ("RUS", "CHN")), True),
        ({"JPN"}, Dyad("RUS", ("JPN",)), True),
        ({"JPN"}, Dyad("RUS", ("JPN", "CHN")), False),
        ({"JPN", "CHN"}, Dyad("RUS", ("JPN", "CHN")), True),
        ({"JPN"}, Dyad("RUS"), False),
        ({"JPN"}, Dyad("USA", ("RUS",)), False),
        (set(), Dyad("JPN", ("RUS",)), False),
    ],
)
def test_a_dyad_is_held_where_one_of_its_sides_is_kept_whole(
    keep: set[str] | None, dyad: Dyad, holds: bool
) -> None:
    kept = None if keep is None else frozenset(keep)

    assert Portion(kept, {}).holds(dyad) is holds


def test_what_is_kept_of_other_states_covers_no_day() -> None:
    events = at_hand(portion(frozenset({"JPN"})))

    assert events.coverage(JAPAN_RUSSIA).span == (DAYS[0], DAYS[-1])
    assert events.coverage(Dyad("CHN", ("RUS",))).span is None


def test_a_content_kept_twice_counts_once() -> None:
    thin = 3 * FLOORS["icews"][0][1] // 5
    japan = portion(frozenset({"JPN"}), thin, content="x")

    assert at_hand(japan).coverage(JAPAN_RUSSIA).span is None
    assert at_hand(japan, portion(None, thin, content="x")).coverage(JAPAN_RUSSIA).span is None
    assert at_hand(japan, portion(None, thin, content="y")).coverage(JAPAN_RUSSIA).span is not None


def test_of_a_content_kept_twice_the_days_count_that_no_span_replaces() -> None:
    declared = Portion(frozenset({"JPN"}), {}, ((DAYS[3], DAYS[4]),), "x")

    for parts in ((declared, portion(content="x")), (portion(content="x"), declared)):
        assert at_hand(*parts).coverage(JAPAN_RUSSIA).days.tolist() == DAYS


def test_portions_add_up() -> None:
    late = [day + timedelta(days=20) for day in DAYS]
    declared = (date(2018, 12, 1), date(2018, 12, 3))
    parts = (
        portion(content="a"),
        portion(frozenset({"RUS"}), days=late, content="b"),
        Portion(None, {}, (declared,), "c"),
    )

    found = at_hand(*parts).coverage(JAPAN_RUSSIA)

    assert found.days.tolist() == [*DAYS, *late, *(date(2018, 12, d) for d in (1, 2, 3))]
    assert "2018-12-01 to 2018-12-03" in found.rule


def test_nothing_after_the_last_day_enters() -> None:
    daily = {day: 800 if day >= DAYS[5] else 220 for day in DAYS}
    # Beside what comes later the first days are thin, and are not covered.
    later = {DAYS[-1] + timedelta(days=n): 2000 for n in range(1, 100)}
    spans = ((DAYS[0], DAYS[1]), (DAYS[7], date(2019, 3, 1)), (date(2019, 5, 1), date(2019, 6, 1)))
    whole = at_hand(Portion(None, daily | later, spans, "x"))
    only = at_hand(Portion(None, daily, ((DAYS[0], DAYS[1]), (DAYS[7], DAYS[-1])), "x"))

    assert whole.coverage(JAPAN_RUSSIA).covers(DAYS[2]) is False
    cut, known = whole.before(DAYS[-1]), only.before(DAYS[-1])
    assert cut.coverage(JAPAN_RUSSIA).days.tolist() == DAYS
    assert cut.coverage(JAPAN_RUSSIA).rule == known.coverage(JAPAN_RUSSIA).rule
    assert "2019" not in cut.coverage(JAPAN_RUSSIA).rule


def test_the_last_day_is_within() -> None:
    cut = at_hand(portion()).before(date(2018, 10, 2))

    assert cut.rows(JAPAN_RUSSIA, "day")["volume"].tolist() == [2]
    assert cut.coverage(JAPAN_RUSSIA).span == (DAYS[0], DAYS[1])


def test_periods_without_events_are_0_where_covered_and_missing_elsewhere() -> None:
    found = at_hand(portion()).measured(JAPAN_RUSSIA, "day", DAYS[0], date(2018, 10, 11))

    volume = found.volume()
    np.testing.assert_array_equal(volume[:3], [0, 2, 0])
    np.testing.assert_array_equal(volume[8:], [1, 0, np.nan])
    assert found.standing == ("covered",) * 10 + ("missing",)


def test_only_what_is_asked_for_is_measured() -> None:
    found = at_hand(portion()).rows(JAPAN_RUSSIA, "day", ("volume",))

    assert "volume" in found
    assert "intensity_sum" not in found


def test_files_are_counted_by_their_names() -> None:
    assert at_hand(portion(), names={"a": "one.tab", "b": "two.tab"}).files == 2


def test_of_a_dyad_are_its_events() -> None:
    found = at_hand(portion())

    assert len(found.answer(found.of(JAPAN_RUSSIA))) == 3
    assert len(found.answer(found.of(Dyad("RUS")))) == 4


def test_studies_of_the_record_load_no_database() -> None:
    code = (
        "import sys, detente.study.recorded, detente.study.kept, detente.study.coupling;"
        "print([m for m in ('duckdb', 'ibis', 'pyarrow', 'pandas') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
