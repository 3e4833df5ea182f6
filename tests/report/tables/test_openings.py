from fractions import Fraction

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.negotiation.target import Target
from detente.report.tables import Sheet
from detente.report.tables.openings import SHOWN, opening_sheets, opening_text
from detente.study.brief import brief
from detente.study.obstacles import OpeningSet, find_obstacles
from detente.testing import two_issue_case
from tests.report.full_case import full


def _sheet(target: Target, case: Case | None = None) -> Sheet:
    asked = case or full()[0]
    (found,) = opening_sheets(asked, find_obstacles(compile_case(asked), target))
    return found


def test_an_opening_is_a_sentence() -> None:
    sheet = _sheet(Target(require={"delivery": "early"}))

    assert sheet.rows == [("1.", "Lift the seller's board.")]


def test_a_reserve_is_lowered_and_all_else_is_lifted() -> None:
    case, _ = full()
    reserve = "principals.B.reserve"
    found = OpeningSet(
        lifted=("ratifiers.board", "commitments.bank_terms", reserve), relax={reserve: Fraction(3)}
    )

    assert opening_text(case, found) == (
        "Lift the seller's board and the loan's terms and lower the buyer's reserve by 3.0 points."
    )
    alone = OpeningSet(lifted=(reserve,), relax={reserve: Fraction(1, 2)})
    assert opening_text(case, alone) == "Lower the buyer's reserve by 0.5 points."


def test_where_nothing_has_to_be_lifted_or_nothing_helps_it_is_said() -> None:
    open_now = _sheet(Target())
    never = _sheet(Target(gain={"A": Fraction(99)}))

    assert (open_now.rows, never.rows) == ((), ())
    assert open_now.notes[0].startswith("Nothing has to be lifted")
    assert never.notes[0].startswith("Lifting every obstacle would not make possible")


def test_what_a_third_party_gives_no_agreement_can_choose() -> None:
    sheet = _sheet(Target(require={"credit": "granted"}))

    assert "Credit is the bank's to give" in sheet.notes[1]


def test_a_case_without_obstacles_says_so() -> None:
    case = two_issue_case()
    (sheet,) = opening_sheets(case, brief(case).obstacles)
    out_of_reach = _sheet(Target(gain={"A": Fraction(99)}), case)

    assert "no obstacle as removable" in sheet.notes[1]
    assert "no obstacle as removable" in out_of_reach.notes[0]


def test_of_many_sets_the_rest_are_counted() -> None:
    case, result = full()
    one = OpeningSet(lifted=("ratifiers.board",), relax={})
    many = result.obstacles.model_copy(
        update={"reached": False, "openings": (one,) * (SHOWN + 2), "complete": False}
    )

    (sheet,) = opening_sheets(case, many)

    assert len(sheet.rows) == SHOWN
    assert "2 more sets are in the JSON." in sheet.notes
    assert sheet.notes[-1] == "There are more such sets than were looked for."
