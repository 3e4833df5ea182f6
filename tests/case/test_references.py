import pytest

from detente.case.references import element_at, references
from detente.testing import random_case, two_issue_case
from tests.broken.material import edited, problems_of

# What is changed in the small case: what is found, and the path it is found at.
CHANGES = {
    "controller": ("[UPP, LOW]", "[UPP, LWO]", "C201", "issues.water.options.quota.controller"),
    "calls": ("calls: crowd", "calls: UPP", "C201", "issues.water.options.quota.calls"),
    "codes": (
        "{UPP: {power: 3}}",
        "{UPP: {power: 3}, XXX: {power: 1}}",
        "C201",
        "issues.power.options.sales.codes.XXX",
    ),
    "linkage": ("points: {LOW: 5}", "points: {LWO: 5}", "C201", "linkages.steady.points.LWO"),
    "constraint": (
        "if: {water: quota}",
        "if: {watr: quota}",
        "C202",
        "constraints.line_first.if.watr",
    ),
    "commitment": (
        "options: {power: sales}",
        "options: {power: sale}",
        "C203",
        "commitments.loan.options.power",
    ),
    "objective": (
        "{power: 3}",
        "{power: 3, pover: 1}",
        "C206",
        "issues.power.options.sales.codes.UPP.pover",
    ),
    "ratifier's principal": (
        "principal: UPP",
        "principal: crowd",
        "C207",
        "ratifiers.crowd.principal",
    ),
    "promised to": ("to: BANK", "to: LOW", "C209", "commitments.loan.to"),
    "third party's facts": (
        "{name: the bank}",
        "{name: the bank, facts: snow}",
        "C204",
        "third_parties.BANK.facts",
    ),
    "option's facts": (
        "now: {name: As now}",
        "now: {name: As now, facts: [snow, snow]}",
        "C204",
        "issues.water.options.now.facts",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_name_that_resolves_to_nothing_is_found_where_it_stands(name: str) -> None:
    old, new, code, path = CHANGES[name]

    (problem,) = problems_of(edited(old, new))

    assert (problem.code, problem.path) == (code, path)
    assert problem.hint


def test_the_nearest_name_is_suggested_or_all_are_listed() -> None:
    near, far = (problems_of(edited("to: BANK", f"to: {name}"))[0] for name in ("BNK", "XXX"))

    assert (near.hint, far.hint) == ("did you mean 'BANK'?", "known: BANK")


def test_a_third_party_of_a_ratifiers_id_is_found() -> None:
    (problem,) = problems_of(edited("  BANK: {", "  crowd: {name: the crowd}\n  BANK: {"))

    assert (problem.code, problem.path) == ("C208", "third_parties.crowd")


def test_every_name_of_a_valid_case_resolves() -> None:
    for seed in range(200):
        assert [*references(random_case(seed))] == []


def test_a_key_leads_to_its_element() -> None:
    case = two_issue_case()

    weight = case.principals["A"].weights.points["price"]
    assert element_at(case, "principals.A.weights.points.price") is weight
