"""The first rule that matches decides how an event is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.case.case import Chronology
from detente.case.counting import counts_as
from detente.testing import two_issue_case

EVENT = Event(
    date=PartialDate.parse("2016-12-15"),
    actor="Japan",
    target="Russia",
    kind="visit",
    topic="trade",
    summary="A visit.",
    source="a newspaper",
    confidence="high",
    row=2,
)
CASE = two_issue_case().model_copy(
    update={
        "chronology": Chronology.model_validate(
            {
                "file": "chronology.csv",
                "selection": "by hand",
                "rules": [
                    {"date": "2016-12-16", "counts": "context"},
                    {"kind": ["visit", "call"], "topic": "trade", "counts": "cooperative"},
                    {"kind": "visit", "counts": "conflictual"},
                    {"actor": "Russia", "target": ["Japan", "G7"], "counts": "conflictual"},
                ],
            }
        )
    }
)


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({}, "cooperative"),
        ({"date": PartialDate.parse("2016-12-16")}, "context"),
        ({"kind": "call"}, "cooperative"),
        ({"topic": "islands"}, "conflictual"),
        ({"kind": "speech"}, None),
        ({"kind": "speech", "actor": "Russia"}, None),
        ({"kind": "speech", "actor": "Russia", "target": "G7"}, "conflictual"),
    ],
)
def test_the_first_rule_that_matches_decides(
    changes: dict[str, str | PartialDate], counts: str | None
) -> None:
    assert counts_as(CASE, replace(EVENT, **changes)) == counts  # type: ignore[arg-type]  # fields


def test_without_a_chronology_nothing_is_counted() -> None:
    assert counts_as(two_issue_case(), EVENT) is None
