"""Programs are counted while somebody asks, and only then."""

from detente.solve.batch import solve_batch
from detente.solve.merge import solve
from detente.solve.program import Program
from detente.solve.tally import Tally, counted, counting

PULL = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
PROGRAM = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), PULL, (0, 1))


def test_solves_are_counted_and_what_was_solved_side_by_side() -> None:
    with counting() as tally:
        solve(PROGRAM)
        solve_batch([PROGRAM] * 3)
    solve(PROGRAM)

    assert len(tally.seconds) == 2
    assert tally.together == 3
    assert tally.told().startswith("2 solves in ")
    assert tally.told().endswith("in which 3 programs were solved side by side, the others alone")


def test_what_was_solved_elsewhere_counts_too() -> None:
    elsewhere = Tally([0.25, 0.5], 7)
    counted(elsewhere)
    with counting() as tally:
        solve(PROGRAM)
        counted(elsewhere)

    assert len(tally.seconds) == 3
    assert tally.together == 7


def test_nothing_solved_is_said() -> None:
    assert Tally().told() == "no program was solved"
