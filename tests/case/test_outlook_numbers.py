from fractions import Fraction

from detente.case.numbers import Number, numbers
from detente.case.outlook_numbers import every_number, outlook_numbers
from detente.case.written import written
from detente.testing import random_case
from tests.case.outlook_text import outlook_case


def by_key() -> dict[str, Number]:
    return {number.key: number for number in outlook_numbers(outlook_case())}


def test_every_number_outside_the_base_is_listed_once() -> None:
    assert [(n.key, n.kind, n.party, n.mode) for n in outlook_numbers(outlook_case())] == [
        ("shocks.rate.states.high.probability", "probability", "", Fraction(3, 5)),
        ("shocks.rate.states.low.probability", "probability", "", Fraction(2, 5)),
        *(
            (f"shocks.rain.states.{s}.probabilities.{g}", "probability", "", Fraction(1, 2))
            for s in ("dry", "wet")
            for g in ("high", "low")
        ),
        ("steps.line.months", "duration", "", 9),
        ("steps.meter.months", "duration", "", 3),
        ("wishes.power_first.points", "wish", "UPP", 3),
        ("shocks.rate.states.low.changes.principals.UPP.reserve", "reserve", "UPP", 2),
        ("shocks.rate.states.low.changes.principals.UPP.weights.points.power", "weight", "UPP", 70),
        ("shocks.rain.states.wet.changes.principals.LOW.baseline", "baseline", "LOW", 4),
        ("dated.spring.changes.principals.LOW.reserve", "reserve", "LOW", 1),
        ("beliefs.hard_upland.changes.principals.UPP.weights.points.water", "weight", "UPP", 70),
        (
            "judgement_sets.second.changes.issues.power.options.sales.scores.LOW",
            "score",
            "LOW",
            100,
        ),
        ("steps.line.effects.ratifiers.crowd.reserve", "reserve", "crowd", -5),
    ]


def test_a_number_of_a_change_has_the_reason_and_facts_of_where_it_stands() -> None:
    found = by_key()

    baseline = found["shocks.rain.states.wet.changes.principals.LOW.baseline"]
    assert (baseline.reason, baseline.signer) == ("Fields need less.", "analyst")
    assert baseline.facts == ("flow",)
    assert found["dated.spring.changes.principals.LOW.reserve"].reason == "once the snow has gone"
    weight = found["shocks.rate.states.low.changes.principals.UPP.weights.points.power"]
    assert weight.issue == "power"
    assert [weight.low, weight.high] == [60, 80]
    score = found["judgement_sets.second.changes.issues.power.options.sales.scores.LOW"]
    assert (score.issue, score.option, score.reason) == ("power", "sales", "It pays.")


def test_codes_prices_and_linkages_of_changes_say_whose_they_are() -> None:
    case = outlook_case(
        "{principals: {LOW: {reserve: [0, 1, 2]}}}",
        "{issues: {power: {options: {sales: {codes: {UPP: {power: 2}}}}}},"
        " commitments: {loan: {price: 7}}, linkages: {steady: {points: {UPP: 1}}},"
        " wishes: {power_first: {points: 4}}, steps: {line: {months: 5}},"
        " principals: {UPP: {objectives: {power: {importance: 2}}}}}",
    )
    found = [n for n in outlook_numbers(case) if n.key.startswith("dated.spring")]

    assert [(n.kind, n.party, int(n.mode)) for n in found] == [
        ("code", "UPP", 2),
        ("price", "UPP", 7),
        ("linkage", "UPP", 1),
        ("wish", "UPP", 4),
        ("duration", "", 5),
        ("importance", "UPP", 2),
    ]
    assert found[0].objective == "power"
    assert [found[0].low, found[0].high] == [1, 3]


def test_a_comparison_of_a_change_is_a_judgement_of_its_own() -> None:
    case = outlook_case(
        "{principals: {LOW: {reserve: [0, 1, 2]}}}",
        "{principals: {UPP: {weights: {points: {power: 80}, comparisons: {power_first:"
        " {more: power, than: water, times: 3, reason: said so, fact: flow}}}}}}",
    )
    found = [n for n in outlook_numbers(case) if n.key.startswith("dated.spring")]

    assert [(n.kind, n.party, int(n.mode)) for n in found] == [
        ("weight", "UPP", 80),
        ("comparison", "UPP", 3),
    ]
    assert (found[1].reason, found[1].facts, found[1].signer) == ("said so", ("flow",), "analyst")


def test_every_number_is_the_base_and_the_outlook() -> None:
    case = outlook_case()

    assert every_number(case) == (*numbers(case), *outlook_numbers(case))
    assert outlook_numbers(random_case(2)) == ()
    assert len({n.key for n in every_number(case)}) == len(every_number(case))


def test_what_principals_bear_on_the_way_is_listed() -> None:
    case = outlook_case()
    bears = {"exposure": {"value": [1, 2, 3], "reason": "x"}, "impatience": 5}
    upland = case.principals["UPP"].model_validate({**written(case.principals["UPP"]), **bears})
    found = outlook_numbers(
        case.model_copy(update={"principals": {**case.principals, "UPP": upland}})
    )

    told = [n for n in found if n.key.startswith("principals")]
    assert [(n.key, n.kind, n.party) for n in told] == [
        ("principals.UPP.exposure", "exposure", "UPP"),
        ("principals.UPP.impatience", "impatience", "UPP"),
    ]
    assert [n.high for n in told] == [3, 5]
