from detente.case.patches import may_hold, patches
from detente.testing import random_case
from tests.case.outlook_text import outlook_case


def test_every_room_that_holds_changes_is_listed_with_their_place() -> None:
    found = {".".join(patch.path): patch for patch in patches(outlook_case())}

    assert [*found] == [
        "shocks.rate.states.high.changes",
        "shocks.rate.states.low.changes",
        "shocks.rain.states.dry.changes",
        "shocks.rain.states.wet.changes",
        "dated.before_the_loan.changes",
        "dated.spring.changes",
        "beliefs.hard_upland.changes",
        "judgement_sets.second.changes",
        "steps.line.effects",
        "steps.meter.effects",
    ]
    low = found["shocks.rate.states.low.changes"]
    assert low.room == "shocks"
    assert low.made["issues"] == {"credit": {"status_quo": "open"}}
    assert "issues" not in low.given
    reserve = found["steps.line.effects"].made["ratifiers"]["crowd"]["reserve"]
    assert reserve == {"signer": "analyst", "reason": "judged", "value": -5}


def test_a_case_without_an_outlook_has_none() -> None:
    assert patches(random_case(1)) == ()


def test_third_parties_options_and_that_of_no_agreement_may_hold() -> None:
    case = outlook_case()

    assert may_hold(case, "credit", "open")
    assert may_hold(case, "power", "none")
    assert not may_hold(case, "power", "sales")
