"""How an event of the chronology is counted: the case's first rule that matches decides."""

from __future__ import annotations

from typing import Literal

from detente.base.event import Event
from detente.case.case import Case, CountingRule

Count = Literal["cooperative", "conflictual", "context"]


def counts_as(case: Case, event: Event) -> Count | None:
    """Return how an event is counted, or ``None`` when no rule matches it."""
    if case.chronology is None:
        return None
    for rule in case.chronology.rules:
        if _matches(rule, event):
            return rule.counts
    return None


def _matches(rule: CountingRule, event: Event) -> bool:
    return (
        (rule.date is None or rule.date == str(event.date))
        and (not rule.actor or event.actor in rule.actor)
        and (not rule.target or event.target in rule.target)
        and (not rule.kind or event.kind in rule.kind)
        and (not rule.topic or event.topic in rule.topic)
    )
