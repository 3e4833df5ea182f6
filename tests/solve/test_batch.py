"""Programs solved side by side, against each by itself and against every combination."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from detente.solve import batch
from detente.solve.batch import solve_batch
from detente.solve.merge import solve
from detente.solve.program import Program
from detente.solve.tally import counting
from detente.testing.programs import tied_program
from tests.solve.brute import brute, random_program
from tests.solve.otherwise import otherwise


@pytest.mark.parametrize(
    "seeds", [range(60), pytest.param(range(60, 1_000), marks=pytest.mark.slow)], ids=str
)
def test_every_program_is_answered_as_by_every_combination(
    seeds: range, say: Callable[[str], None]
) -> None:
    mismatches = empty = count = 0
    for seed in seeds:
        rng = random.Random(seed)
        program = random_program(seed)
        programs = [program, *(otherwise(program, rng) for _ in range(7))]
        found = solve_batch(programs)
        answers = [brute(one) for one in programs]
        mismatches += sum(a != b for a, b in zip(found, answers, strict=True))
        empty += sum(not one.points for one in answers)
        count += len(programs)
    say(f"{count} programs side by side: {mismatches} mismatches, {empty} without a solution")
    assert not mismatches
    assert empty


def test_programs_of_several_frames_may_come_mixed() -> None:
    programs = [
        one
        for seed in range(30)
        for one in (random_program(seed), random_program(seed + 1), random_program(seed))
    ]
    random.Random(1).shuffle(programs)

    assert [*solve_batch(programs)] == [solve(one) for one in programs]


def test_larger_programs_are_answered_as_each_alone() -> None:
    for seed in range(4):
        base = tied_program(
            seed, variables=9, options=3, forbidden=9, ratifiers=2, linkages=3, charges=1
        )
        rng = random.Random(seed)
        programs = [base, *(otherwise(base, rng, 10**5) for _ in range(11))]
        assert [*solve_batch(programs)] == [solve(one) for one in programs]


def test_three_objectives() -> None:
    base = tied_program(1, variables=6, options=3, forbidden=5, ratifiers=1, principals=3)
    programs = [base, *(otherwise(base, random.Random(1), 10**5) for _ in range(5))]

    assert [*solve_batch(programs)] == [brute(one) for one in programs]


def test_numbers_beyond_64_bits_are_answered_one_by_one() -> None:
    base = random_program(3)
    large = replace(
        base,
        unary=tuple(
            tuple(tuple(v * 10**30 for v in vector) for vector in options) for options in base.unary
        ),
    )

    assert [*solve_batch([base, large])] == [brute(base), brute(large)]


def test_the_largest_that_fits_is_exact() -> None:
    pull = 2**57
    one = Program(((0, 1),) * 3, ((0, 1),) * 3, (0, 0), (((0, 0), (pull, -pull + 1)),) * 3, (0, 1))
    two = replace(one, start=(1, 1))

    assert [*solve_batch([one, two])] == [brute(one), brute(two)]


def test_a_batch_that_grows_too_wide_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    base = tied_program(2, variables=7, options=3, forbidden=6, ratifiers=1)
    programs = [base, *(otherwise(base, random.Random(2), 10**5) for _ in range(6))]
    whole = solve_batch(programs)

    monkeypatch.setattr(batch, "LABELS", 200)
    assert solve_batch(programs) == whole
    monkeypatch.setattr(batch, "CELLS", 1)
    assert solve_batch(programs) == whole


def test_nothing_to_do() -> None:
    assert solve_batch([]) == ()
    empty = Program((), (), (3,), (), (0,))
    assert [*solve_batch([empty, empty])] == [solve(empty)] * 2


def test_they_are_counted() -> None:
    base = tied_program(1, variables=4, options=2, forbidden=2)
    with counting() as tally:
        solve_batch([base, base, base])

    assert (len(tally.seconds), tally.together) == (1, 3)
