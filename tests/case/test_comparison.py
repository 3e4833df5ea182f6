"""What comparisons of weights come to, and how they are said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from detente.case.comparison import Comparison, Condition, conditions, in_words

SAID: dict[str, tuple[dict[str, Any], str]] = {
    "a ratio": (
        {"more": "a", "than": "b", "times": 2},
        "Trade counts at least 2 times as much as Visas",
    ),
    "no ratio": ({"more": "a", "than": "b"}, "Trade counts at least as much as Visas"),
    "a third": (
        {"more": "a", "than": "b", "times": "1/3"},
        "Trade counts at least 1/3 times as much as Visas",
    ),
    "sums": (
        {"more": ["a", "d"], "than": ["b", "c"], "times": 1.5},
        "Trade and d together count at least 1.5 times as much as Visas and Fish together",
    ),
    "a ranking": (
        {"ranking": ["a", "b", "c"]},
        "Trade counts at least as much as Visas, and that at least as much as Fish",
    ),
    "alike": ({"alike": ["a", "b", "c"]}, "Trade, Visas and Fish count the same"),
}


@pytest.mark.parametrize("name", SAID)
def test_it_is_said_in_words(name: str) -> None:
    form, words = SAID[name]
    names = {"a": "Trade", "b": "Visas", "c": "Fish"}

    assert in_words(Comparison.model_validate(form), names) == words


def test_conditions_hold_or_not_exactly() -> None:
    [ratio] = conditions(Comparison.model_validate({"more": "a", "than": "b", "times": "1/3"}))
    first, second = conditions(Comparison.model_validate({"alike": ["a", "b", "c"]}))
    thirds = {"a": Fraction(1), "b": Fraction(3)}

    assert ratio.excess(thirds) == 0
    assert ratio.holds(thirds)
    assert not ratio.holds({**thirds, "b": Fraction(3) + Fraction(1, 10**9)})
    assert first.holds({"a": Fraction(2), "b": Fraction(2)})
    assert not first.holds({"a": Fraction(2), "b": Fraction(1)})
    assert second == Condition({"b": Fraction(1), "c": Fraction(-1)}, equal=True)


def test_a_ranking_is_one_condition_for_each_pair_of_neighbours() -> None:
    found = list(conditions(Comparison.model_validate({"ranking": list("abcd")})))

    assert [[*one.factors] for one in found] == [["a", "b"], ["b", "c"], ["c", "d"]]
    assert not any(one.equal for one in found)


def test_what_it_names_and_what_must_count() -> None:
    ratio = Comparison.model_validate({"more": ["a", "b"], "than": "c"})
    ranking = Comparison.model_validate({"ranking": ["c", "a"]})
    alike = Comparison.model_validate({"alike": ["b", "a"]})

    assert (ratio.issues, ratio.leading) == (("a", "b", "c"), ("a", "b"))
    assert (ranking.issues, ranking.leading) == (("c", "a"), ("c",))
    assert (alike.issues, alike.leading) == (("b", "a"), ("b",))
