import pytest

from detente.base.errors import DetenteError, InputError, MissingResource, NotProved
from detente.base.problem import Problem


@pytest.mark.parametrize(
    ("kind", "status"), [(DetenteError, 1), (InputError, 2), (NotProved, 3), (MissingResource, 4)]
)
def test_each_error_has_its_exit_status(kind: type[DetenteError], status: int) -> None:
    assert issubclass(kind, DetenteError)
    assert kind.exit_status == status


def test_an_input_error_carries_and_says_every_problem() -> None:
    problems = [Problem("C101", "one", "case.yaml", 3), Problem("C102", "two")]

    error = InputError(problems)

    assert error.problems == tuple(problems)
    assert str(error) == "case.yaml:3: C101 one\nC102 two"
