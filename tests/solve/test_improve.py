"""Better known points are points that solutions attain."""

import numpy as np

from detente.solve.bounds import Known
from detente.solve.frame import frame_of
from detente.solve.improve import improve
from detente.solve.merge import solve
from detente.solve.skeleton import skeleton
from detente.solve.stages import stage
from detente.testing.programs import tied_program


def test_what_is_learnt_is_attained_and_not_beyond_the_frontier() -> None:
    learnt = 0
    for seed in range(12):
        program = tied_program(
            seed, variables=7, options=4, magnitude=1000, forbidden=6, ratifiers=seed % 3
        )
        answer = solve(program)
        if len(answer.points) < 3:
            continue
        known = Known()
        known.learn(np.array(answer.points[:1]))
        improve(stage(program, skeleton(frame_of(program))), np.array(answer.packages[:1]), known)
        learnt += len(known.stairs) - 1
        for point in known.stairs:
            assert (np.array(answer.points) >= point).all(axis=1).any()
    assert learnt > 10
