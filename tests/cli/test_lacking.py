import pytest

from detente.base.errors import InputError
from detente.cli.lacking import found
from detente.testing import two_issue_case


def test_an_answer_is_returned_even_an_empty_one() -> None:
    assert found("", two_issue_case(), "claims", "claims") == ""


def test_where_there_is_none_the_room_is_named() -> None:
    with pytest.raises(InputError) as caught:
        found(None, two_issue_case(), "dated entries", "dated")

    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("U605", "two-issues has no dated entries")
    assert problem.hint is not None
    assert "`dated`" in problem.hint
