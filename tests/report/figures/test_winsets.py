from detente.report.figures.winsets import win_sets
from tests.report.figures.drawing import check
from tests.report.reading import drawn_at_random, reference


def test_counts_stand_beside_the_bars() -> None:
    case, result = reference()
    shown = " ".join(check(win_sets(case, result.agreement)))

    for count in (
        result.agreement.feasible,
        result.agreement.zone,
        *result.agreement.win_sets.values(),
    ):
        assert f"{count:,} (" in shown


def test_cases_in_which_nothing_is_acceptable_are_drawn() -> None:
    case, result = next((c, r) for c, r in map(drawn_at_random, range(60)) if r.agreement.zone == 0)

    assert any(text.startswith("0 (") for text in check(win_sets(case, result.agreement)))
