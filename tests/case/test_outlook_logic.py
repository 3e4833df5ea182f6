import pytest

from detente.case.outlook_logic import SCENARIOS, outlook_logic
from tests.case.outlook_text import found, outlook_case

STATES = "shocks.rate.states"
GIVEN = "probabilities: {high: 0.5, low: 0.5}"
LINE = "effects: {ratifiers: {crowd: {reserve: -5}}}"

# What is changed, and all that is found.
CHANGES = {
    "too much": ("probability: 0.4", "probability: 0.5", [("C314", STATES)]),
    "a fraction": ("probability: 0.4", "probability: 2/5", []),
    "a millionth too little": ("probability: 0.4", "probability: 0.399999", [("C314", STATES)]),
    "below 0": (
        "probability: 0.4",
        "probability: [-0.1, 0.4, 1]",
        [("C314", f"{STATES}.low.probability")],
    ),
    "none": ("        probability: 0.4\n", "", [("C314", f"{STATES}.low")]),
    "under the wrong key": (
        GIVEN,
        "probability: 0.5",
        [("C314", "shocks.rain.states.dry.probability")],
    ),
    "without given": (
        "    given: rate\n",
        "",
        [
            ("C314", "shocks.rain.states.dry.probabilities"),
            ("C314", "shocks.rain.states.wet.probabilities"),
        ],
    ),
    "one given missing": (
        GIVEN,
        "probabilities: {high: 0.5}",
        [("C314", "shocks.rain.states.dry.probabilities")],
    ),
    "a sum given": (
        GIVEN,
        "probabilities: {high: 0.5, low: 0.75}",
        [("C314", "shocks.rain.states")],
    ),
    "the same leaf": (
        "LOW: {baseline: {value: 4",
        "UPP: {reserve: {value: 4",
        [("C412", "shocks.rain.states.wet.changes.principals.UPP.reserve")],
    ),
    "above a leaf": (
        "principals: {LOW: {baseline: {value: 4, reason: Fields need less.}}}",
        "commitments: {loan: {price: 2}}",
        [("C412", "shocks.rain.states.wet.changes.commitments.loan.price")],
    ),
    "the option that holds": (
        "{name: A dry year,",
        "{name: A dry year, holds: {credit: shut},",
        [("C413", "shocks.rain.states.dry.holds"), ("C412", "shocks.rain.states.dry.holds.credit")],
    ),
    "what holds now": (
        "high: {name: The rate stays,",
        "high: {name: The rate stays, holds: {credit: shut},",
        [("C413", f"{STATES}.high.holds")],
    ),
    "a principal's option": (
        "holds: {credit: open}",
        "holds: {power: sales}",
        [("C414", f"{STATES}.low.holds.power")],
    ),
    "no agreement's option": ("holds: {credit: open}", "holds: {power: none}", []),
    "by": (
        "by: 2026-12-31\n    reason",
        "by: 2026-01-31\n    reason",
        [("C416", "shocks.rate.by")],
    ),
    "given itself": ("given: rate", "given: rain", [("C418", "shocks.rain.given")]),
    "until": ("until: 2024-05-01", "until: 2020-01-01", [("C416", "dated.before_the_loan.until")]),
    "a span over the date": (
        "until: 2024-05-01",
        "until: 2026-02-01",
        [("C416", "dated.before_the_loan.from")],
    ),
    "until the date": ("until: 2024-05-01", "until: 2026-01-31", []),
    "from the date": ("from: 2026-04-01", "from: 2026-01-31", [("C416", "dated.spring.from")]),
    "a calendar gone by": (
        "from: 2026-06-01, until: 2026-06-20",
        "from: 2020-06-01, until: 2020-06-20",
        [],
    ),
    "a calendar backwards": (
        "until: 2026-06-20",
        "until: 2026-05-20",
        [("C416", "calendar.vote.until")],
    ),
    "itself": ("about: UPP", "about: LOW", [("C419", "beliefs.hard_upland.about")]),
    "a step of two": (
        "option: {power: sales}",
        "option: {power: [sales, none]}",
        [("C425", "steps.line.option")],
    ),
    "a circle": (
        LINE,
        f"{LINE}, after: meter",
        [("C425", "steps.line.after"), ("C425", "steps.meter.after")],
    ),
    "one number twice": ("{number: 2", "{number: 1", [("C421", "claims.hills.number")]),
    "neither": (", background: Nothing turns on it.", "", [("C421", "claims.hills")]),
    "both": (
        "background: Noth",
        "outcome: gift, background: Noth",
        [("C421", "claims.hills.background")],
    ),
    "not neutralised": (
        ", neutral: {commitments: {loan: null}}",
        "",
        [("C421", "claims.loan.outcome")],
    ),
    "without events": ("neutral: {commitments: {loan: null}}", "without: [{date: '2020'}]", []),
    "background neutralised": (
        "background: Noth",
        "without: [{date: '2020'}], background: Noth",
        [("C421", "claims.hills.without")],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_cannot_be_is_found_where_it_stands(name: str) -> None:
    old, new, expected = CHANGES[name]

    assert sorted(found(old, new)) == sorted(expected)


def test_a_shock_may_not_depend_on_a_later_one() -> None:
    case = outlook_case()
    later = dict(reversed([*case.shocks.items()]))

    (finding,) = outlook_logic(case.model_copy(update={"shocks": later}))

    assert (finding.code, finding.path) == ("C418", ("shocks", "rain", "given"))


def test_scenarios_are_counted_without_making_them() -> None:
    case = outlook_case()
    many = {f"s{n}": case.shocks["rate"] for n in range(40)}

    codes = {f.code for f in outlook_logic(case.model_copy(update={"shocks": many}))}

    assert SCENARIOS < 2**40
    assert "C422" in codes
