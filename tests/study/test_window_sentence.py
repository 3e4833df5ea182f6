from detente.case.case import Case
from detente.case.written import written
from detente.study.window import window
from detente.study.window_sentence import window_sentence
from tests.negotiation.test_window import hazardous
from tests.study.situations import ageing, stormy, with_rooms


def _said(case: Case) -> str:
    found = window(case)
    assert found is not None
    sentence = window_sentence(case, found)
    assert {part.section for part in sentence.parts if part.section} == {"window"}
    return sentence.text


def test_until_when_what_is_possible_what_ends_it_and_what_a_month_costs() -> None:
    assert _said(hazardous()) == (
        "Some agreement stays possible throughout until 11 May 2019 with a probability of 8 %, one "
        "with a measure that leaders decide with 8 %, the very package that would be agreed today "
        "with 8 %; what closes it first is W (92 %), and half of its chance is gone by 11 December "
        "2017; over all that may happen, a month's delay is expected to cost the seller 4.0 and to "
        "cost the buyer 2.0 points."
    )


def test_a_day_that_ends_it_is_named() -> None:
    said = _said(ageing())

    assert "with a probability of 0 %" in said
    assert "today with 0 %, for it is not possible from 1 January 2018 on (When A asks" in said
    assert said.endswith("a month's delay is expected to cost nobody anything.")


def test_what_the_shocks_leave_is_said_without_a_half_life() -> None:
    said = _said(stormy())

    assert "with a probability of 100 %" in said
    assert "today with 75 %; what closes it first is the weather on 12 May 2017 (25 %);" in said


def test_a_window_that_is_closed_may_open() -> None:
    states = {
        "calm": {"name": "C", "probability": 0.75},
        "gone": {
            "name": "G",
            "probability": 0.25,
            "changes": {"principals": {"B": {"reserve": 0}}},
        },
    }
    shock = {"name": "W", "now": "calm", "reason": "judged", "states": states}
    raw = written(with_rooms(shocks={"weather": shock}))
    raw["principals"]["B"]["reserve"] = {"value": 60, "reason": "judged"}

    assert _said(Case.model_validate(raw)).startswith(
        "The window is closed as of 11 May 2017; on 11 May 2019 an agreement is possible with a "
        "probability of 25 %"
    )
