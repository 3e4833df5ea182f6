from fractions import Fraction

from detente.report.tables.window import (
    BARS,
    cause_name,
    curve,
    half_life,
    sway_name,
    window_sheets,
)
from detente.report.words import date_text, share_text
from detente.study.window_result import WindowDay
from tests.report.tables.reading import rows
from tests.report.window import seen


def test_each_kind_of_agreement_has_a_row() -> None:
    case, result = seen()

    bars, delay, *_ = window_sheets(case, result)

    assert [row[0] for row in bars.rows] == [BARS[bar.bar] for bar in result.bars]
    for row, bar in zip(bars.rows, result.bars, strict=True):
        assert row[1:4] == (
            "open" if bar.open else "closed",
            share_text(bar.days[-1].open, 1),
            share_text(bar.survival, 1),
        )
        assert row[4] == curve(bar.days)
        assert row[5] == half_life(bar, result)
    assert [row[0] for row in delay.rows] == [row[0] for row in bars.rows]


def test_the_days_on_which_the_case_may_change_are_shown_and_every_half_year() -> None:
    case, result = seen()
    days = [*window_sheets(case, result)][2]

    shown = rows(days)
    changing = {o.day for o in result.occasions if o.cause != "hazard"}
    months = {d.day for d in result.bars[0].days if d.months is not None and d.months % 6 == 0}
    expected = changing | months | {result.as_of, result.until}
    assert {*shown} == {date_text(day) for day in expected}
    assert "In any month what may change is the steel market." in days.notes


def test_what_is_certain_on_every_day_is_said_and_has_no_column() -> None:
    case, result = seen()
    bar = result.bars[0]
    certain = [day.model_copy(update={"open": 1, "survival": 1}) for day in bar.days]
    sure = bar.model_copy(update={"days": tuple(certain), "survival": 1})
    before = [*window_sheets(case, result)][2]
    after = [*window_sheets(case, result.model_copy(update={"bars": (sure, *result.bars[1:])}))][2]

    assert "Possible on every day, 100 % throughout: any agreement." in after.notes
    assert [c.title for c in after.columns] == [c.title for c in before.columns if c.title != "any"]
    assert {len(row) for row in after.rows} == {len(after.columns)}


def test_what_closes_it_is_named_with_its_day() -> None:
    case, result = seen()
    names = {cause_name(case, one) for one in result.occasions}

    assert {"the steel market", "the bank (settled)", "a new owner of the buyer"} <= names
    assert {"the spring fair (begins)", "the spring fair (over)"} <= names
    closing = [s for s in window_sheets(case, result) if s.title == "What closes the window first"]
    assert sum(len(sheet.rows) for sheet in closing) == sum(len(b.closing) for b in result.bars)


def test_a_curve_has_one_block_a_month_and_no_more_than_fit() -> None:
    days = [
        WindowDay(day="", months=m, open=Fraction(1), survival=Fraction(100 - m, 100))
        for m in range(101)
    ]

    assert len(curve(days[:25])) == 24
    assert len(curve(days)) == 20
    assert curve(days)[-1] == "▁"


def test_a_probability_is_named_by_what_it_is_about() -> None:
    case, _ = seen()

    named = {
        "shocks.market.transitions.strikes.hazard": "the steel market: from “it stays calm” to "
        "“steel runs short”, in a month",
        "shocks.market.transitions.fair_deals.probability": "the steel market: from “steel runs "
        "short” to “it stays calm”, the spring fair",
        "shocks.bank.states.strict.probabilities.tight": "the bank: the bank stays strict, given "
        "“steel runs short”",
    }
    assert {key: sway_name(case, key) for key in named} == named
