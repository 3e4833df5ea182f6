"""The register keeps entries by question and puts the peer first."""

import pytest

from bench.registry import Registry


def test_the_peer_comes_first_and_questions_keep_their_order() -> None:
    registry = Registry()
    registry.register("sum", sizes=[1], prepare=range)(_ours)
    registry.register("other", sizes=[1], prepare=range)(_ours)
    registry.register("sum", sizes=[1, 2], prepare=range, peer=True)(sum)

    found = [(question, [e.name for e in entries]) for question, entries in registry.questions()]

    assert found == [("sum", ["sum", "_ours"]), ("other", ["_ours"])]


def test_a_name_cannot_answer_one_question_twice() -> None:
    registry = Registry()
    registry.register("sum", sizes=[1], prepare=range)(_ours)

    with pytest.raises(ValueError, match="sum: _ours is registered twice"):
        registry.register("sum", sizes=[1], prepare=range)(_ours)


def test_binding_prepares_outside_the_timed_call() -> None:
    prepared: list[int] = []

    def prepare(size: int) -> range:
        prepared.append(size)
        return range(size)

    registry = Registry()
    registry.register("sum", sizes=[4], prepare=prepare)(_ours)
    [(_, [entry])] = registry.questions()
    call = entry.bind(4)

    assert prepared == [4]
    assert call() == 6
    assert prepared == [4]


def _ours(numbers: range) -> int:
    return sum(numbers)
