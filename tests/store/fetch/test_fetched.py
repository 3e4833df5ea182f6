from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from detente.store.fetch.fetched import Failed, Fetched, Keeper
from tests.store.fetch.shelf import Shelf


def test_what_came_of_a_fetch_goes_to_json_and_back() -> None:
    failed = Failed(name="a.zip", code="R955", why="it does not fit")
    result = Fetched(
        source="gdelt2",
        address="https://h",
        first=date(2018, 10, 4),
        last=date(2018, 10, 5),
        keep=("JPN", "RUS"),
        dry=False,
        listed=1,
        listed_bytes=3,
        failed=(failed,),
    )

    assert Fetched.model_validate_json(result.model_dump_json()) == result


def test_a_failure_has_a_code_of_its_own() -> None:
    with pytest.raises(ValidationError):
        Failed.model_validate({"name": "a.zip", "code": "R950", "why": "?"})


def test_the_shelf_of_the_tests_is_a_keeper() -> None:
    keeper: Keeper = Shelf()

    assert keeper.keys() == frozenset()
