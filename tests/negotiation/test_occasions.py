from datetime import date

from detente.negotiation.occasions import moving, occasions
from detente.testing import two_issue_case
from tests.negotiation.test_window import SINCE, hazardous
from tests.study.situations import WHY, ageing, stormy


def test_on_one_day_dates_come_before_the_calendar_and_that_before_the_shocks() -> None:
    case = hazardous(
        dated={"late": {"name": "L", "from": "2017-06-11", "changes": {}, "reason": WHY}},
        calendar={"recess": {"name": "R", "from": "2017-06-11", "bars": {"delivery": "early"}}},
    )

    found = occasions(case, SINCE, date(2017, 6, 20))

    assert [(o.day.day, o.event) for o in found] == [
        (11, "dated late"),
        (11, "calendar recess"),
        (11, "hazard weather"),
        (12, "calendar recess"),
    ]


def test_something_must_be_able_to_move() -> None:
    assert not moving(two_issue_case(), SINCE)
    assert moving(stormy(), SINCE)
    assert moving(ageing(), SINCE)
    assert not moving(ageing(), date(2018, 1, 1))
    assert moving(hazardous(), SINCE)
