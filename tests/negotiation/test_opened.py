from datetime import date
from fractions import Fraction

from detente.case.case import Case
from detente.negotiation.bargaining import nash
from detente.negotiation.bars import hold_one, leaders
from detente.negotiation.compiler import answer
from detente.negotiation.opened import Opened, barred
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import zone
from detente.negotiation.reach import is_open
from detente.negotiation.target import Target, reaches
from detente.testing import Bounds, random_case, two_issue_case
from tests.study.situations import with_rooms

DAY = date(2017, 6, 1)


def barring(until: str | None = "2017-07-01", **bars: str | list[str]) -> Case:
    entry = {"name": "A recess", "from": "2017-06-01", "bars": bars}
    return with_rooms(calendar={"recess": entry | ({"until": until} if until else {})})


def test_the_calendar_bars_from_its_first_day_until_before_its_last() -> None:
    case = barring(delivery="early")

    assert barred(case, DAY) == {"delivery": {"early"}}
    assert barred(case, date(2017, 6, 30)) == {"delivery": {"early"}}
    assert barred(case, date(2017, 5, 31)) == barred(case, date(2017, 7, 1)) == {}


def test_an_entry_of_one_day_bars_on_that_day_and_never_what_holds_anyway() -> None:
    case = barring(None, delivery=["early", "late"])

    assert barred(case, DAY) == {"delivery": {"early"}}
    assert barred(case, date(2017, 6, 2)) == {}


def test_what_is_barred_cannot_be_agreed() -> None:
    """The two packages that both gain from deliver early."""
    payoffs = compile_case(barring(delivery="early"))
    bar = Opened()

    assert bar.open(payoffs, date(2017, 5, 31))
    assert not bar.open(payoffs, DAY)
    assert bar.open(payoffs, date(2017, 7, 1))
    assert bar.nash(payoffs, DAY) == {}
    assert bar.nash(payoffs, date(2017, 7, 1)) == {"A": 40, "B": 20}
    everything = compile_case(barring(delivery="early", price=["middle", "high"]))
    assert not Opened().open(everything, DAY)


def test_a_bar_is_asked_of_every_agreement() -> None:
    payoffs = compile_case(two_issue_case())

    assert Opened(target=Target(gain={"B": Fraction(44)})).open(payoffs, DAY)
    assert not Opened(target=Target(gain={"B": Fraction(45)})).open(payoffs, DAY)
    assert Opened(target=Target(require={"price": "middle"})).nash(payoffs, DAY) == {
        "A": 12, "B": 44
    }  # fmt: skip


def test_as_the_engine_says_on_random_cases_whatever_was_found_before() -> None:
    """One bar for all cases of a seed: packages of one situation are tried in the next."""
    seen = {"open": 0, "led": 0, "held": 0, "not led": 0}
    for seed in range(150):
        case = random_case(seed, Bounds(shocks=(0, 0)))
        payoffs = compile_case(case)
        every, led = Opened(), Opened(leaders)
        points = answer(payoffs, zone(case))

        assert every.open(payoffs, DAY) == is_open(points)
        assert every.open(payoffs, DAY) == is_open(points)
        assert led.open(payoffs, DAY) == hold_one([payoffs], leaders)[0]
        issue = next(iter(case.issues))
        for option in case.issues[issue].options:
            target = Target(require={issue: option})
            assert Opened(target=target).open(payoffs, DAY) == reaches(payoffs, target)
            seen["held"] += 1
        if is_open(points):
            reserves = tuple(payoffs.reserve[p] for p in case.principals)
            best = nash(points, reserves).point.values
            assert tuple(every.nash(payoffs, DAY).values()) == best
            gains = led.nash(payoffs, DAY)
            assert bool(gains) == hold_one([payoffs], leaders)[0]
        seen["open"] += is_open(points)
        seen["led"] += led.open(payoffs, DAY)
        seen["not led"] += is_open(points) and not led.open(payoffs, DAY)
    assert min(seen.values()) > 5, seen
