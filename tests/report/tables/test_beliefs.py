from fractions import Fraction

import pytest

from detente.report.tables.beliefs import belief_sheets
from detente.report.tables.standing import gain_cells, standing_cells
from tests.report.full_case import full
from tests.report.tables.reading import rows


def test_each_view_stands_beside_the_case_s_own() -> None:
    case, result = full()
    found = result.beliefs
    assert found is not None

    (sheet,) = belief_sheets(case, found)

    (held,) = found.holders
    assert rows(sheet) == {
        "by the case's own estimates": standing_cells(case, found.standing),
        "as the seller sees it": standing_cells(case, held.standing),
        "what the seller's proposal would truly bring": (
            "",
            "",
            *gain_cells(case, held.offered),
        ),
    }
    assert sheet.notes[0] == (
        "The seller believes: the buyer can wait. So it sees 5.0 % less than there is: "
        "what caution costs."
    )


@pytest.mark.parametrize(
    ("forgone", "said"),
    [(Fraction(0), "changes nothing"), (Fraction(-1, 10), "10.0 % more than there is")],
)
def test_what_a_belief_does_is_said(forgone: Fraction, said: str) -> None:
    case, result = full()
    found = result.beliefs
    assert found is not None
    held = found.holders[0].model_copy(update={"forgone": forgone, "offered": {}})

    (sheet,) = belief_sheets(case, found.model_copy(update={"holders": (held,)}))

    assert said in sheet.notes[0]
    assert len(sheet.rows) == 2
