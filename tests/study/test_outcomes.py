from typing import get_args

from detente.case.claim import Outcome
from detente.study import outcomes
from detente.study.outcomes import Answers
from detente.testing import two_issue_case
from tests.study.situations import ageing, stormy, suspicious


def test_every_outcome_of_a_claim_has_its_text() -> None:
    assert set(outcomes._SHORT) == set(get_args(Outcome))


def test_the_texts_say_the_numbers() -> None:
    plain = Answers(two_issue_case())

    assert plain.short("reach") == "33.33 %"
    assert plain.short("agreement") == "high, early: A 40.00, B 20.00; 3 packages"
    assert plain.short("gift") == "A to B 60.00; B to A 42.00"
    assert Answers(stormy()).short("ceiling") == "weather: weather 16.19 %"
    assert Answers(stormy()).short("scenarios") == "open with 100.00 %, how far 29.29 % on average"
    assert Answers(suspicious()).short("beliefs") == "33.33 %; A sees 17.14 %"
    assert Answers(ageing()).short("delay").endswith("2018-01-01 A 45.00, B 20.00")


def test_names_are_values_and_numbers_are_not() -> None:
    assert Answers(stormy()).value("ceiling") == "weather"
    assert Answers(stormy()).value("bottleneck") is None
    assert Answers(stormy()).value("reach") is None
