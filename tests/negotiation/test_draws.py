"""Draws of a case: the same from the same seed, within their ranges, weights adding up."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.written import written
from detente.files.opened import open_case
from detente.negotiation.draws import CODED, Draws, draw
from detente.negotiation.payoff import compile_case
from detente.testing import random_case, two_issue_case
from detente.testing.draw import Bounds
from tests.negotiation.ranged import ranged
from tests.study.situations import ageing

REFERENCE = "japan-russia-2017"


@pytest.fixture(scope="module")
def reference() -> Draws:
    return draw(open_case(REFERENCE).case, 4_000, seed=7)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    case = ranged()
    first, again, other = draw(case, 50, 3), draw(case, 50, 3), draw(case, 50, 4)

    assert first.steps.tobytes() == again.steps.tobytes()
    assert first.steps.tobytes() != other.steps.tobytes()


def test_the_first_draws_are_the_same_however_many_there_are(reference: Draws) -> None:
    few = draw(reference.case, 17, seed=7)

    assert few.steps.tobytes() == reference.steps[:17].tobytes()


def test_a_new_element_leaves_the_draws_of_the_others_as_they_are() -> None:
    case = ranged()
    plain = written(case)
    plain["linkages"] = {
        "more": {
            "text": "both",
            "when": {"land": ["split"], "trade": ["some"]},
            "points": {"A": {"value": [0, 1, 5], "reason": "worked"}},
            "reason": "worked",
        }
    }
    before, after = draw(case, 30), draw(Case.model_validate(plain), 30)

    assert len(after.numbers) == len(before.numbers) + 1
    for key in before.places:
        assert np.array_equal(before.column(key), after.column(key))


def test_draws_stay_in_range_and_weights_add_up_exactly(reference: Draws) -> None:
    for number, step, column in zip(
        reference.numbers, reference.grid, reference.steps.T, strict=True
    ):
        ends = (number.mode + step * int(column.min()), number.mode + step * int(column.max()))
        assert number.low <= ends[0] <= ends[1] <= number.high, number.key
    for row in range(0, len(reference), 400):
        values = reference.values(row)
        for party, element in reference.case.parties.items():
            held = [v for k, v in values.items() if f".{party}.weights." in k]
            assert sum(held) == element.weights.total


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 60), st.integers(0, 40)), min_size=2),
    st.integers(0, 99),
)
def test_any_weights_add_up_to_their_total(parts: list[tuple[int, int, int]], seed: int) -> None:
    total = Fraction(sum(mode for _, mode, _ in parts))
    points = {}
    for place, (below, mode, above) in enumerate(parts):
        middle = 100 * mode / total
        ends = (max(Fraction(0), middle - below), middle, min(Fraction(100), middle + above))
        points[f"i{place}"] = {"value": [str(end) for end in ends]}
    plain = written(two_issue_case())
    plain["principals"]["A"]["weights"] = {"points": points, "reason": "worked"}

    found = draw(Case.model_validate(plain), 5, seed)

    for row in range(5):
        held = [v for k, v in found.values(row).items() if k.startswith("principals.A.weights.")]
        assert sum(held) == 100


def test_weights_keep_near_their_modes_and_vary_less_than_alone(reference: Draws) -> None:
    drawn = wider = 0.0
    for number in reference.numbers:
        if number.kind == "weight":
            values = reference.column(number.key)
            alone = float(number.low + 4 * number.mode + number.high) / 6
            spread = (alone - float(number.low)) * (float(number.high) - alone) / 7
            assert abs(values.mean() - alone) < 0.35 * float(number.high - number.low)
            assert abs(values.mean() - float(number.mode)) < 0.15 * float(number.high - number.low)
            drawn, wider = drawn + float(values.var()), wider + spread
    assert 0.6 < drawn / wider < 0.95


def test_codes_move_as_often_as_the_rule_says(reference: Draws) -> None:
    down, stay, up = CODED["pert"]
    count = len(reference)
    for number, column in zip(reference.numbers, reference.steps.T, strict=True):
        if number.kind == "code":
            expected = {
                -1: down * (number.mode > -3),
                0: stay + down * (number.mode == -3) + up * (number.mode == 3),
                1: up * (number.mode < 3),
            }
            for step, share in expected.items():
                error = 5 * np.sqrt(share * (1 - share) / count) + 1e-12
                assert abs(float((column == step).mean()) - share) <= error, number.key


def test_columns_are_the_nearest_doubles_of_the_values(reference: Draws) -> None:
    values = reference.values(11)

    for key, exact in values.items():
        assert reference.column(key)[11] == float(exact)


def test_a_number_too_fine_for_a_double_is_rounded() -> None:
    plain = written(ranged())
    fine = [str(Fraction(n) + Fraction(1, 10**17 + 3)) for n in (1, 2, 4)]
    plain["principals"]["A"]["reserve"] = {"value": fine, "reason": "worked"}
    found = draw(Case.model_validate(plain), 9)
    key = "principals.A.reserve"

    exact = [float(found.values(row)[key]) for row in range(9)]

    assert found.column(key) == pytest.approx(exact, rel=1e-15)
    with pytest.raises(ValueError, match="too large or too fine"):
        found.whole(key, found.unit(key))


def test_some_numbers_of_a_draw_can_be_asked_for() -> None:
    found = draw(ranged(), 3)
    key = found.numbers[2].key

    assert found.values(1, [2]) == {key: found.values(1)[key]}


def test_a_draw_compiles() -> None:
    case = ranged()
    found = draw(case, 3)

    assert set(found.values(0)) == {number.key for number in found.numbers}
    payoffs = compile_case(case, found.values(2))
    assert payoffs.gain("A", {"land": "held", "trade": "none"}) == 0


def test_probabilities_of_states_add_up_to_one() -> None:
    case = random_case(4, Bounds(shocks=(2, 3)))
    found = draw(case, 20)

    for row in range(20):
        values = found.values(row)
        for shock in case.shocks:
            plain = [v for k, v in values.items() if k.startswith(f"shocks.{shock}.")]
            given_of = case.shocks[shock].given
            times = len(case.shocks[given_of].states) if given_of else 1
            assert sum(plain) == times


def test_a_case_without_ranges_is_drawn_as_it_is() -> None:
    case = two_issue_case()
    found = draw(case, 4)

    assert not found.steps.any()
    assert compile_case(case, found.values(3)).worth == compile_case(case).worth


def test_a_dated_case_is_drawn_as_it_stands() -> None:
    assert len(draw(ageing(), 2)) == 2


def test_the_triangular_law_is_wider(reference: Draws) -> None:
    other = draw(reference.case, 4_000, seed=7, shape="triangular")
    key = "commitments.us_secondary_exposure.price"

    assert other.column(key).std() > reference.column(key).std() * 1.1
    # (7 + 12 + 20) / 3, and (7 + 48 + 20) / 6.
    assert other.column(key).mean() == pytest.approx(13, abs=0.2)
    assert reference.column(key).mean() == pytest.approx(12.5, abs=0.2)


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="0 draws or more"):
        draw(two_issue_case(), -1)
    with pytest.raises(ValueError, match="seed"):
        draw(two_issue_case(), 1, -1)
    found = draw(ranged(), 4)
    with pytest.raises(ValueError, match="is not whole"):
        found.whole("principals.A.weights.points.land", 3)
