"""What one principal can offer another, as one result."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.base.errors import InputError
from detente.negotiation import offers as engine
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import obstacles
from detente.study.offers import offers
from detente.testing import Bounds, random_case, two_issue_case
from tests.negotiation.small import exact, small_case

INSIDE = Bounds(no_agreement="status_quo", packages=80)


def test_two_issues() -> None:
    result = offers(compile_case(two_issue_case()), "A", "B", input_hash="abc")

    [early] = result.offers
    assert exact((early.issue, early.option, early.worth, early.own)) == (
        "delivery",
        "early",
        60,
        -30,
    )
    assert early.compensation == 30
    assert early.price is not None
    # The middle price brings A 42, and costs B 16.
    assert exact((early.price.loss, early.price.returned)) == (16, {"price": "middle"})
    [high] = result.together
    assert exact((high.option, high.gains)) == ("high", {"A": 70, "B": -40})
    assert result.gift is not None
    assert result.gift.value == 60
    assert result.most is not None
    # Of what leaves A no worse off: (middle, early) brings B 44.
    assert exact((result.most.value, result.most.own)) == (44, 12)
    assert result.lifted == ()
    assert result.provenance.parameters == {"from": "A", "to": "B"}


@pytest.mark.parametrize(
    ("giver", "taker", "code"), [("Z", "B", "U601"), ("A", "Z", "U601"), ("A", "A", "U601")]
)
def test_an_offer_runs_between_two_principals(giver: str, taker: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        offers(compile_case(two_issue_case()), giver, taker)

    assert [problem.code for problem in caught.value.problems] == [code]


def test_both_names_are_told() -> None:
    with pytest.raises(InputError) as caught:
        offers(compile_case(two_issue_case()), "Y", "Z")

    assert len(caught.value.problems) == 2


def test_nothing_is_offered_beside_an_outside_value() -> None:
    case = random_case(1, Bounds(no_agreement="outside"))

    with pytest.raises(InputError) as caught:
        offers(compile_case(case), "A", "B")

    assert [problem.code for problem in caught.value.problems] == ["U603"]


def test_a_linked_offer_is_also_valued_at_the_nash_package() -> None:
    linkages = {
        "l": {
            "text": "l",
            "when": {"x": ["p"], "y": ["p"]},
            "points": {"B": 8},
            "reason": "worked",
        }
    }
    options = {"n": {}, "p": {"A": 100, "B": 100}}
    case = small_case(
        {"A": {"x": 50, "y": 50}, "B": {"x": 60, "y": 40}},
        {"x": options, "y": options},
        linkages=linkages,
    )
    result = offers(compile_case(case), "A", "B", {"x": "p", "y": "p"})

    # Alone x = p is worth 60; beside y = p it brings the linkage's 8 as well.
    assert exact([(o.issue, o.worth, o.at_nash) for o in result.offers]) == [
        ("x", 60, 68),
        ("y", 40, 48),
    ]
    assert all(o.at_nash is None for o in offers(compile_case(case), "A", "B").offers)


@pytest.mark.parametrize("seed", range(40))
def test_the_result_holds_what_the_engine_finds(seed: int) -> None:
    case = random_case(seed, INSIDE)
    payoffs = compile_case(case)
    giver, taker = [*case.principals][:2]
    result = offers(payoffs, giver, taker)

    assert [(o.issue, o.option) for o in result.offers] == [
        (o.issue, o.option) for o in engine.offers(payoffs, giver, taker)
    ]
    assert [lifting.obstacle for lifting in result.lifted] == list(obstacles(case))
    for lifting in result.lifted:
        for before, after in ((result.gift, lifting.gift), (result.most, lifting.most)):
            if before is not None:
                assert after is not None
                assert after.value >= before.value
    assert [(o.issue, o.option) for o in result.together] == sorted(
        [(o.issue, o.option) for o in result.together],
        key=lambda key: (
            -min(
                next(o.gains for o in result.together if (o.issue, o.option) == key).values(),
                default=Fraction(0),
            ),
            key,
        ),
    )
    for option in result.together:
        assert len(case.issues[option.issue].options[option.option].controller) > 1
