import pytest

from detente.case.patched import made
from tests.broken.material import edited, problems_of
from tests.case.outlook_text import OUTLOOK, found, outlook_case

LOW, WET = "shocks.rate.states.low.changes", "shocks.rain.states.wet.changes"
EFFECTS = "{ratifiers: {crowd: {reserve: -5}}}"
SPRING = "changes: {principals: {LOW: {reserve: [0, 1, 2]}}}"

# What is changed, and all that is found.
CHANGES = {
    "an unknown room": (
        "commitments: {loan: null}}}\n",
        "commitmets: {loan: null}}}\n",
        [("C411", "claims.loan.neutral.commitmets")],
    ),
    "a room that states may not change": (
        SPRING,
        "changes: {facts: {flow: null}}",
        [("C411", "dated.spring.changes.facts")],
    ),
    "an unknown key": (
        SPRING,
        "changes: {principals: {LOW: {resreve: 1}}}",
        [("C411", "dated.spring.changes.principals.LOW.resreve")],
    ),
    "a bad value": (
        SPRING,
        "changes: {principals: {LOW: {reserve: much}}}",
        [("C411", "dated.spring.changes.principals.LOW.reserve")],
    ),
    "an element that is not there": (
        SPRING,
        "changes: {commitments: {lone: null}}",
        [("C411", "dated.spring.changes.commitments.lone")],
    ),
    "a principal more": (
        SPRING,
        "changes: {principals: {X: {name: X, weights: {points: {}}}}}",
        [("C411", "dated.spring.changes.principals.X")],
    ),
    "an option less": (
        SPRING,
        "changes: {issues: {water: {options: {quota: null}}}}",
        [("C411", "dated.spring.changes.issues.water.options.quota")],
    ),
    "a bad effect": (
        EFFECTS,
        "{ratifiers: {crowd: 3}}",
        [("C411", "steps.line.effects.ratifiers.crowd")],
    ),
    "a claim takes a shock away": (
        "neutral: {commitments: {loan: null}}",
        "neutral: {shocks: {rain: null}}",
        [],
    ),
    "weights beyond 100": (
        "{power: [60, 70, 80]}",
        "{power: [60, 70, 120]}",
        [("C420", f"{LOW}.principals.UPP.weights.points.power")],
    ),
    "weights that do not add up": (
        "{points: {water: 70}}",
        "{points: {water: 70, power: 40}}",
        [("C420", "beliefs.hard_upland.changes.principals.UPP.weights")],
    ),
    "a score": (
        "{value: 100, reason: It pays.}",
        "{value: 150, reason: It pays.}",
        [
            ("C420", "judgement_sets.second.changes.issues.power.options.sales.scores.LOW"),
            ("C420", "judgement_sets.second.changes.issues.power.options"),
        ],
    ),
    "an issue unknown in weights": (
        "{points: {water: 70}}",
        "{points: {watre: 70}}",
        [
            ("C420", "beliefs.hard_upland.changes.principals.UPP.weights.points.watre"),
        ],
    ),
    "a promise against what then holds": (
        "options: {power: sales}\n    reason",
        "options: {power: sales, credit: open}\n    reason",
        [],
    ),
    "an effect": (
        EFFECTS,
        "{commitments: {loan: {kind: hard}}}",
        [("C420", "steps.line.effects.commitments.loan")],
    ),
    "a wish of nobody": (
        EFFECTS,
        "{wishes: {power_first: {party: XXX}}}",
        [("C420", "steps.line.effects.wishes.power_first.party")],
    ),
    "a fact of a number": (
        "{value: 4, reason: Fields need less.}",
        "{value: 4, fact: snow}",
        [("C204", f"{WET}.principals.LOW.baseline")],
    ),
    "a signer of a number": (
        "{value: 4, reason: Fields need less.}",
        "{value: 4, signer: boss}",
        [("C205", f"{WET}.principals.LOW.baseline")],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_cannot_do_is_found_where_they_stand(name: str) -> None:
    old, new, expected = CHANGES[name]

    assert sorted(found(old, new)) == sorted(expected)


def test_what_is_wrong_already_is_not_told_again_of_every_change() -> None:
    assert [code for code, _ in found("by: UPP", "by: XXX")] == ["C207"]


def test_a_message_says_with_which_changes() -> None:
    text = edited("{points: {water: 70}}", "{points: {water: 70, power: 40}}", OUTLOOK)

    (problem,) = problems_of(text)

    assert problem.message == (
        "with the belief 'hard_upland': the swing weights of UPP add up to 110, not 100"
    )
    assert problem.hint.startswith("Change them so that they do")


LINK = "linkages:\n  cheap: {text: t, when: {credit: open, %s}, points: {UPP: 2}, reason: r}\n"


def test_a_linkage_that_holds_at_no_agreement_in_a_state_is_found() -> None:
    new = LINK % "water: now"

    assert found("linkages:\n", new) == [("C423", "shocks.rate.states.low.holds.credit")]


def test_a_linkage_that_holds_in_two_states_together_is_found() -> None:
    text = edited("linkages:\n", LINK % "road: built", OUTLOOK)
    road = (
        "  road:\n    name: The bank's road\n    status_quo: none\n    options:\n"
        "      none: {name: None, controller: BANK, track: officials}\n"
        "      built: {name: Built, controller: BANK, track: officials}\n"
    )
    text = edited("constraints:", f"{road}constraints:", text)
    text = edited("{name: A dry", "{name: A dry", text)
    text = edited("name: A wet year\n", "name: A wet year\n        holds: {road: built}\n", text)

    (problem,) = problems_of(text)

    assert (problem.code, problem.path) == ("C423", "linkages.cheap")
    assert problem.message == (
        "'cheap' holds without agreement where rate is 'low' and rain is 'wet'"
    )


def test_all_changes_of_a_good_case_can_be_made() -> None:
    done, failed = made(outlook_case())

    assert len(done) == 10
    assert failed == ()
