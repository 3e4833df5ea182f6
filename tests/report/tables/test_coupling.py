import pytest

from detente.report.tables.coupling import WHOLE, coupling_sheets, verdict_text
from detente.study.coupling import LagResult
from tests.study.answered import coupled, coupling_result

LITTLE = coupled(
    "CHN–RUS", verdict="too little to tell", lag=None, correlation=None, p=None, corrected=None,
    periods=7, lags=(),
)  # fmt: skip


def test_one_look_needs_no_warning_and_several_do() -> None:
    one, *_ = coupling_sheets(coupling_result(coupled()))
    two, *_ = coupling_sheets(coupling_result(coupled(), LITTLE))

    assert len(one.notes) == 1
    assert two.notes[1].startswith("2 looks: among so many, one is expected to seem coupled")
    assert one.title == "What moves with Japan–Russia"
    assert "by day, 2018-10-04 to 2018-12-31." in one.notes[0]


def test_a_look_is_a_row_with_both_probabilities() -> None:
    sheet = next(coupling_sheets(coupling_result(coupled(), LITTLE)))

    assert sheet.rows == [
        ("United States–Russia", "Japan–Russia leads", "+1", "+0.50", "0.010", "0.020", "80"),
        ("China–Russia", "too little to tell", "", "", "", "", "7"),
    ]


def test_lags_are_shown_where_something_is_told_of_them() -> None:
    unclear = coupled("CHN–RUS", verdict="no clear coupling")

    sheets = list(coupling_sheets(coupling_result(coupled(), unclear, LITTLE)))

    assert [sheet.title for sheet in sheets[1:]] == ["Lags: United States–Russia"]
    assert sheets[1].rows == [
        ("−1", "−0.10", "79", "0.010"),
        ("0", "−0.10", "79", "0.010"),
        ("+1", "+0.50", "79", "0.010"),
    ]


def test_of_many_lags_the_strongest_are_shown_in_order() -> None:
    lags = tuple(
        LagResult(lag=lag, correlation=0.9 - abs(lag) / 100, pairs=50, p=0.01)
        for lag in range(-30, 31)
    )

    sheet = list(coupling_sheets(coupling_result(coupled(lags=lags))))[1]

    assert len(sheet.rows) == WHOLE
    assert [row[0] for row in sheet.rows][:2] == ["−7", "−6"]


def test_where_nothing_is_covered_it_is_said() -> None:
    sheet = next(coupling_sheets(coupling_result(LITTLE, since=None, until=None)))

    assert "no period is covered" in sheet.notes[0]


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        ("USA–RUS leads", "United States–Russia leads"),
        ("together", "together"),
        ("no clear coupling", "no clear coupling"),
    ],
)
def test_a_verdict_names_states(verdict: str, text: str) -> None:
    assert verdict_text(verdict) == text
