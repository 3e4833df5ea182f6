"""Rivals are measured side by side, and what they found is compared."""

import time

import numpy as np
import pytest

from bench.measure import MismatchError, Row, found, rounds_of, rows_of, timed, traced
from bench.registry import Entry, Ints, Problem, Question, Registry

PROBLEM = Problem("three", lambda: np.array([[1, 2], [2, 1], [0, 0]]), "made up", place=3)


def _question() -> Question:
    return Registry().question("best", "The best", [PROBLEM])


def _best(points: Ints) -> Ints:
    return points[:2]


def _best_slowly(points: Ints) -> Ints:
    time.sleep(0.002)
    return points[[1, 0, 0]]


def _other(points: Ints) -> Ints:
    return points


def _as_points(answer: Ints) -> Ints:
    return answer


def test_a_call_is_timed_and_its_memory_traced() -> None:
    kept: list[bytes] = []

    def call(size: int) -> int:
        kept.append(b"x" * size)
        time.sleep(0.002)
        return size

    seconds, answer = timed(call, 2**20)

    assert answer == 2**20
    assert seconds >= 0.002
    assert 1 <= traced(call, 2**20) < 1.5


def test_short_calls_are_timed_often_and_long_ones_once() -> None:
    counts = [rounds_of(seconds) for seconds in (0.001, 0.1, 1, 60)]

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 3
    assert counts[-1] == 0


def test_a_peer_has_the_ratio_of_its_time_to_ours() -> None:
    question = _question()
    question.answer("slow", read=_as_points)(_best_slowly)
    question.answer("ours", read=_as_points, ours=True, remark=lambda a: f"{len(a)} rows")(_best)

    ours, slow = rows_of(question, PROBLEM, None)

    assert (ours.name, ours.ratio, ours.note, ours.place) == ("ours", None, "2 rows", 3)
    assert slow.ratio is not None
    assert slow.ratio > 1
    assert ours.found == slow.found, "neither order nor repetition of points matters"
    assert ours.found is not None
    assert ours.found.points == 2
    assert ours.rounds == slow.rounds > 1


def test_other_points_than_ours_end_the_run() -> None:
    question = _question()
    question.answer("ours", read=_as_points, ours=True)(_best)
    question.answer("wrong", read=_as_points)(_other)

    with pytest.raises(MismatchError, match="wrong finds 3 points, ours 2"):
        list(rows_of(question, PROBLEM, None))


def test_what_is_not_installed_says_so() -> None:
    question = _question()
    question.answer("ours", ours=True)(_best)
    question.answer("peer", needs="no_such_library")(_best)

    _, peer = rows_of(question, PROBLEM, None)

    assert peer.seconds is None
    assert peer.note == "no_such_library is not installed"


def test_what_has_a_limit_runs_elsewhere_or_is_left_out() -> None:
    question = _question()
    question.answer("ours", read=_as_points, ours=True)(_best)
    question.answer("long", read=_as_points, limit=60)(_best)

    def elsewhere(asked: Question, problem: Problem, entry: Entry) -> Row:
        what = found(entry, problem.make()[:2])
        return Row(
            asked.name,
            problem.size,
            entry.name,
            entry.ours,
            seconds=60,
            rounds=1,
            stopped=True,
            found=what,
            process_mib=8,
        )

    ours, away = rows_of(question, PROBLEM, elsewhere)
    _, left_out = rows_of(question, PROBLEM, None)

    assert ours.process_mib == 8
    assert away.stopped
    assert away.ratio is not None
    assert away.ratio > 1
    assert away.place == 3
    assert (left_out.seconds, left_out.note) == (None, "left out")


def test_without_points_nothing_is_compared() -> None:
    question = _question()
    question.answer("ours", ours=True)(_best)
    question.answer("other")(_other)

    assert [row.found for row in rows_of(question, PROBLEM, None)] == [None, None]
