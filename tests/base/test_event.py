from dataclasses import FrozenInstanceError

import pytest

from detente.base.event import Event
from detente.base.partial_date import PartialDate


def test_an_event_is_a_frozen_value() -> None:
    def event(row: int) -> Event:
        return Event(PartialDate(2017, 4), "JPN", "RUS", "meeting", "visas", "s", "u", "high", row)

    assert event(2) == event(2) != event(3)
    with pytest.raises(FrozenInstanceError):
        event(2).row = 3  # type: ignore[misc] # that it cannot be set is tested
