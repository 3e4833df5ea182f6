"""Scenarios, days and views of the oracle, worked by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.testing import two_issue_case
from detente.testing.oracle_situations import believed, in_states, judged, on_date, situations


def _reserve(party: str, least: int) -> dict[str, Any]:
    return {"principals": {party: {"reserve": least}}}


def _case() -> Case:
    states = {
        "calm": {"name": "calm", "probability": "2/5"},
        "war": {"name": "war", "probability": "3/5", "changes": _reserve("A", 5)},
    }
    given = {
        "low": {"name": "low", "probabilities": {"calm": 1, "war": "1/3"}},
        "dear": {
            "name": "dear",
            "probabilities": {"calm": 0, "war": "2/3"},
            "holds": {"price": "high"},
        },
    }
    rooms = {
        "shocks": {
            "world": {"name": "world", "now": "calm", "states": states},
            "market": {"name": "market", "now": "low", "given": "world", "states": given},
        },
        "dated": {
            "late": {"name": "late", "from": "2018-02-01", "changes": _reserve("A", 9)},
            "soon": {"name": "soon", "from": "2018-01-01", "changes": _reserve("A", 7)},
            "past": {
                "name": "past",
                "from": "2016-01-01",
                "until": "2017-01-01",
                "changes": _reserve("B", 3),
            },
        },
        "beliefs": {
            "b": {"name": "b", "holder": "A", "about": "B", "changes": _reserve("B", 8)},
            "c": {"name": "c", "holder": "B", "about": "A", "changes": _reserve("A", 4)},
        },
        "judgement_sets": {"j": {"name": "j", "signer": "author", "changes": _reserve("B", 2)}},
        "linkages": {
            "l": {
                "text": "drawn",
                "when": {"price": "high", "delivery": "early"},
                "points": {"A": 1},
                "known_from": "2016-06-01",
            }
        },
    }
    return Case.model_validate({**written(two_issue_case()), **rooms})


def _reserves(case: Case) -> list[Fraction | None]:
    return [form.reserve.mode if form.reserve else None for form in case.principals.values()]


def test_scenarios_are_products_with_their_probabilities() -> None:
    found = situations(_case())

    assert [([*s.states.values()], s.probability) for s in found] == [
        (["calm", "low"], Fraction(2, 5)),
        (["calm", "dear"], 0),
        (["war", "low"], Fraction(1, 5)),
        (["war", "dear"], Fraction(2, 5)),
    ]
    assert [s.case.issues["price"].status_quo for s in found] == ["low", "high"] * 2
    assert [_reserves(s.case)[0] for s in found] == [None, None, 5, 5]


def test_shocks_that_are_not_named_stand_as_now() -> None:
    assert _reserves(in_states(_case(), {"world": "war"})) == [5, None]


def test_days() -> None:
    found = [on_date(_case(), date(year, month, 15)) for year, month in DAYS]

    assert [_reserves(case) for case in found] == [
        [None, None],
        [None, 3],
        [None, None],
        [7, None],
        [9, None],
    ]
    assert [[*case.linkages] for case in found] == [[], [], ["l"], ["l"], ["l"]]
    assert [case.as_of.year for case in found] == [2015, 2016, 2017, 2018, 2018]


DAYS = ((2015, 6), (2016, 5), (2017, 1), (2018, 1), (2018, 2))


def test_views() -> None:
    assert _reserves(believed(_case(), "A")) == [None, 8]
    assert _reserves(believed(_case(), "B")) == [4, None]
    assert _reserves(judged(_case(), "j")) == [None, 2]
