from fractions import Fraction

from detente.testing.oracle_sequence import best, faults, plans, quality, shares, state
from detente.testing.oracle_walk import Walk
from tests.negotiation.walks import HIGH_EARLY, sale

TOPS = {"A": Fraction(70), "B": Fraction(60)}


def _walk(months: int = 5, workers: int | None = None, **rooms: object) -> Walk:
    return Walk(sale(workers, **rooms), HIGH_EARLY, months, TOPS)


def test_what_is_in_force_by_hand() -> None:
    done, package = state(_walk(), (1, 4, 2), 3)

    assert (sorted(done), package) == (["halfway", "shipped"], ("middle", "early"))


def test_shares_by_hand() -> None:
    found = shares(_walk(), (1, 4, 2))

    assert found == {"A": Fraction(42 + 12 + 12 + 40, 350), "B": Fraction(-16 + 44 + 44 + 20, 300)}


def test_what_is_broken_is_told() -> None:
    bears = {"B": {"exposure": {"value": 10, "reason": "x"}, "capacity": 1}}
    entry = {"name": "x", "from": "2017-05-01", "until": "2017-06-01", "bars": {"price": "high"}}
    walk = _walk(workers=-50, principals=bears, calendar={"vote": entry})

    told = [*faults(walk, (1, 2, 2))]

    assert told == [
        "vote bars paid",
        "workers has not accepted shipped",
        "month 0: B carries 2 steps",
        "month 1: B is exposed",
    ]
    assert [*faults(_walk(), (2, 1, None))] == [
        "paid lies outside the plan",
        "halfway takes back paid",
    ]


def test_the_best_of_all_plans_is_found() -> None:
    walk = _walk(months=3)
    every = [*plans(walk)]

    assert (None, None, None) in every
    assert best(walk) == max(quality(walk, ends) for ends in every)
    assert best(walk)[0] == 2
