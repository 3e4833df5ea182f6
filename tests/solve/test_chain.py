from collections import Counter
from fractions import Fraction
from math import sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.chain import Course, Step, course
from tests.solve.chains import Chain, closing, drawn, every_path, random_chain

ONE = Fraction(1)


def test_exact_as_every_path_told_one_by_one_on_600_random_chains() -> None:
    seen: Counter[str] = Counter()
    for seed in range(600):
        chain = random_chain(Random(seed))
        found = chain.course()
        paths = [(path, mass, closing(chain, path)) for path, mass in every_path(chain)]

        held = [chain.open_first, *chain.open]
        for day in found.days:
            last = max((n + 1 for n, d in enumerate(chain.days) if d <= day.day), default=0)
            assert day.open == sum((m for p, m, _ in paths if p[last] in held[last]), Fraction(0))
            alive = sum((m for _, m, c in paths if c is None or c[0] > day.day), Fraction(0))
            assert day.survival == alive
            lost: dict[str, Fraction] = {}
            for _, mass, closed in paths:
                if closed is not None and closed[0] == day.day and closed[0]:
                    lost[closed[1]] = lost.get(closed[1], Fraction(0)) + mass
            assert day.closed == lost
        ends: dict[int, Fraction] = {}
        for path, mass, _ in paths:
            ends[path[-1]] = ends.get(path[-1], Fraction(0)) + mass
        assert found.states == ends
        seen["paths"] += len(paths)
        seen["closings"] += len(found.closed)
        seen["reopened"] += any(
            d.open > b.open for b, d in zip(found.days, found.days[1:], strict=False)
        )
        seen["half-lives"] += found.half_life is not None
    assert seen["paths"] > 8_000
    assert min(seen.values()) > 150


@pytest.mark.parametrize("seed", range(6))
def test_100_000_drawn_paths_agree_within_their_error(seed: int) -> None:
    chain = random_chain(Random(1000 + seed), states=5, steps=12)
    found, count = chain.course(), 100_000
    paths = drawn(chain, count, seed)
    held = [chain.open_first, *chain.open]

    def near(share: float, exact: Fraction) -> bool:
        error = sqrt(float(exact) * (1 - float(exact)) / count)
        return abs(share - float(exact)) <= 4.5 * error

    alive = np.ones(count, dtype=bool)
    for day in found.days:
        last = max((n + 1 for n, d in enumerate(chain.days) if d <= day.day), default=0)
        opened = np.isin(paths[:, last], [*held[last]])
        alive &= opened
        assert near(opened.mean(), day.open)
        assert near(alive.mean(), day.survival)


@pytest.mark.parametrize("hazard", [Fraction(1, 10), Fraction(3, 125)])
def test_a_constant_hazard_survives_geometrically(hazard: Fraction) -> None:
    rows = {"on": {"on": 1 - hazard, "off": hazard}}
    steps = [Step(m, "wear", rows.get, "on".__eq__) for m in range(1, 61)]

    found = course({"on": ONE}, 0, "on".__eq__, steps)

    assert [day.survival for day in found.days] == [(1 - hazard) ** m for m in range(61)]
    first = next(m for m in range(61) if (1 - hazard) ** m <= Fraction(1, 2))
    assert found.half_life == first
    assert found.closed == {"wear": 1 - (1 - hazard) ** 60}


def test_a_known_day_closes_everything() -> None:
    steps = [Step(10, "the end", lambda _: None, lambda _: False)]

    found = course({"x": ONE}, 0, lambda _: True, steps, days=[5, 20])

    assert [(d.day, int(d.open), int(d.survival)) for d in found.days] == [
        (0, 1, 1), (5, 1, 1), (10, 0, 0), (20, 0, 0)
    ]  # fmt: skip
    assert (found.half_life, found.closed) == (10, {"the end": ONE})


def test_what_opens_again_within_the_day_has_not_closed() -> None:
    shut = Step(1, "morning", lambda _: None, lambda _: False)
    back = Step(1, "evening", lambda _: None, lambda _: True)

    assert course({"x": ONE}, 0, lambda _: True, [shut, back]).closed == {}
    again = [shut, back, Step(1, "night", lambda _: None, lambda _: False)]
    assert course({"x": ONE}, 0, lambda _: True, again).closed == {"night": ONE}


def test_closed_at_first_has_no_half_life() -> None:
    found = course({"x": ONE}, 0, lambda _: False, [Step(1, "e", lambda _: None, lambda _: True)])

    assert found.half_life is None
    assert [int(day.survival) for day in found.days] == [0, 0]
    assert found.days[1].open == 1


def test_steps_out_of_order_and_rows_that_do_not_add_up_are_refused() -> None:
    late = Step(2, "e", lambda _: None, lambda _: True)
    early = Step(1, "e", lambda _: None, lambda _: True)
    with pytest.raises(ValueError, match="in order"):
        course({"x": ONE}, 0, lambda _: True, [late, early])
    with pytest.raises(ValueError, match="in order"):
        course({"x": ONE}, 1, lambda _: True, [early])
    half = Step(1, "e", lambda _: {"x": Fraction(1, 2)}, lambda _: True)
    with pytest.raises(ValueError, match="add up"):
        course({"x": ONE}, 0, lambda _: True, [half])


@given(st.integers(0, 10**6))
def test_what_holds_of_every_chain(seed: int) -> None:
    chain = random_chain(Random(seed), states=4, steps=6)
    found = chain.course()
    first, last = found.days[0], found.days[-1]

    assert all(day.survival <= day.open for day in found.days)
    assert all(a.survival >= b.survival for a, b in zip(found.days, found.days[1:], strict=False))
    closed_now = 1 - first.survival
    assert closed_now + sum(found.closed.values()) + last.survival == 1
    assert sum(found.states.values()) == 1
    half = found.half_life
    gone = [d.day for d in found.days if first.survival and d.survival <= first.survival / 2]
    assert half == (gone[0] if gone else None)


@given(st.integers(0, 10**6), st.fractions(0, 1, max_denominator=20), st.integers(0, 5))
def test_likelier_to_close_is_open_for_less_long(seed: int, share: Fraction, at: int) -> None:
    """A shut state that nothing leaves: more of the mass sent there leaves less of everything."""
    chain = random_chain(Random(seed), states=4, steps=6)
    shut = 99

    def sent(more: Fraction) -> Course:
        rows = [dict(one) for one in chain.rows]
        place = at % len(rows)
        for state in range(4):
            row = rows[place].get(state, {state: ONE})
            rows[place][state] = {**{to: p * (1 - more) for to, p in row.items()}, shut: more}
        return Chain(chain.start, chain.open_first, rows, chain.open, chain.days).course()

    little, much = sent(share / 2), sent(share)

    for a, b in zip(little.days, much.days, strict=True):
        assert b.open <= a.open
        assert b.survival <= a.survival
