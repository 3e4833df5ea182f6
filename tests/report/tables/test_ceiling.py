import pytest

from detente.report.tables.ceiling import LAST, SAYS, ceiling_notes, ceiling_sheets, pair_text
from detente.study.ceiling import SeriesPoint
from tests.study.answered import NOTHING, ceiling_result

SAID = {
    "binds": "United States–Russia is a ceiling for Japan–Russia: it binds. Why: because.",
    "common movement only": "No ceiling is shown: Japan–Russia and United States–Russia move "
    "together as far as all dyads of Russia do, and no further. Why: because.",
    "no ceiling": "United States–Russia is no ceiling for Japan–Russia. Why: because.",
    "too little to tell": "Whether United States–Russia is a ceiling for Japan–Russia: too little "
    "to tell. Why: because.",
}


@pytest.mark.parametrize("verdict", SAYS)
def test_each_verdict_is_said_plainly(verdict: str) -> None:
    assert next(ceiling_notes(ceiling_result(verdict=verdict))) == SAID[verdict]


def test_it_says_what_it_rests_on() -> None:
    notes = list(ceiling_notes(ceiling_result()))

    assert notes[1].startswith("Compared: closeness of votes in the UN General Assembly")
    assert notes[1].endswith(
        "by year, 2001 to 2003; 3 periods known in all series. Placebos: United Kingdom–Russia."
    )
    assert notes[2] == (
        "Correlation with the common movement of the placebos: Japan–Russia 0.50 (0.25 to 0.75), "
        "United States–Russia −0.25 (−0.50 to 0.00)."
    )
    assert notes[3].endswith("with Russia's own ideal point: Japan–Russia −0.75.")
    assert "+0.70 (0.10 to 1.20); it binds only above 0." in notes[4]
    assert notes[-1] == "A ceiling informs a judgement; it never enters what could be agreed."
    assert all(note[0].isupper() and note.endswith(".") for note in notes)


def test_what_is_not_known_is_not_said() -> None:
    empty = ceiling_result(
        verdict="too little to tell", placebos=(), since=None, until=None, periods=0, raw=(),
        net=(), margin=NOTHING, common=NOTHING, shared=NOTHING, own={}, series=(),
    )  # fmt: skip

    (sheet,) = ceiling_sheets(empty)

    assert len(sheet.notes) == 3
    assert "no period; 0 periods known in all series. Placebos: none." in sheet.notes[1]


def test_tails_and_the_series_are_shown_what_is_missing_as_missing() -> None:
    answer, alone, net, series = ceiling_sheets(ceiling_result())

    assert answer.title == "Is United States–Russia a ceiling for Japan–Russia?"
    assert alone.rows[0] == (
        "United States–Russia (given)",
        "+0.90 (0.40 to 1.40)",
        "+0.10 (−0.40 to 0.60)",
        "+0.80 (0.30 to 1.30)",
    )
    assert alone.rows[1][0] == "United Kingdom–Russia"
    assert net.rows[0][2].startswith("−0.20")
    assert series.rows[1] == ("2002", "−1.25", "−2.25", "missing")
    assert series.notes[0].startswith("Closeness of votes")


def test_of_a_long_series_the_last_are_shown() -> None:
    points = tuple(
        SeriesPoint(period=str(n), values=dict.fromkeys(("JPN–RUS", "USA–RUS", "GBR–RUS"), 0.0))
        for n in range(LAST + 5)
    )

    series = list(ceiling_sheets(ceiling_result(series=points)))[-1]

    assert (len(series.rows), series.rows[0][0]) == (LAST, "5")
    assert series.rows[0][1] == "0.00"
    assert series.notes[1] == "The last 30 of 35; --format json has all."


def test_a_code_without_a_name_stays() -> None:
    assert pair_text("EU–RUS") == "EU–Russia"
