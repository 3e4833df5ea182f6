from fractions import Fraction

import pytest

from detente.files.genius.evaluators import by_table, function_of_value, shares_of_largest
from tests.files.genius.material import element

VALUES = [Fraction(n) for n in (1, 3, 5, 17)]


def worth(evaluator: str, kind: str = "integer") -> list[str]:
    found = function_of_value(element(f"<evaluator {evaluator}/>"), VALUES, VALUES[0], kind)
    return [str(value) for value in found]


def test_evaluations_are_divided_by_the_largest() -> None:
    found = by_table({"a": Fraction(12), "b": Fraction(30)}, ["b", "a"])

    assert [*found] == [1, Fraction(2, 5)]
    assert [*shares_of_largest([Fraction(0), Fraction(0)])] == [0, 0]
    assert [*shares_of_largest([Fraction(-1), Fraction(2)])] == [Fraction(-1, 2), 1]


def test_tables_that_cannot_be_divided_or_lack_a_value_are_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        shares_of_largest([Fraction(-1), Fraction(0)])
    with pytest.raises(ValueError, match="'x'"):
        by_table({}, ["x"])
    with pytest.raises(ValueError, match="and 2 more"):
        by_table({}, [*"abcdefg"])


def test_a_slope_of_an_integer_issue_counts_from_its_lower_bound() -> None:
    assert worth("ftype='linear' offset='0.4' slope='0.0375'") == ["2/5", "19/40", "11/20", "1"]


def test_parameters_count_from_zero_and_utility_stays_within_0_and_1() -> None:
    assert worth("ftype='linear' parameter0='-0.1' parameter1='0.1'", "real") == [
        "0",
        "1/5",
        "2/5",
        "1",
    ]
    assert worth("ftype='linear' slope='-1'") == ["0", "0", "0", "0"]


def test_triangles_and_constants() -> None:
    triangle = "ftype='triangular' parameter0='1' parameter1='17' parameter2='5'"
    assert worth(triangle) == ["0", "1/2", "1", "0"]
    steep = "ftype='triangular' parameter0='3' parameter1='5' parameter2='3'"
    assert worth(steep) == ["0", "1", "0", "0"]
    assert worth("ftype='constant' parameter0='0.7'", "real") == ["7/10"] * 4
    assert worth("ftype='uniform' parameter0='1'", "real") == ["1"] * 4


@pytest.mark.parametrize(
    ("evaluator", "said"),
    [
        ("ftype='faratin'", "'faratin' is no evaluator"),
        ("ftype='linear' parameter0='1'", "parameter1"),
        ("ftype='linear' slope='steep'", "no number"),
        ("ftype='triangular' parameter0='1' parameter1='2' parameter2='3'", "between its ends"),
        ("ftype='uniform'", "parameter0"),
    ],
)
def test_what_is_not_known_is_refused(evaluator: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        worth(evaluator, "real")
