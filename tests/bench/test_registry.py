"""The register keeps questions in order, puts ours first and refuses names that clash."""

import pytest

from bench.registry import Problem, Question, Registry

SMALL = Problem("small", lambda: range(4), "made up")
LARGE = Problem("large", lambda: range(400), "made up")


def _sums(registry: Registry) -> Question:
    question = registry.question("sums", "Sums", [SMALL, LARGE])
    question.answer("theirs")(sum)
    question.answer("ours", ours=True, sizes=["small"])(sum)
    return question


def test_ours_comes_first_where_it_answers() -> None:
    question = _sums(Registry())

    assert [entry.name for entry in question.asked(SMALL)] == ["ours", "theirs"]
    assert [entry.name for entry in question.asked(LARGE)] == ["theirs"]


def test_questions_keep_their_order_and_are_chosen_by_words() -> None:
    registry = Registry()
    _sums(registry)
    registry.question("products", "Products", [SMALL])
    registry.question("quotients", "Quotients", [SMALL])

    assert [q.name for q in registry.chosen()] == ["sums", "products", "quotients"]
    assert [q.name for q in registry.chosen(["quot", "sum"])] == ["sums", "quotients"]


def test_a_problem_and_an_entry_are_found_by_their_names() -> None:
    registry = Registry()
    _sums(registry)

    problem, entry = registry.find("sums", "large", "theirs")

    assert entry.run(entry.prepare(problem.make())) == sum(range(400))
    with pytest.raises(KeyError):
        registry.find("sums", "huge", "theirs")


def test_names_that_clash_are_refused() -> None:
    registry = Registry()
    question = _sums(registry)

    with pytest.raises(ValueError, match="sums: ours is registered twice"):
        question.answer("ours")
    with pytest.raises(ValueError, match="names no problem: huge"):
        question.answer("third", sizes=["huge"])
    with pytest.raises(ValueError, match="sums is registered twice"):
        registry.question("sums", "Sums again", [])
    with pytest.raises(ValueError, match="two problems have one size"):
        registry.question("twice", "Twice", [SMALL, SMALL])
