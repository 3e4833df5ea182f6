from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from detente.case.preference import scores
from detente.files.opened import open_case
from detente.study.elicitation import (
    GRID,
    MOST,
    Comparison,
    Swing,
    check_pairs,
    disagreements,
    gridded,
    shares,
    spread,
    swings,
    weighed,
)
from detente.testing import two_issue_case
from tests.study.answers import answers, judged_by

WEIGHTS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.fractions(0, 50, max_denominator=60), min_size=2
).filter(lambda weights: any(weights.values()))


@given(WEIGHTS)
def test_consistent_answers_give_back_the_true_ratios_exactly(true: dict[str, Fraction]) -> None:
    worths, comparisons = answers(true)

    total = sum(true.values())
    assert shares(worths) == {issue: 100 * true[issue] / total for issue in worths}
    assert all(not found.percent for found in disagreements(worths, comparisons))
    assert spread(worths, comparisons) == {i: (w, w) for i, w in shares(worths).items()}


@given(WEIGHTS, st.sampled_from([GRID, Fraction(1), Fraction(1, 4), Fraction(20)]))
def test_weights_on_the_grid_add_up_to_100_and_keep_their_order(
    true: dict[str, Fraction], grid: Fraction
) -> None:
    exact = shares(true)
    found = gridded(exact, grid)

    assert sum(found.values()) == 100
    assert all(weight % grid == 0 for weight in found.values())
    assert all(abs(found[issue] - exact[issue]) < grid for issue in true)
    assert all(found[a] >= found[b] for a in true for b in true if true[a] > true[b])
    assert all(found[issue] == 0 for issue in true if not true[issue])


@given(WEIGHTS, st.data())
def test_ranges_hold_their_weights_whatever_is_answered(
    true: dict[str, Fraction], data: st.DataObject
) -> None:
    worths, comparisons = answers(true)
    parts = st.fractions(Fraction(1, 10), MOST, max_denominator=20)
    said = [Comparison(one.more, one.less, data.draw(parts)) for one in comparisons]

    found = weighed(worths, said)

    exact = shares(worths)
    assert sum(estimate.mode for estimate in found.values()) == 100
    for issue, (low, high) in spread(worths, said).items():
        assert 0 <= low <= exact[issue] <= high <= 100
        assert found[issue].low <= low
        assert found[issue].high >= high
        assert 0 <= found[issue].low <= found[issue].mode <= found[issue].high <= 100


@given(WEIGHTS)
def test_the_pairs_chain_all_moves_but_the_yardstick(true: dict[str, Fraction]) -> None:
    worths, _ = answers(true)
    pairs = check_pairs(worths)

    first = next(iter(worths))
    rest = {issue for issue, worth in worths.items() if worth} - {first}
    assert len(pairs) == max(len(rest) - 1, 0)
    assert {issue for pair in pairs for issue in pair} == (rest if len(rest) > 1 else set())
    assert all(worths[more] >= worths[less] for more, less in pairs)


@given(WEIGHTS, st.fractions(Fraction(1, 100), MOST, max_denominator=100))
def test_a_difference_is_the_ratio_of_ratios(true: dict[str, Fraction], part: Fraction) -> None:
    worths, comparisons = answers(true)
    assume(comparisons)
    one = comparisons[0]

    [found] = disagreements(worths, [Comparison(one.more, one.less, part)])

    ratio = part / one.part
    assert found.percent == 100 * (max(ratio, 1 / ratio) - 1)
    assert found.implied == one.part


def test_the_largest_difference_comes_first_and_names_its_pair() -> None:
    worths = {"a": MOST, "b": Fraction(80), "c": Fraction(40), "d": Fraction(20)}
    said = [Comparison("b", "c", Fraction(55)), Comparison("d", "c", Fraction(80))]

    first, second = disagreements(worths, said)

    assert (first.comparison.more, second.comparison.more) == ("d", "b")
    assert [first.implied, first.percent] == [200, 150]
    assert [second.implied, second.percent] == [50, 10]


def test_a_worked_example() -> None:
    """Islands 100, sanctions 60, visas 40, as in the how-to page on weights; one check."""
    worths = {"islands": MOST, "sanctions": Fraction(60), "visas": Fraction(40)}

    assert check_pairs(worths) == (("sanctions", "visas"),)
    assert shares(worths) == {"islands": 50, "sanctions": 30, "visas": 20}
    found = weighed(worths, [Comparison("sanctions", "visas", Fraction(50))])
    assert {i: (float(e.low), float(e.mode), float(e.high)) for i, e in found.items()} == {
        "islands": (50, 50, 50),
        "sanctions": (30, 30, 36.4),  # 80 of 220
        "visas": (15.7, 20, 20),  # 30 of 190
    }


@pytest.mark.parametrize("part", [Fraction(0), Fraction(-1), Fraction(101)])
def test_the_lesser_move_counts_something_and_no_more(part: Fraction) -> None:
    with pytest.raises(ValueError, match="lesser"):
        Comparison("a", "b", part)


@pytest.mark.parametrize("worths", [{"a": Fraction(0)}, {"a": MOST, "b": Fraction(-1)}])
def test_worths_that_say_nothing_are_refused(worths: dict[str, Fraction]) -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        shares(worths)


def test_every_move_of_the_reference_case_leads_to_an_anchor() -> None:
    case = open_case("japan-russia-2017").case

    for party in case.parties:
        found = swings(case, party)
        moved = {swing.issue: swing for swing in found}
        assert [*moved] == [issue for issue in case.issues if issue in moved]
        for issue in case.issues:
            table = scores(case, party, issue)
            if issue not in moved:
                assert not any(table.values())
                continue
            assert table[moved[issue].anchor] == (100 if moved[issue].gain else -100)
            assert moved[issue].now == case.issues[issue].status_quo


def test_a_gain_is_preferred_as_the_anchor() -> None:
    assert swings(two_issue_case(), "B") == (
        Swing("price", "low", "high", gain=False),
        Swing("delivery", "late", "early", gain=True),
    )
    assert judged_by(two_issue_case(), "A") == {"price": 70, "delivery": 30}
