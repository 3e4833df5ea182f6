from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.divisible import STEPS, with_shares
from detente.case.issue import Issue


def issue(steps: int, *marks: Any, **more: Any) -> dict[str, Any]:
    options = {
        f"m{n}": {"name": "x", "share": share, "controller": f"P{n}", "track": "officials"}
        for n, share in enumerate(marks)
    }
    return {"name": "x", "divisible": {"steps": steps, **more}, "options": options}


@given(st.integers(1, STEPS))
def test_every_share_of_a_step_is_an_option(steps: int) -> None:
    found = Issue.model_validate(issue(steps, 0, 1))

    shares = [option.share for option in found.options.values()]
    assert shares == [Fraction(n, steps) for n in range(steps + 1)]
    assert with_shares(with_shares(issue(steps, 0, 1))) == with_shares(issue(steps, 0, 1))


def test_a_share_is_delivered_as_the_next_option_away_from_no_agreement() -> None:
    raw = {**issue(4, 0, "1/2", 1), "status_quo": "m1"}
    found = Issue.model_validate(raw).options

    assert [*found] == ["m0", "share_1_4", "m1", "share_3_4", "m2"]
    assert found["share_1_4"].controller == ("P0",)
    assert found["share_3_4"].controller == ("P2",)
    assert found["share_3_4"].between == ("m1", "m2")
    assert found["share_3_4"].track == "officials"


def test_a_share_is_named_by_its_quantity() -> None:
    found = with_shares(issue(3, 0, 1, unit="ships", least=0, most=10))["options"]

    assert [option["name"] for option in found.values()] == ["x", "10/3 ships", "20/3 ships", "x"]


@pytest.mark.parametrize(
    "raw",
    [
        3,
        None,
        {"options": {}},
        issue(0, 0, 1),
        issue(STEPS + 1, 0, 1),
        issue(2, 0, 0),
        issue(2, 0, "much"),
        issue(2, 0, None),
        {**issue(2, 0, 1), "options": {"a": 1}},
        {**issue(2, 0, 1), "options": [1]},
        {"divisible": {"steps": True}, "options": {}},
    ],
)
def test_what_is_ill_formed_is_left_to_the_form(raw: Any) -> None:
    assert with_shares(raw) is raw
