"""Batches fetched one step ahead, so that reading and writing share the cores."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

_END = object()


@contextmanager
def ahead(
    things: Iterable[Any], stop: Callable[[], object], depth: int = 2
) -> Iterator[Iterator[Any]]:
    """Iterate in another thread, a few things ahead.

    Parameters
    ----------
    things
        What is iterated over.
    stop
        Called when the block is left before the end, to cut short what takes long.
    depth
        How many things may wait.
    """
    waiting: queue.Queue[tuple[Any, BaseException | None]] = queue.Queue(depth)
    left = threading.Event()

    def fetch() -> None:
        try:
            for thing in things:
                if not _put((thing, None)):
                    return
            _put((_END, None))
        except BaseException as error:
            _put((_END, error))

    def _put(item: tuple[Any, BaseException | None]) -> bool:
        while not left.is_set():
            try:
                waiting.put(item, timeout=0.05)
            except queue.Full:
                continue
            return True
        return False

    def taken() -> Iterator[Any]:
        while True:
            thing, error = waiting.get()
            if error is not None:
                raise error
            if thing is _END:
                return
            yield thing

    thread = threading.Thread(target=fetch, daemon=True)
    thread.start()
    finished = False
    try:
        yield taken()
        finished = True
    finally:
        left.set()
        if not finished:
            stop()
        thread.join()
