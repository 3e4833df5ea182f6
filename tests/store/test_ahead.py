from collections.abc import Iterator

import pytest

from detente.store.ahead import ahead


def _endless() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def _failing() -> Iterator[int]:
    yield 1
    raise ValueError("no more")


def test_things_come_in_their_order() -> None:
    with ahead(range(100), lambda: None) as things:
        assert [*things] == [*range(100)]


def test_a_failure_comes_to_who_asked() -> None:
    with pytest.raises(ValueError, match="no more"), ahead(_failing(), lambda: None) as things:
        assert [*things] == [1]


def test_who_leaves_early_stops_the_work() -> None:
    stopped: list[int] = []

    with pytest.raises(StopIteration), ahead(_endless(), lambda: stopped.append(1)) as things:
        next(iter([next(things)][1:]))

    assert stopped == [1]
