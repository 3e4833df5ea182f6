"""Frames: programs that differ in numbers alone have one frame."""

from dataclasses import replace

from detente.solve.frame import frame_of, within
from detente.solve.program import Gate, Program, Term
from detente.solve.skeleton import skeleton
from tests.solve.brute import random_program

PULL = ((0, 0), (3, -1)), ((0, 0), (-1, 3))
PROGRAM = Program(((0, 1), (0, 1)), ((0, 1), (0, 1)), (0, 0), PULL, (0,), gates=(Gate(1, 0),))


def test_numbers_do_not_matter() -> None:
    other = replace(PROGRAM, start=(5, 5), unary=PULL[::-1], gates=(Gate(1, -7),))

    assert frame_of(other) == frame_of(PROGRAM)
    assert skeleton(frame_of(other)) is skeleton(frame_of(PROGRAM))


def test_combinations_that_bring_the_same_are_one_class() -> None:
    same = replace(PROGRAM, terms=(Term((0, 1), {(0, 0): (1, 1), (1, 1): (1, 1)}),))
    apart = replace(PROGRAM, terms=(Term((0, 1), {(0, 0): (1, 1), (1, 1): (2, 1)}),))

    assert [number for _, number in frame_of(same).terms[0][1]] == [1, 1]
    assert [number for _, number in frame_of(apart).terms[0][1]] == [1, 2]


def test_a_row_is_cut_only_where_one_gate_and_no_objective_lies_on_it() -> None:
    shared = replace(PROGRAM, gates=(Gate(1, 0), Gate(1, 1)))
    goal = replace(PROGRAM, objectives=(0, 1))

    assert [cut for _, cut in frame_of(PROGRAM).gates] == [True]
    assert [cut for _, cut in frame_of(shared).gates] == [False, False]
    assert [cut for _, cut in frame_of(goal).gates] == [False]


def test_fewer_options_keep_what_ties_say_of_them() -> None:
    for seed in range(60):
        program = random_program(seed)
        frame = frame_of(program)
        open_ = tuple(tuple(sorted(domain)) for domain in program.domains)
        found = within(frame, open_)
        assert found.sizes == tuple(len(kept) for kept in open_)
        assert len(found.terms) == len(frame.terms)
        for (scope, before), (same, after) in zip(frame.rules, found.rules, strict=True):
            assert scope == same
            named = {tuple(open_[v][o] for v, o in zip(scope, c, strict=True)) for c in after}
            kept = {c for c in before if all(o in open_[v] for v, o in zip(scope, c, strict=True))}
            assert named == kept


def test_with_all_options_a_frame_stays_what_it_is() -> None:
    frame = frame_of(PROGRAM)

    assert within(frame, ((0, 1), (0, 1))) is frame
