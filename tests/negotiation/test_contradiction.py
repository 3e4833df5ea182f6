"""Comparisons that cannot hold together: a smallest set."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.case.consistency import findings
from detente.case.party import Weights
from detente.negotiation.contradiction import contradiction, judged_together
from tests.negotiation.compared import compared

ISSUES = "abcde"


def _weights(comparisons: dict[str, Any], points: dict[str, Any] | None = None) -> Weights:
    even = dict.fromkeys(ISSUES, 20)
    return Weights.model_validate({"points": points or even, "comparisons": comparisons})


def _members(comparisons: dict[str, Any], points: dict[str, Any] | None = None) -> list[str]:
    found = contradiction(_weights(comparisons, points))
    assert found is None or found.smallest
    return [] if found is None else [one.rpartition(".")[2] for one in found.members]


def test_a_planted_ring_is_found_among_what_is_sound() -> None:
    said = {
        "sound1": {"ranking": ["a", "b", "c"]},
        "one": {"more": "a", "than": "d", "times": 2},
        "sound2": {"more": "b", "than": "e"},
        "two": {"more": "d", "than": "e", "times": "3/2"},
        "three": {"more": "e", "than": "a", "times": "2/5"},
        "sound3": {"alike": ["b", "c"]},
    }

    assert _members(said) == ["one", "two", "three"]


def test_the_smallest_of_several_is_told_and_of_equal_ones_the_first() -> None:
    said = {
        "long1": {"more": "a", "than": "b"},
        "long2": {"more": "b", "than": "c"},
        "long3": {"more": "c", "than": "a", "times": 2},
        "short1": {"more": "d", "than": "e"},
        "short2": {"more": "e", "than": "d", "times": 3},
        "short3": {"more": "e", "than": "d", "times": 2},
    }

    assert _members(said) == ["short1", "short2"]


def test_what_holds_only_where_all_that_is_compared_is_worth_nothing_contradicts() -> None:
    """With c, d and e left there are weights that keep both: a and b worth nothing."""
    said = {"x": {"more": "a", "than": "b", "times": 2}, "y": {"more": "b", "than": "a"}}

    assert _members(said) == ["x", "y"]


def test_at_least_as_much_both_ways_is_alike_and_no_contradiction() -> None:
    said = {
        "x": {"more": "a", "than": "b"},
        "y": {"more": "b", "than": "a"},
        "z": {"alike": ["a", "b"]},
    }

    assert _members(said) == []


def test_ranges_are_part_of_a_contradiction_where_they_cause_it() -> None:
    points = {"a": [10, 20, 25], "b": [15, 20, 30], "c": 20, "d": [0, 20, 40], "e": 20}
    said = {"x": {"more": "a", "than": "b", "times": 2}, "y": {"more": "d", "than": "c"}}

    assert _members(said, points) == ["x", "a", "b"]


def test_a_sum_may_contradict() -> None:
    said = {
        "x": {"more": "a", "than": ["b", "c"], "times": 1},
        "y": {"more": "b", "than": "a", "times": "2/3"},
        "z": {"more": "c", "than": "a", "times": "1/2"},
        "u": {"more": "d", "than": "a"},
    }

    assert _members(said) == ["x", "y", "z"]


PAIRS = st.tuples(
    st.sampled_from(ISSUES), st.sampled_from(ISSUES), st.sampled_from(["1/2", "1", "2", "3"])
).filter(lambda pair: pair[0] != pair[1])


def _product_above_one(pairs: list[tuple[str, str, str]]) -> bool:
    """Whether ratios of single issues multiply to more than 1 around a ring, or to any at all.

    Floyd and Warshall on products: weights above 0 keep all ratios where no ring exceeds 1; an
    issue that is compared with, but leads nowhere, may be worth nothing.
    """
    best = {(i, i): Fraction(1) for i in ISSUES}
    for more, than, times in pairs:
        best[more, than] = max(best.get((more, than), Fraction(0)), Fraction(times))
    for k in ISSUES:
        for i in ISSUES:
            for j in ISSUES:
                through = best.get((i, k), Fraction(0)) * best.get((k, j), Fraction(0))
                if through > best.get((i, j), Fraction(0)):
                    best[i, j] = through
    return any(best[i, i] > 1 for i in ISSUES)


@settings(deadline=None, max_examples=150)
@given(st.lists(PAIRS, min_size=1, max_size=7))
def test_a_set_contradicts_as_its_rings_say_and_nothing_can_be_left_out(
    pairs: list[tuple[str, str, str]],
) -> None:
    def form(chosen: list[tuple[str, str, str]]) -> dict[str, Any]:
        return {
            f"n{n}": {"more": more, "than": than, "times": times}
            for n, (more, than, times) in enumerate(chosen)
        }

    found = contradiction(_weights(form(pairs)))

    assert (found is not None) == _product_above_one(pairs)
    if found is None:
        return
    chosen = [pairs[int(member.rpartition(".n")[2])] for member in found.members]
    assert contradiction(_weights(form(chosen))) is not None
    for left_out in range(len(chosen)):
        rest = chosen[:left_out] + chosen[left_out + 1 :]
        assert contradiction(_weights(form(rest))) is None


def test_a_contradiction_is_told_in_place_of_what_the_points_do_not_keep() -> None:
    said = {
        "x": {"more": "a", "than": "b"},
        "y": {"more": "b", "than": "a", "times": 2},
        "z": {"more": "c", "than": "b"},
    }
    case = compared(said)

    found = judged_together(case, findings(case))

    assert [(f.code, f.path[-1]) for f in found] == [("C316", "z"), ("C317", "x")]
    assert found[1].message == "these cannot hold together for A: 'x', 'y'"


def test_a_sound_case_is_left_as_it_is() -> None:
    case = compared({"x": {"ranking": ["a", "b", "c"]}})

    assert judged_together(case, findings(case)) == ()


def test_comparisons_of_nothing_are_not_judged_together() -> None:
    case = compared({"x": {"more": "a", "than": "zz"}, "y": {"alike": ["b", "c"]}})

    assert {f.code for f in judged_together(case, findings(case))} == {"C202", "C316"}
