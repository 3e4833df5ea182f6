"""Work done in a second process while the first goes on with something else."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from detente.solve.tally import Tally, counted, counting

T = TypeVar("T")


def aside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin work in a process of its own; what is returned waits for it and gives its result.

    Only a copy of this process has what the work needs at hand. Where the system makes none
    safely, or has no second processor, the work is done when its result is asked for; likewise if
    the other process ends before it has answered. What the work raises is raised here.

    Parameters
    ----------
    work
        It prints nothing, and its result can be pickled.

    Examples
    --------
    >>> later = aside(lambda: 6 * 7)
    >>> later()
    42
    """
    if not _worth_it():
        return work
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, sender), daemon=True)
    process.start()
    sender.close()

    def result() -> T:
        try:
            value, error, tally = receiver.recv()
        except EOFError:
            return work()
        process.join()
        counted(tally)
        if error is not None:
            raise error
        found: T = value
        return found

    return result


def _worth_it() -> bool:
    alone = sys.platform == "darwin" or "fork" not in get_all_start_methods()
    return not alone and len(os.sched_getaffinity(0)) > 1


def _answer(work: Callable[[], T], sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with counting() as tally:
        try:
            answer: tuple[T | None, Exception | None, Tally] = (work(), None, tally)
        except Exception as error:
            answer = (None, error, tally)
    sender.send(answer)
