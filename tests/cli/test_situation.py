from datetime import date

import pytest

from detente.base.errors import InputError
from detente.case.case import Case
from detente.case.course import over
from detente.cli.situation import situated, states_of
from detente.files.opened import OpenedCase, open_case
from tests.study.situations import ageing, stormy, with_rooms


def _opened(case: Case) -> OpenedCase:
    return OpenedCase(case, (), "", "here")


def test_without_options_the_case_is_as_it_stands() -> None:
    opened = _opened(stormy())

    assert situated(opened, None, None) == (opened, {})


@pytest.mark.parametrize("said", ["gale", "storm", "weather=storm", " weather = storm "])
def test_a_scenario_by_its_name_or_by_its_states(said: str) -> None:
    found, states = situated(_opened(stormy()), None, said)

    assert states == {"weather": "storm"}
    reserve = found.case.principals["B"].reserve
    assert reserve is not None
    assert reserve.mode == 30
    assert not found.case.shocks


def test_a_scenario_that_nobody_named_gets_the_nearest_name() -> None:
    with pytest.raises(InputError) as caught:
        states_of(stormy(), "weather=strom")

    assert [(p.code, p.hint) for p in caught.value.problems] == [
        ("U606", "did you mean 'weather=storm'?")
    ]


def test_another_date_applies_what_is_dated() -> None:
    found, _ = situated(_opened(ageing()), "2016-06-01", None)

    assert found.case.as_of == date(2016, 6, 1)
    assert found.case.principals["A"].weights.points["price"].mode == 50
    assert not found.case.dated


def test_what_was_not_known_then_is_left_out_or_refused() -> None:
    case = with_rooms(
        constraints={
            "late": {
                "text": "A rule known later.",
                "if": {"price": "high"},
                "requires": {"delivery": "early"},
                "known_from": "2017-01-01",
            }
        }
    )

    found, _ = situated(_opened(case), "2016-06-01", None)

    assert not found.case.constraints
    assert situated(_opened(case), "2017-01-01", None)[0].case.constraints


@pytest.mark.parametrize("said", ["yesterday", "2017", "2017-02-30"])
def test_a_date_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(InputError) as caught:
        situated(_opened(ageing()), said, None)

    assert caught.value.problems[0].code == "C106"


@pytest.mark.parametrize("day", ["2017-06-15", "2017-08-01", "2018-01-15", "2018-06-01"])
def test_the_reference_case_is_read_on_days_when_some_transitions_are_over(day: str) -> None:
    opened = open_case("japan-russia-2017")

    found, _ = situated(opened, day, None)

    calendar = found.case.calendar
    moves = [m for shock in found.case.shocks.values() for m in shock.transitions.values()]
    assert all(m.at is None or over(calendar[m.at]) > found.case.as_of for m in moves)
    assert bool(moves) == (day < "2018-05-11")
