from fractions import Fraction

from detente.study.scenarios import scenarios
from detente.testing import two_issue_case
from tests.study.situations import stormy


def test_a_case_without_shocks_has_no_answer_over_scenarios() -> None:
    assert scenarios(two_issue_case()) is None


def test_the_storm_by_hand() -> None:
    found = scenarios(stormy())

    assert found is not None
    calm, storm = found.scenarios
    assert (calm.probability, calm.present, calm.standing.j) == (
        Fraction(3, 4),
        True,
        Fraction(1, 3),
    )
    assert (storm.states, storm.standing.j) == ({"weather": "storm"}, Fraction(12, 70))
    assert (found.open, found.j) == (Fraction(1), Fraction(41, 140))
    assert found.spread == {"weather": Fraction(1, 3) - Fraction(6, 35)}
    assert found.ceiling == "weather"


def test_the_answer_before_the_weather_is_known() -> None:
    found = scenarios(stormy())

    assert found is not None
    assert [e.expected for e in found.ex_ante] == [{"A": 30, "B": 15}, {"A": 12, "B": 44}]
    assert [e.acceptance for e in found.ex_ante] == [Fraction(3, 4), Fraction(1)]
    assert found.choice == found.ex_ante[1]
    assert found.choice.package == {"price": "middle", "delivery": "early"}
    assert found.perfect_information == {"A": 33, "B": 26}


def test_progress_counts_every_scenario() -> None:
    told: list[tuple[int, int]] = []

    scenarios(stormy(), progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 2)]
