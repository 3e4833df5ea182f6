"""Stages: numbers laid over a skeleton, in 64 bits where that is proved to do."""

import numpy as np

from detente.solve.frame import frame_of
from detente.solve.program import Program
from detente.solve.skeleton import skeleton
from detente.solve.stages import Staged, decoded, stage
from tests.solve.brute import random_program


def _staged(program: Program) -> Staged:
    return stage(program, skeleton(frame_of(program)))


def test_ranks_of_several_words_are_read_back() -> None:
    for size in (10, 61, 62, 63, 130, 200):
        order = tuple((0, 1, 2) if i % 2 else (2, 0, 1) for i in range(size))
        program = Program(((0, 1, 2),) * size, order, (), (((), (), ()),) * size, ())
        staged = _staged(program)
        chosen = tuple((7 * i) % 3 for i in range(size))
        rank = np.zeros((staged.words, 1), dtype=np.int64)
        for part in staged.stages:
            rank[:, 0] += part.places[:, chosen[part.joint.variable]]

        assert (rank >= 0).all()
        assert decoded(program, rank) == [chosen]


def test_the_kind_of_numbers_follows_their_size() -> None:
    small, large = random_program(3), random_program(3, 10**40)

    assert _staged(small).start.dtype == np.int64
    assert _staged(large).start.dtype == object


def test_later_steps_bring_at_most_what_is_said() -> None:
    for seed in range(80):
        program = random_program(seed)
        if not program.domains or not all(program.domains):
            continue
        staged = _staged(program)
        assert not staged.most[-1].any()
        assert staged.most.shape == (len(program.domains), len(program.start))
