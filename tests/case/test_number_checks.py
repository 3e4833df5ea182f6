import pytest

from detente.case.number_checks import base_told, called, outlook_told, unsigned
from detente.case.patched import made
from tests.broken.material import edited, problems_of
from tests.case.outlook_text import OUTLOOK, found, outlook_case

CHANGES = {
    "no reason of a shock": (
        "by: 2026-12-31\n    reason: judged\n",
        "by: 2026-12-31\n",
        ["C307", "C307"],
    ),
    "no reason of months": ("months: 3, after: line, reason: judged", "months: 3", ["C307"]),
    "no reason of a wish": ("points: 3, reason: judged", "points: 3", ["C307"]),
    "a wish below zero": ("points: 3", "points: [-1, 3, 4]", ["C310"]),
    "months below zero": ("months: 3", "months: -3", ["C310"]),
    "an exposure below zero": (
        "name: Upland",
        "name: Upland\n    exposure: {value: [-1, 3, 4], reason: judged}",
        ["C310"],
    ),
    "an impatience without a reason": (
        "name: Upland",
        "name: Upland\n    impatience: 5",
        ["C307"],
    ),
    "an impatience beyond all": (
        "name: Upland",
        "name: Upland\n    impatience: {value: [5, 90, 101], reason: judged}",
        ["C320"],
    ),
    "a sourced probability": (
        "probability: 0.4",
        "probability: {value: 0.4, sourced: true, fact: flow}",
        [],
    ),
    "a fact of a wish": ("points: 3", "points: {value: 3, fact: snow}", ["C204"]),
    "a signer of a probability": (
        "probability: 0.4",
        "probability: {value: 0.4, signer: boss}",
        ["C205"],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_number_of_the_outlook_is_checked_as_one_of_the_base(name: str) -> None:
    old, new, codes = CHANGES[name]

    assert [code for code, _ in found(old, new)] == codes


def test_a_baseline_without_a_reason_says_where_it_belongs() -> None:
    (problem,) = problems_of(edited("name: Upland", "name: Upland\n    baseline: 0", OUTLOOK))

    assert (problem.code, problem.hint[:15]) == ("C307", "add `reason` to")


def test_what_nobody_signs_is_told_once_with_the_outlook_s_numbers() -> None:
    case = outlook_case()
    told = (*base_told(case), *outlook_told(case, made(case)[0]))
    (problem,) = problems_of(edited("signer: analyst\nsigners", "signers", OUTLOOK))

    assert [*unsigned(told)] == []
    assert problem.code == "C306"
    assert f"nor {len(told) - 2} numbers more" in problem.message  # one set has its own signer


def test_numbers_of_nobody_are_called_by_their_place() -> None:
    case = outlook_case()
    names = [called(one.number) for one in outlook_told(case, made(case)[0])]

    assert names[0] == "the probability of shocks.rate.states.high"
    assert "the wish of UPP" in names
