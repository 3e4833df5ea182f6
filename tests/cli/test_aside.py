"""Work in a second process: its result, its faults, its count."""

import os
import signal

import pytest

from detente.base.errors import NotProved
from detente.cli import aside as module
from detente.cli.aside import aside
from detente.solve.merge import solve
from detente.solve.program import Program
from detente.solve.tally import counting

PROGRAM = Program(((0, 1),), ((0, 1),), (0,), (((0,), (3,)),), (0,))

two_processors = pytest.mark.skipif(
    not module._worth_it(), reason="this system makes no second process, or has one processor"
)


def test_the_result_comes_back() -> None:
    later = aside(lambda: solve(PROGRAM).points)

    assert later() == ((3,),)


def test_what_was_raised_there_is_raised_here() -> None:
    def fail() -> None:
        raise NotProved("too large")

    with pytest.raises(NotProved, match="too large"):
        aside(fail)()


def test_what_was_solved_there_is_counted_here() -> None:
    with counting() as tally:
        aside(lambda: solve(PROGRAM))()

    assert len(tally.seconds) == 1


@two_processors
def test_it_is_another_process() -> None:
    assert aside(os.getpid)() != os.getpid()


@two_processors
def test_work_that_dies_is_done_again_here() -> None:
    here = os.getpid()

    def die_elsewhere() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert aside(die_elsewhere)() == 7


def test_without_a_second_processor_it_is_done_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_worth_it", lambda: False)
    done: list[int] = []

    later = aside(lambda: done.append(1))

    assert not done
    later()
    assert done == [1]
