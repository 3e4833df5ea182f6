from detente.report.figures.drift import WAS, WILL, drift
from tests.report.figures.drawing import check
from tests.report.full_case import full


def test_what_was_and_what_is_expected_are_two_lines() -> None:
    _, result = full()
    assert result.drift is not None
    drawn = drift(result.drift)

    assert {WAS, WILL} <= set(check(drawn))
    assert "11 May 2017" in drawn.caption


def test_days_may_all_lie_ahead_or_all_behind() -> None:
    _, result = full()
    assert result.drift is not None
    days = result.drift.days
    here = next(n for n, d in enumerate(days) if d.day == result.drift.as_of)

    for part in (days[here:], days[: here + 1], days[here : here + 1]):
        assert WAS in check(drift(result.drift.model_copy(update={"days": part})))


def test_a_long_past_is_named_by_years() -> None:
    _, result = full()
    assert result.drift is not None
    first = result.drift.days[0].model_copy(update={"day": "1998-01-01"})
    found = result.drift.model_copy(update={"days": (first, *result.drift.days[1:])})

    assert "2010" in check(drift(found))
