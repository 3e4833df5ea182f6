import pytest

from detente.case.outlook_names import outlook_names
from tests.broken.material import edited, problems_of
from tests.case.outlook_text import OUTLOOK, found, outlook_case

RATE, RAIN = "shocks.rate", "shocks.rain"
HILLS = "background: Nothing turns on it."

# What is changed, and what is found at which path.
CHANGES = {
    "now": ("now: high", "now: hihg", "C210", f"{RATE}.now"),
    "given": ("given: rate", "given: rat", "C210", f"{RAIN}.given"),
    "state of given": (
        "{high: 0.5, low: 0.5}",
        "{high: 0.5, low: 0.5, lo: 0}",
        "C210",
        f"{RAIN}.states.dry.probabilities.lo",
    ),
    "facts of a shock": (
        "    facts: flow\n    states:",
        "    facts: snow\n    states:",
        "C204",
        f"{RAIN}.facts",
    ),
    "facts of a state": (
        "{name: A dry year,",
        "{name: A dry year, facts: snow,",
        "C204",
        f"{RAIN}.states.dry.facts",
    ),
    "issue held": ("{credit: open}", "{credti: open}", "C202", f"{RATE}.states.low.holds.credti"),
    "option held": ("{credit: open}", "{credit: opne}", "C203", f"{RATE}.states.low.holds.credit"),
    "scenario's shock": (
        "{rate: low, rain",
        "{rat: low, rain",
        "C210",
        "scenarios.relief.states.rat",
    ),
    "scenario's state": (
        "{rate: low, rain",
        "{rate: lo, rain",
        "C210",
        "scenarios.relief.states.rate",
    ),
    "dated facts": (
        "    facts: flow\n  spring",
        "    facts: snow\n  spring",
        "C204",
        "dated.before_the_loan.facts",
    ),
    "dated signer": (
        "    facts: flow\n  spring",
        "    signer: boss\n  spring",
        "C205",
        "dated.before_the_loan.signer",
    ),
    "bars": ("bars: {water: quota}", "bars: {water: quto}", "C203", "calendar.vote.bars.water"),
    "holder": ("holder: LOW", "holder: crowd", "C207", "beliefs.hard_upland.holder"),
    "about": ("about: UPP", "about: UP", "C207", "beliefs.hard_upland.about"),
    "set's signer": (
        "signer: analyst\n    date",
        "signer: boss\n    date",
        "C205",
        "judgement_sets.second.signer",
    ),
    "step's option": (
        "option: {water: quota}",
        "option: {water: quto}",
        "C203",
        "steps.meter.option.water",
    ),
    "step before": ("after: line", "after: lime", "C210", "steps.meter.after"),
    "wish's party": ("party: UPP, first", "party: XXX, first", "C201", "wishes.power_first.party"),
    "wish's first": (
        "first: {power: sales}",
        "first: {pover: sales}",
        "C202",
        "wishes.power_first.first.pover",
    ),
    "element": (
        "[commitments.loan]",
        "[issues.water, commitments.lone]",
        "C210",
        "claims.loan.elements.1",
    ),
    "poles' party": ("poles: {UPP: half", "poles: {UP: half", "C207", "issues.pumps.poles.UP"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_name_that_resolves_to_nothing_is_found_where_it_stands(name: str) -> None:
    old, new, code, path = CHANGES[name]

    assert (code, path) in found(old, new)


def test_every_name_of_a_good_case_resolves() -> None:
    assert [*outlook_names(outlook_case())] == []
    assert problems_of(OUTLOOK) == ()


@pytest.mark.parametrize(
    "place",
    [
        "shocks.rain.states.wet",
        "issues.pumps.options.share_1_4",
        "dated.spring.from",
        "facts.flow",
        "principals.UPP.objectives.power",
        "shocks.rain.states.wet.changes.principals.LOW",
    ],
)
def test_a_claim_may_name_any_place_that_exists(place: str) -> None:
    assert found("[commitments.loan]", f"[{place}]") == []


def test_the_nearest_place_is_suggested() -> None:
    (problem,) = problems_of(edited("[commitments.loan]", "[commitments.laon]", OUTLOOK))

    assert problem.message == ("there is no place 'commitments.laon': commitments has no 'laon'")
    assert problem.hint == "did you mean 'loan'?"


@pytest.mark.parametrize(
    ("outcome", "expects", "codes"),
    [
        ("ceiling", "rain", []),
        ("ceiling", "snow", ["C210"]),
        ("bottleneck", "UPP", []),
        ("bottleneck", "XXX", ["C201"]),
        ("bottleneck", "ratifiers.crowd", []),
        ("bottleneck", "ratifiers.crowds", ["C210"]),
        ("gift", "anything", []),
    ],
)
def test_what_a_claim_expects_exists(outcome: str, expects: str, codes: list[str]) -> None:
    new = f"outcome: {outcome}, expects: {expects}"

    assert [code for code, _ in found("outcome: gift", new)] == codes
