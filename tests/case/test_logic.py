import pytest

from detente.case.logic import logic
from detente.testing import random_case
from tests.broken.material import edited, problems_of

CHANGES = {
    "no controller": (
        "        controller: [UPP, LOW]\n        track: leaders",
        "        track: leaders",
        ["C404"],
    ),
    "neither": ("        controller: [UPP, LOW]\n        track: leaders\n", "", ["C404"]),
    "a third party and another": ("controller: [UPP, LOW]", "controller: [UPP, BANK]", ["C410"]),
    "a third party alone": ("controller: [UPP, LOW]", "controller: BANK", []),
    "a ratifier twice": ("calls: crowd", "calls: [crowd, crowd]", ["C410"]),
    "confidential": ("calls: crowd", "calls: crowd\n        confidential: true", ["C405"]),
    "confidential before a parliament": (
        "kind: public",
        "kind: parliament",
        [],
    ),
    "a constraint of one issue": ("requires: {power: sales}", "requires: {water: quota}", ["C406"]),
    "a constraint of nothing": (", requires: {power: sales}", "", ["C406"]),
    "a constraint that holds now": ("if: {water: quota}", "if: {water: [now, quota]}", ["C402"]),
    "an exclusion that holds now": (
        "if: {water: quota}, requires: {power: sales}",
        "if: {water: now}, excludes: {power: none}",
        ["C402"],
    ),
    "an exclusion of something else": (
        "if: {water: quota}, requires: {power: sales}",
        "if: {water: now}, excludes: {power: sales}",
        [],
    ),
    "a linkage that holds now": (
        "when: {water: quota, power: sales}",
        "when: {water: now, power: none}",
        ["C403"],
    ),
    "a linkage with one option of now": (
        "when: {water: quota, power: sales}",
        "when: {water: now, power: sales}",
        [],
    ),
    "a hard promise with a price": ("kind: priced", "kind: hard", ["C407"]),
    "a priced promise without": ("    price: 5\n", "", ["C407"]),
    "a promise against what holds": ("options: {power: sales}", "options: {power: none}", ["C408"]),
    "no agreement calls": ("now: {name: As now}", "now: {name: As now, calls: crowd}", ["C409"]),
    "no status quo": ("    status_quo: now\n", "", ["C401"]),
    "a status quo that is none": ("status_quo: now", "status_quo: naw", ["C203"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_cannot_be_is_found(name: str) -> None:
    old, new, codes = CHANGES[name]

    assert [problem.code for problem in problems_of(edited(old, new))] == codes


def test_a_valid_case_can_be() -> None:
    for seed in range(200):
        assert [*logic(random_case(seed))] == []
