"""Numbers of many programs: what fits, and parts of them."""

from dataclasses import replace

from detente.solve.numbers import Numbers
from detente.solve.program import Gate, Program

ONE = Program(
    domains=((0, 2), (0, 1)),
    order=((2, 0, 1), (0, 1)),
    start=(5,),
    unary=(((0,), (1,), (2,)), ((0,), (7,))),
    objectives=(0,),
    gates=(Gate(0, 3),),
)
TWO = replace(ONE, domains=((2,), (0, 1)), start=(6,), gates=(Gate(0, 4),))
OPEN = ((0, 2), (0, 1))


def test_tables_hold_the_options_that_any_program_allows() -> None:
    found = Numbers.of([ONE, TWO], OPEN)

    assert found is not None
    assert found.fits
    assert found.flat[:, :, 0].tolist() == [[0, 2, 0, 7]] * 2
    assert found.allowed[0].tolist() == [[True, True], [False, True]]
    assert found.floors.tolist() == [[3], [4]]
    assert (found.beyond > [2 * (5 + 2 + 7 + 3), 2 * (6 + 2 + 7 + 4)]).all()


def test_a_part_is_the_numbers_of_some() -> None:
    found = Numbers.of([ONE, TWO], OPEN)
    assert found is not None

    part = found.part(slice(1, 2))

    assert len(part) == 1
    assert part.start.tolist() == [[6]]
    assert part.allowed[0].tolist() == [[False, True]]


def test_what_may_not_fit_is_told() -> None:
    near = Numbers.of([ONE, replace(ONE, start=(2**61,))], OPEN)

    assert near is not None
    assert not near.fits
    assert Numbers.of([ONE, replace(ONE, start=(10**40,))], OPEN) is None
