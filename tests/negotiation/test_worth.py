"""What options are worth, and what changes when weights alone do."""

from fractions import Fraction

from detente.case.modes import modes
from detente.case.preference import reweighed
from detente.negotiation.worth import known_worth, reweighed_worth, unit_of, wholes, worth_of
from detente.testing import random_case, two_issue_case


def test_worth_is_weight_times_score() -> None:
    case = two_issue_case()
    found = worth_of(case, "A", modes(case), ("price",))["price"]

    # A weighs the price 70, and scores its middle 60.
    assert {option: int(worth) for option, worth in found.items()} == {
        "low": 0,
        "middle": 42,
        "high": 70,
    }


def test_what_is_known_is_what_is_worked_out() -> None:
    for seed in range(20):
        case = random_case(seed)
        table = modes(case)
        for party in case.parties:
            every = worth_of(case, party, table, case.issues)
            for issue in case.issues:
                assert known_worth(case, party, issue, table) == every[issue]


def test_other_weights_scale_what_options_are_worth() -> None:
    for seed in range(20):
        case = random_case(seed)
        before = modes(case)
        for party in case.principals:
            root = f"principals.{party}.weights.points."
            held = {key: value for key, value in before.items() if key.startswith(root)}
            key = max(held, key=lambda name: held[name])
            total = case.parties[party].weights.total
            if held[key] == total:
                continue
            table = {**before, **reweighed(held, key, Fraction(1), total)}
            kept = worth_of(case, party, before, case.issues)
            found = reweighed_worth(case, party, table, before, kept)
            assert found == worth_of(case, party, table, case.issues)


def test_whole_numbers_of_a_unit() -> None:
    options = {"low": Fraction(-1, 4), "high": Fraction(5, 6)}

    assert unit_of(options) == 12
    assert wholes(options, 12) == (-3, 10)
