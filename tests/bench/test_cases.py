"""Every registered case can be prepared, and the small ones are answered as their peers do."""

import pytest

from bench.load import load
from bench.measure import Row, rows_of
from bench.registry import REGISTRY, Question

load()
SMALL = (
    ("frontier-additive", "6 × 10"),
    ("points", "1,000 of 2"),
    ("cases", "2 × 4"),
    ("growth-issues", "with ties: 8"),
    ("record-dyad", "10 thousand"),
    ("record-dyads", "10 thousand"),
)


def _question(name: str) -> Question:
    return next(question for question in REGISTRY.chosen() if question.name == name)


@pytest.mark.parametrize("question", [*REGISTRY.chosen()], ids=lambda question: question.name)
def test_every_problem_has_an_answer_of_ours_and_says_how_it_is_made(question: Question) -> None:
    for problem in question.problems:
        assert any(entry.ours for entry in question.asked(problem))
        assert problem.about


@pytest.mark.parametrize("question", [*REGISTRY.chosen(["growth"])], ids=lambda q: q.name)
def test_what_grows_has_a_place_on_its_scale(question: Question) -> None:
    assert all(problem.place is not None for problem in question.problems)


@pytest.mark.parametrize(("name", "size"), SMALL)
def test_small_problems_are_answered_alike(name: str, size: str) -> None:
    question = _question(name)
    problem = next(problem for problem in question.problems if problem.size == size)

    rows: list[Row] = list(rows_of(question, problem, None))

    done = [row for row in rows if row.seconds is not None]
    assert done
    assert len({row.found for row in done}) == 1, "a difference would have ended the run"


def test_one_weight_changed_solves_again_each_time() -> None:
    question = _question("weight")
    frontier = question.problems[0]
    [entry] = question.asked(frontier)
    session = entry.prepare(frontier.make())

    assert entry.run(session) == entry.run(session) == 2
