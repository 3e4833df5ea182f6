from datetime import date

import pytest
from pydantic import ValidationError

from detente.case.dated import CalendarEntry, Dated


def test_from_is_written_as_in_the_file() -> None:
    entry = Dated.model_validate({"name": "x", "from": "2020-01-01", "changes": {}})

    assert (entry.from_, entry.until) == (date(2020, 1, 1), None)


@pytest.mark.parametrize("from_", ["2020-01", "2020", 2020, None])
def test_a_full_day_is_needed(from_: object) -> None:
    with pytest.raises(ValidationError):
        Dated.model_validate({"name": "x", "from": from_, "changes": {}})


def test_an_entry_of_the_calendar_may_bar_options() -> None:
    raw = {"name": "x", "from": "2020-01-01", "bars": {"water": "quota"}}
    entry = CalendarEntry.model_validate(raw)

    assert (entry.kind, entry.bars) == ("other", {"water": ("quota",)})
    with pytest.raises(ValidationError):
        CalendarEntry.model_validate({**raw, "kind": "party"})
