"""Placebos: the busiest dyads of the shared state, or who votes most alike."""

from datetime import date

import pytest

from detente.study.placebos import BUSIEST, NEAREST, busiest, nearest
from tests.record.made import event
from tests.study.test_at_hand import at_hand, portion
from tests.study.test_yearly import points

DYAD, GIVEN = ("JPN", "RUS"), ("RUS", "USA")


def test_the_busiest_deal_most_with_the_shared_state_either_way() -> None:
    counts = {"CHN": 3, "DEU": 2, "GBR": 2, "FRA": 1, "ITA": 1, "USA": 9, "JPN": 9}
    rows = [
        event("2018-10-02", *(("RUS", other) if n % 2 else (other, "RUS")))
        for other, count in counts.items()
        for n in range(count)
    ]
    rows += [event("2018-10-02", "JPN", "KOR")] * 20
    rows += [event("2018-10-02", "RUS", None)] * 20

    found = busiest(at_hand(portion(), rows=rows), DYAD, GIVEN)

    assert found == ("CHN", "DEU", "GBR", "FRA")
    assert len(found) == BUSIEST


def test_what_comes_later_makes_nobody_busy() -> None:
    rows = [event("2018-10-02", "CHN", "RUS"), event("2018-11-02", "DEU", "RUS")]

    assert busiest(at_hand(rows=rows).before(date(2018, 10, 31)), DYAD, GIVEN) == ("CHN",)


def test_the_nearest_vote_like_the_one_that_is_not_shared() -> None:
    found = points(
        JPN={2000: 1.0, 2001: 1.0},
        RUS={2000: 1.0, 2001: 1.0},
        USA={2000: 1.0, 2001: 1.0},
        KOR={2000: 1.1, 2001: 1.1},
        DEU={2000: 1.2, 2001: 0.8},
        CAN={2000: 1.2, 2001: 1.2},
        CHN={2000: -2.0, 2001: -2.0},
        GBR={2001: 1.0},
        FRA={2000: None, 2001: 1.0},
    )

    # Germany and Canada are equally near, and the first by code comes first.
    assert nearest(found, DYAD, GIVEN) == ("KOR", "CAN", "DEU")
    assert len(nearest(found, DYAD, GIVEN)) == NEAREST


def test_only_the_years_of_the_span_count() -> None:
    found = points(
        JPN={2000: 5.0, 2001: 1.0, 2002: -5.0},
        GBR={2000: 0.0, 2001: 1.0, 2002: 0.0},
        DEU={2000: 5.0, 2001: 2.0, 2002: -5.0},
    )

    assert nearest(found, DYAD, GIVEN) == ("DEU", "GBR")
    span = (date(2001, 5, 1), date(2002, 5, 1))
    assert nearest(found, DYAD, GIVEN, *span) == ("GBR", "DEU")


def test_without_its_votes_nobody_is_near() -> None:
    assert nearest(points(GBR={2000: 1.0}), DYAD, GIVEN) == ()


def test_two_dyads_share_one_state() -> None:
    with pytest.raises(ValueError, match="do not share one state"):
        nearest(points(), DYAD, ("GBR", "USA"))
