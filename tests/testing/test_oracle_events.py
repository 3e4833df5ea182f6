"""The oracle of measures, on a few events counted by hand."""

from datetime import date

import pytest

from detente.testing.oracle_events import first_day_of, measured, side_of

HIGH = {"kind": "consult", "actor_track": "leaders", "target_track": "ministers"}


def _event(day: int, actor: str | None, target: str | None, **rest: object) -> dict[str, object]:
    names = ("kind", "actor_track", "target_track", "quad", "topic", "intensity")
    return {
        **dict.fromkeys(names),
        "date": date(2018, 11, day),
        "actor": actor,
        "target": target,
        **rest,
    }


EVENTS = [
    _event(1, "A", "B", quad=1, intensity=2.0, topic="economy", **HIGH),
    _event(1, "B", "A", quad=4, intensity=-5.0, **HIGH),
    _event(9, "B", "A"),
    _event(9, "A", "C", intensity=9.0),
    _event(9, "A", "A"),
    _event(9, None, "A"),
]


def test_a_month_counted_by_hand() -> None:
    [(first, row)] = measured(EVENTS, "A", ["B"], "both", "month").items()

    assert first == date(2018, 11, 1)
    assert (row["volume"], row["volume_from"], row["volume_to"]) == (3, 1, 2)
    assert (row["intensity_n"], row["intensity_sum"], row["intensity_squares"]) == (2, -3, 29)
    assert (row["intensity_sum_from"], row["intensity_sum_to"]) == (2, -5)
    assert (row["quad_1"], row["quad_4"], row["topic_economy"], row["kind_consult"]) == (1, 1, 1, 2)
    assert (row["contacts"], row["contact_days"]) == (2, 1)
    assert (row["intensity_days"], row["intensity_day_tt"], row["intensity_day_nn"]) == (1, 9, 4)
    assert (row["quad_days"], row["quad_day_tt"], row["quad_day_tn"]) == (1, 1, 2)


def test_one_side_of_every_state() -> None:
    [row] = measured(EVENTS, "A", [], "from", "year").values()

    assert row["volume"] == 2


def test_an_event_of_a_state_with_itself_is_of_no_dyad() -> None:
    assert [side_of(event, "A", ["B", "C"]) for event in EVENTS] == [
        "from",
        "to",
        "to",
        "from",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("day", "2019-01-02"),
        ("week", "2018-12-31"),
        ("month", "2019-01-01"),
        ("quarter", "2019-01-01"),
        ("year", "2019-01-01"),
    ],
)
def test_the_first_day_of_a_period(by: str, first: str) -> None:
    assert str(first_day_of(date(2019, 1, 2), by)) == first
