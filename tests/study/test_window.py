from datetime import date
from fractions import Fraction

import pytest

from detente.negotiation.target import Target
from detente.study.window import MONTHS, window
from detente.study.window_result import BarWindow, WindowResult
from detente.testing import Bounds, random_case, two_issue_case
from tests.negotiation.test_window import hazardous
from tests.study.situations import ageing, stormy


def of(result: WindowResult | None, name: str = "any") -> BarWindow:
    assert result is not None
    return next(bar for bar in result.bars if bar.bar == name)


def test_a_case_in_which_nothing_moves_has_no_window() -> None:
    assert window(two_issue_case()) is None
    assert window(ageing(), since=date(2018, 1, 1)) is None


def test_a_known_day_closes_it_and_is_its_half_life() -> None:
    found = window(ageing())
    assert found is not None

    assert (found.as_of, found.until) == ("2017-05-11", "2019-05-11")
    for bar in found.bars:
        assert (bar.open, bar.half_life) == (True, "2018-01-01")
        assert bar.survival == 0
        [closing] = bar.closing
        assert (closing.cause, closing.names, closing.day) == ("dated", ("later",), "2018-01-01")
        assert closing.probability == 1
    assert [(o.day, o.cause, o.names) for o in found.occasions] == [
        ("2018-01-01", "dated", ("later",))
    ]


def test_every_full_month_is_told_and_every_day_on_which_something_may_change() -> None:
    days = of(window(ageing(), date(2018, 2, 1))).days

    assert [day.months for day in days if day.months is not None] == [*range(9)]
    assert [day.day for day in days if day.months is None] == ["2018-01-01", "2018-02-01"]


def test_a_hazard_closes_in_any_month_and_stands_once() -> None:
    found = window(hazardous())
    bar = of(found)
    assert found is not None

    [closing] = bar.closing
    assert (closing.cause, closing.names, closing.day) == ("hazard", ("weather",), None)
    assert closing.probability + bar.survival == 1
    assert bar.survival == Fraction(9, 10) ** MONTHS
    assert bar.half_life == "2017-12-11"
    assert len(found.occasions) == 1
    assert found.states == {"weather": "calm"}


def test_beyond_the_last_day_there_is_no_half_life() -> None:
    assert of(window(hazardous(), date(2017, 8, 11))).half_life is None
    assert of(window(hazardous(), held={"weather": "storm"})).half_life is None


def test_todays_package_and_a_target_are_bars_of_their_own() -> None:
    """A storm asks 30 for B: 12 and 44 stay possible, and 40 and 20 does not."""
    found = window(stormy(), target=Target(gain={"A": Fraction(13)}))
    assert found is not None

    assert [bar.bar for bar in found.bars] == ["any", "leaders", "package", "target"]
    assert [bar.survival for bar in found.bars] == [1, *[Fraction(3, 4)] * 3]
    assert [bar.open for bar in found.bars] == [True] * 4


def test_a_range_shows_how_far_its_probability_moves_the_window() -> None:
    found = window(hazardous([0.05, 0.1, 0.2]), date(2017, 7, 11))
    assert found is not None

    [sway] = found.sways
    assert sway.key == "shocks.weather.transitions.comes.hazard"
    assert sway.at_low["any"] == Fraction(19, 20) ** 2
    assert sway.at_high["any"] == Fraction(4, 5) ** 2
    assert of(found).survival == Fraction(9, 10) ** 2


def test_a_probability_of_nothing_may_be_raised() -> None:
    found = window(hazardous([0, 0, 0.5]), date(2017, 6, 11))
    assert found is not None

    assert of(found).survival == 1
    [sway] = found.sways
    assert [sway.at_low["any"], sway.at_high["any"]] == [1, Fraction(1, 2)]


@pytest.mark.parametrize("seed", range(12))
def test_what_holds_of_every_window(seed: int) -> None:
    found = window(random_case(seed, Bounds(shocks=(1, 2), dated=(0, 2))))
    assert found is not None

    for bar in found.bars:
        assert all(day.survival <= day.open for day in bar.days)
        shares = [day.survival for day in bar.days]
        assert shares == sorted(shares, reverse=True)
        closed = sum((one.probability for one in bar.closing), Fraction(0))
        assert bar.open + 0 == closed + bar.survival
        weaker = of(found)
        assert bar.survival <= weaker.survival
