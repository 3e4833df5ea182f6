import pytest

from detente.report.tables.sets import set_sheets
from detente.report.tables.standing import gain_cells, standing_cells
from detente.study.sets import SetsResult
from tests.report.full_case import full
from tests.report.tables.reading import rows


def _result() -> SetsResult:
    found = full()[1].sets
    assert found is not None
    return found


def test_each_set_names_its_signer_and_stands_below_the_file_s_own() -> None:
    case, result = full()[0], _result()

    (sheet,) = set_sheets(case, result)

    own, second = result.sets
    assert rows(sheet) == {
        "the case's own (case author, illustrative)": (*standing_cells(case, own.standing), "–"),
        "the second analyst's view (second analyst, illustrative)": (
            *standing_cells(case, second.standing),
            "yes",
        ),
    }


def test_another_package_has_the_case_s_own_beside_it() -> None:
    case, result = full()[0], _result()
    own, second = result.sets
    apart = second.model_copy(
        update={"standing": second.standing.model_copy(update={"nash": None})}
    )

    (sheet,) = set_sheets(case, result.model_copy(update={"sets": (own, apart)}))

    assert sheet.rows[1][-1] == "no"
    assert sheet.rows[2][3:] == (*gain_cells(case, second.agreed), "")


@pytest.mark.parametrize(
    ("opened", "said"),
    [((True, True), "All sets"), ((False, False), "No set"), ((True, False), "disagree")],
)
def test_whether_the_sets_agree_is_said(opened: tuple[bool, ...], said: str) -> None:
    case, result = full()[0], _result()
    sets = tuple(
        found.model_copy(update={"standing": found.standing.model_copy(update={"open": held})})
        for found, held in zip(result.sets, opened, strict=True)
    )

    (sheet,) = set_sheets(case, result.model_copy(update={"sets": sets}))

    assert said in sheet.notes[0]
