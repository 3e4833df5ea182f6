"""Programs are counted while somebody asks, and only then."""

from detente.solve.merge import solve, solve_variants
from detente.solve.program import Program
from detente.solve.tally import Tally, counting

PULL = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
PROGRAM = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), PULL, (0, 1))


def test_programs_and_variants_are_counted() -> None:
    with counting() as tally:
        solve(PROGRAM)
        solve_variants(PROGRAM, 1, [PULL[0], PULL[1], PULL[0]])
    solve(PROGRAM)

    assert len(tally.seconds) == 2
    assert tally.variants == 3
    assert tally.told().startswith("2 programs solved in ")
    assert tally.told().endswith("and 3 more re-answered from shared work")


def test_nothing_solved_is_said() -> None:
    assert Tally().told() == "no program was solved"
