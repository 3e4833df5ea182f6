from collections.abc import Mapping
from typing import Annotated

import pytest

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.issue import Code, Option
from detente.case.party import Weights
from detente.case.shape import bare, form_at, is_model, step


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("principals.A.reserve", Estimate),
        ("principals.A.weights", Weights),
        ("principals.A.weights.points.x", Estimate),
        ("issues.x.options.y", Option),
        ("issues.x.options.y.codes.A.w", Code),
        ("shocks.s.states.t.probability", Estimate),
        ("shocks.s.states.t.probabilities.u", Estimate),
        ("dated.d.from", None),
        ("nowhere", None),
        ("principals.A.nowhere", None),
        ("shocks.s.states.t.changes.principals.A.reserve", None),
    ],
)
def test_what_stands_at_a_place_is_known(path: str, form: object) -> None:
    found = form_at(Case, path.split("."))

    assert found is form or (form is None and not is_model(found))


def test_a_type_is_bared_of_what_surrounds_it() -> None:
    assert bare(Annotated[int | None, "said"]) is int
    assert bare(int) is int
    assert is_model(Case)
    assert not is_model(int)
    assert not is_model(Mapping[str, Case])


def test_a_step_goes_by_the_keys_of_the_file() -> None:
    constraint = form_at(Case, ("constraints", "c"))

    assert step(constraint, "if") is not None
    assert step(constraint, "if_") is None
    assert step(tuple[int, ...], "0") is int
    assert step(Mapping[str, int], "any") is int
