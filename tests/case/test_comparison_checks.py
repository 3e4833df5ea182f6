"""Comparisons that say nothing, and those that the points do not keep."""

from __future__ import annotations

from typing import Any

import pytest

from detente.case.case import Case
from detente.case.comparison_checks import comparison_checks
from detente.case.consistency import findings
from detente.case.written import written
from tests.negotiation.compared import compared

WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "nothing": ({}, "C315", "compares nothing"),
    "two ways": (
        {"more": "a", "than": "b", "alike": ["b", "c"]},
        "C315",
        "says more than one thing",
    ),
    "no than": ({"more": "a"}, "C315", "no issues under `than`"),
    "no more": ({"than": "a"}, "C315", "none under `more`"),
    "times alone": ({"ranking": ["a", "b"], "times": 2}, "C315", "gives `times`"),
    "times nothing": ({"more": "a", "than": "b", "times": 0}, "C315", "nothing times"),
    "times below nothing": ({"more": "a", "than": "b", "times": -2}, "C315", "or less"),
    "an issue twice": ({"more": "a", "than": ["b", "a"]}, "C315", "names an issue twice"),
    "one issue": ({"ranking": ["a"]}, "C315", "names one issue alone"),
    "a ratio too high": (
        {"more": "a", "than": "b", "times": 2},
        "C316",
        "(a counts at least 2 times as much as b): a 50, b 30",
    ),
    "a ranking broken": ({"ranking": ["a", "c", "b"]}, "C316", "a 50, c 20, b 30"),
    "not alike": ({"alike": ["b", "c"]}, "C316", "b 30, c 20"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_once(name: str) -> None:
    form, code, said = WRONG[name]
    [found] = findings(compared({"c1": form}))

    assert found.code == code
    assert found.path == ("principals", "A", "weights", "comparisons", "c1")
    assert said in found.message


@pytest.mark.parametrize(
    "form",
    [
        {"more": "a", "than": "b", "times": "5/3"},
        {"more": ["b", "c"], "than": "a"},
        {"ranking": ["a", "b", "c"]},
        {"more": "c", "than": "a", "times": "2/5"},
    ],
)
def test_points_that_just_keep_a_comparison_are_sound(form: dict[str, Any]) -> None:
    assert findings(compared({"c1": form})) == ()


def test_issues_that_are_alike_are_sound() -> None:
    case = compared({"c1": {"alike": ["b", "c"]}}, {"a": 40, "b": 30, "c": 30})

    assert findings(case) == ()


def test_an_unknown_issue_is_told_where_it_stands() -> None:
    [found] = findings(compared({"c1": {"ranking": ["a", "bb"]}}))

    assert (found.code, found.about) == ("C202", "bb")
    assert found.path == ("principals", "A", "weights", "comparisons", "c1", "ranking")


def test_an_issue_without_points_is_not_compared() -> None:
    weights = {"a": 60, "b": 40}
    [found] = findings(compared({"c1": {"more": "a", "than": "c"}}, weights))

    assert (found.code, "gives no points" in found.message) == ("C315", True)


def test_names_of_facts_and_signers_and_reasons_are_looked_up() -> None:
    form = {"more": "a", "than": "b", "fact": "snow", "signer": "boss"}
    case = compared({"c1": form})
    plain = written(case)
    plain["principals"]["A"]["weights"]["reason"] = None
    bare = Case.model_validate(plain)

    assert {f.code for f in findings(case)} == {"C204", "C205"}
    assert "the comparison 'c1' of A gives no reason" in {f.message for f in findings(bare)}


def test_a_change_that_breaks_a_comparison_is_told_at_the_change() -> None:
    plain = written(compared({"c1": {"more": "a", "than": "b"}}))
    changes: dict[str, Any] = {
        "principals": {
            "A": {"weights": {"points": {"a": {"value": 30, "reason": "r"}}}},
        }
    }
    plain["dated"] = {"later": {"name": "l", "from": "2018-01-01", "changes": changes}}
    plain["dated"]["later"]["reason"] = "r"
    [found] = findings(Case.model_validate(plain))

    assert (found.code, "do not keep 'c1'" in found.message) == ("C420", True)

    changes["principals"]["A"]["weights"]["comparisons"] = {"c1": None}
    assert findings(Case.model_validate(plain)) == ()


def test_a_party_that_a_change_leaves_alone_is_not_asked_again() -> None:
    case = compared({"c1": {"alike": ["b", "c"]}})

    assert [*comparison_checks(case)]
    assert not [*comparison_checks(case, since=case)]
