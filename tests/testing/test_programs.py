"""Programs drawn at random are what was asked for, and the same every time."""

from dataclasses import replace

import pytest

from detente.solve.merge import solve
from detente.solve.program import Program
from detente.testing.programs import plain_program, tied_program
from tests.solve.brute import brute


def _small(seed: int, forbidden: int = 4, charges: int = 2) -> Program:
    return tied_program(
        seed,
        variables=5,
        options=3,
        forbidden=forbidden,
        ratifiers=2,
        linkages=2,
        charges=charges,
    )


def test_a_seed_gives_one_program() -> None:
    assert _small(3) == _small(3)
    assert _small(3) != _small(4)
    assert plain_program(3, 5, 3) == plain_program(3, 5, 3)


def test_more_of_one_tie_leaves_the_others() -> None:
    fewer, more = _small(3), _small(3, forbidden=6, charges=3)

    assert more.rules[:4] == fewer.rules
    assert more.charges[:2] == fewer.charges
    assert replace(more, rules=fewer.rules, charges=fewer.charges) == fewer


def test_a_plain_program_is_a_tied_one_without_ties() -> None:
    assert plain_program(9, 4, 3) == tied_program(9, variables=4, options=3)


@pytest.mark.parametrize("principals", [2, 3])
@pytest.mark.parametrize("opposed", [True, False])
def test_amounts_lie_within_the_magnitude(principals: int, opposed: bool) -> None:
    program = plain_program(1, 20, 5, magnitude=1000, principals=principals, opposed=opposed)
    vectors = [vector for options in program.unary for vector in options]

    assert program.objectives == tuple(range(principals))
    assert all(abs(x) <= 1000 for vector in vectors for x in vector)
    assert max(abs(x) for vector in vectors for x in vector) > 600
    assert (max(abs(sum(vector)) for vector in vectors) <= 160) == opposed


def test_two_opposed_principals_pull_apart() -> None:
    vectors = [vector for options in plain_program(2, 20, 5).unary for vector in options]

    assert sum((a > 0) == (b < 0) for a, b in vectors) >= 0.9 * len(vectors)


def test_ties_are_as_many_as_asked() -> None:
    program = tied_program(
        1, variables=6, options=4, forbidden=25, ratifiers=4, linkages=3, charges=2
    )

    assert len({(rule.scope, rule.forbidden) for rule in program.rules}) == 25
    assert all(len(rule.scope) == 2 and len(rule.forbidden) == 1 for rule in program.rules)
    assert len(program.gates) == 4
    assert [gate.row for gate in program.gates] == [2, 3, 4, 5]
    assert [len(gate.triggers or ()) for gate in program.gates] == [12, 12, 0, 12]
    assert program.gates[2].triggers is None
    assert len(program.terms) == 3
    assert len(program.charges) == 2
    assert all(charge.values[0] + charge.values[1] < 0 for charge in program.charges)


@pytest.mark.parametrize("ratifiers", [1, 2, 4])
@pytest.mark.parametrize("forbidden", [0, 12])
def test_ratifiers_reject_about_half(ratifiers: int, forbidden: int) -> None:
    shares = []
    for seed in range(6):
        program = tied_program(
            seed, variables=6, options=4, forbidden=forbidden, ratifiers=ratifiers
        )
        found, free = solve(program), solve(replace(program, gates=()))
        assert found.points
        assert found.points != free.points
        shares.append(len({*found.points} & {*free.points}) / len(free.points))

    assert 0.2 <= sum(shares) / len(shares) <= 0.7


def test_all_pairs_may_be_forbidden_and_no_more() -> None:
    assert not brute(tied_program(1, variables=2, options=3, forbidden=9)).points
    with pytest.raises(ValueError, match="fewer than 10 pairs"):
        tied_program(1, variables=2, options=3, forbidden=10)
