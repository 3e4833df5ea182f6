from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.case import Case
from detente.testing import random_case, two_issue_case


def test_a_case_holds_its_parties_principals_first() -> None:
    case = random_case(1)

    assert [*case.parties] == [*case.principals, *case.ratifiers]


def test_packages_are_counted_before_any_constraint() -> None:
    assert two_issue_case().packages == 6


def test_a_case_dumped_and_read_is_the_same_case() -> None:
    case = two_issue_case()
    dumped = case.model_dump(by_alias=True, exclude_none=True)
    for party in dumped["principals"].values():
        points = party["weights"]["points"]
        party["weights"]["points"] = {k: {"value": v["mode"]} for k, v in points.items()}
    for issue in dumped["issues"].values():
        for option in issue["options"].values():
            option["scores"] = {k: {"value": v["mode"]} for k, v in option["scores"].items()}

    assert Case.model_validate(dumped) == case


@pytest.mark.parametrize("text", ["2017-05-11", date(2017, 5, 11)])
def test_a_case_is_as_of_a_day(text: object) -> None:
    changed = {**_input(), "as_of": text}
    assert Case.model_validate(changed).as_of == date(2017, 5, 11)


@pytest.mark.parametrize(
    "changed",
    [
        {"as_of": "2017-05"},
        {"as_of": "soon"},
        {"detente": 2},
        {"principals": {}},
        {"issues": {}},
        {"no_agreement": "war"},
        {"facts": {"f": {"text": "t", "confidence": "sure"}}},
        {"facts": {"f g": {"text": "t"}}},
        {"chronology": {"file": "../x.csv", "selection": "s", "rules": [{"counts": "context"}]}},
        {"chronology": {"file": "x.csv", "selection": "s", "rules": []}},
        {"chronology": {"file": "x.csv", "selection": "s", "rules": [{"counts": "good"}]}},
        {"other": 1},
    ],
)
def test_what_is_no_case_is_refused(changed: dict[str, Any]) -> None:
    assert Case.model_validate(_input()) == two_issue_case()
    with pytest.raises(ValidationError):
        Case.model_validate({**_input(), **changed})


def test_two_to_twenty_principals_negotiate() -> None:
    one = dict([*_input()["principals"].items()][:1])
    many = {f"P{n}": one["A"] for n in range(21)}

    for principals in (one, many):
        with pytest.raises(ValidationError):
            Case.model_validate({**_input(), "principals": principals})


def _input() -> dict[str, Any]:
    case = two_issue_case()
    return {name: getattr(case, name) for name in Case.model_fields}
