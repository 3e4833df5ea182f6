"""Partial preferences of whole cases: every, some or none, and the parts between."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.study.partial import partial
from detente.study.partial_result import PartialResult
from detente.testing import two_issue_case
from tests.negotiation.compared import RANKED, compared, moved
from tests.negotiation.small import exact

PACKAGES = [moved("a", "b"), moved("a"), moved("b"), moved("b", "c"), moved("c")]


def _found(case: Case, samples: int = 10_000, seed: int = 0) -> PartialResult:
    found = partial(compile_case(case), PACKAGES, samples=samples, seed=seed)
    assert found is not None
    return found


def test_a_ranking_in_closed_form() -> None:
    found = _found(compared(RANKED, reserves={"A": 30}))
    [party] = found.parties

    assert (party.party, party.comparisons, party.dimensions) == ("A", ("order",), 2)
    assert exact(party.reserve) == 30
    ranges = {i: (str(w.least), str(w.most)) for i, w in party.weights.items()}
    assert ranges == {"a": ("100/3", "100"), "b": ("0", "50"), "c": ("0", "100/3")}
    ab, a, b, bc, c = party.packages
    assert [one.accepts.holds for one in party.packages] == [
        "every",
        "every",
        "some",
        "some",
        "none",
    ]
    assert (ab.best.share, ab.best.worth, ab.never_less) == (1.0, None, (2, 3, 4, 5))
    assert exact((a.least.value, a.least.weights["a"])) == (Fraction(100, 3),) * 2
    assert b.accepts.low < b.accepts.share < b.accepts.high
    assert bc.accepts.share < b.accepts.share
    assert (c.accepts.low, c.accepts.high) == (0.0, 0.0)


def test_the_part_in_which_a_package_is_accepted_is_the_known_area() -> None:
    """b ≥ 30 cuts the triangle of a ≥ b ≥ c.

    In (a, b) the corners are (100, 0), (50, 50) and (100/3, 100/3). Below b = 30 lies a triangle
    with its tip in (100, 0), 3/5 of one side and 9/10 of the other: 27/50 of the whole.
    """
    found = _found(compared(RANKED, reserves={"A": 30}))
    accepts = found.parties[0].packages[2].accepts

    assert accepts.worth is not None
    error = (0.46 * 0.54 / accepts.worth) ** 0.5
    assert abs(accepts.share - 0.46) < 4 * error
    assert error < 0.02


def test_all_who_must_assent_are_asked_and_each_has_weights_of_its_own() -> None:
    more = {"diet": {"a": 60, "b": 40}}
    rest: dict[str, Any] = {
        "ratifiers": {"diet": "A"},
        "more": more,
        "calls": {("b", "moved"): ["diet"]},
        "reserves": {"A": 0, "diet": -20},
    }
    plain = written(compared({"x": {"more": "a", "than": "b"}}, party="diet", **rest))
    options = plain["issues"]
    options["a"]["options"]["moved"]["scores"]["diet"] = 100
    options["b"]["options"]["moved"]["scores"]["diet"] = -100
    found = _found(Case.model_validate(plain), samples=200)

    [party] = found.parties
    assert party.party == "diet"
    assert [one.accepts.holds for one in party.packages] == [
        "every",
        "every",
        "some",
        "some",
        "every",
    ]
    # B loses by a alone, and A by c alone: those are acceptable to both for no weight.
    assert found.acceptable == ("every", "none", "some", "some", "none")


def test_a_commitment_bars_whatever_the_weights() -> None:
    promise = {
        "m": {
            "text": "m",
            "by": "B",
            "to": "X",
            "kind": "hard",
            "options": {"b": ["moved"]},
            "reason": "because",
        }
    }
    found = _found(compared(RANKED, commitments=promise), samples=100)

    assert found.acceptable[0] == "none"
    assert found.parties[0].packages[0].accepts.holds == "every"


def test_without_comparisons_there_is_nothing_to_tell() -> None:
    assert partial(compile_case(two_issue_case()), []) is None


def test_the_same_seed_gives_the_same_answer_and_another_does_not() -> None:
    case = compared(RANKED)
    first, again = (_found(case, samples=500, seed=3).model_dump_json() for _ in range(2))

    assert first == again
    assert first != _found(case, samples=500, seed=4).model_dump_json()


def test_the_points_of_the_case_answer_all_else_as_before() -> None:
    """Comparisons move no gain: points stay what the case is compiled with."""
    plain = written(compared(RANKED))
    del plain["principals"]["A"]["weights"]["comparisons"]
    bare, with_them = compile_case(Case.model_validate(plain)), compile_case(compared(RANKED))

    assert [with_them.gain("A", p) for p in PACKAGES] == [bare.gain("A", p) for p in PACKAGES]
    assert [one.as_judged for one in _found(compared(RANKED)).parties[0].packages] == [
        bare.gain("A", p) for p in PACKAGES
    ]


def test_one_choice_of_weights_is_told_as_such() -> None:
    said = {"x": {"alike": ["a", "b", "c"]}}
    thirds = {"a": "100/3", "b": "100/3", "c": "100/3"}
    [party] = _found(compared(said, thirds), samples=100).parties

    assert party.dimensions == 0
    assert [one.accepts.holds for one in party.packages] == ["every"] * 4 + ["none"]
    assert all(w.error == 0 and w.least == w.most for w in party.weights.values())


def test_samples_are_rounded_up_and_none_is_refused() -> None:
    assert _found(compared(RANKED), samples=150).samples == 200
    with pytest.raises(ValueError, match="1 sample or more"):
        _found(compared(RANKED), samples=0)


def test_no_package_at_all_is_told_of_none() -> None:
    found = partial(compile_case(compared(RANKED)), [], samples=100)

    assert found is not None
    assert (found.packages, found.acceptable, found.parties[0].packages) == ((), (), ())
