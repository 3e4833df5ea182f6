"""Programs laid side by side: each keeps its own states, domains and bounds."""

from dataclasses import replace

import numpy as np

from detente.solve.beside import beside
from detente.solve.frame import frame_of, within
from detente.solve.numbers import Numbers
from detente.solve.program import Program, Rule
from detente.solve.skeleton import skeleton

ONE = Program(
    domains=((0, 1, 2), (0, 1)),
    order=((2, 0, 1), (0, 1)),
    start=(5,),
    unary=(((0,), (1,), (2,)), ((0,), (7,))),
    objectives=(0,),
    rules=(Rule((0, 1), frozenset({(2, 1)})),),
)
TWO = replace(ONE, domains=((2,), (0, 1)), start=(6,))


def _numbers(programs: list[Program], open_: tuple[tuple[int, ...], ...]) -> Numbers:
    found = Numbers.of(programs, open_)
    assert found is not None
    return found


def test_states_follow_one_another() -> None:
    open_ = ((0, 1, 2), (0, 1))
    shared = skeleton(within(frame_of(ONE), open_))

    laid = beside(_numbers([ONE, TWO], open_), shared)

    assert laid.start.tolist() == [[5, 6]]
    assert laid.first().state.tolist() == [0, 1]
    for stage, joint in zip(laid.stages, shared.joints, strict=True):
        leads = stage.joint.leads.reshape(2, -1)
        after = int(joint.leads.max()) + 1
        held = leads >= 0
        assert (leads[0][held[0]] < after).all()
        assert (leads[1][held[1]] >= after).all()
        # The second program has one option of variable 0.
        if joint.variable == 0:
            assert not held[1].reshape(-1, 3)[:, :2].any()


def test_packages_are_told_by_the_programs_own_numbers() -> None:
    open_ = ((1, 2), (0, 1))
    narrow = replace(ONE, domains=((1, 2), (0, 1)))
    shared = skeleton(within(frame_of(narrow), open_))

    laid = beside(_numbers([narrow, TWO], open_), shared)

    # Of options 1 and 2 the first comes first by the programs' order: ranks 0 to 3.
    assert laid.order == ((0, 1), (0, 1))
    assert laid.packages(np.array([[0, 1, 2, 3]])).tolist() == [[1, 0], [1, 1], [2, 0], [2, 1]]
