import pytest

from detente.case.issue_logic import issue_logic
from detente.case.preference import scores
from detente.files.case_file import parse_case
from tests.broken.material import edited
from tests.case.outlook_text import OUTLOOK, found

PUMPS = "issues.pumps"
HALF = "half: {name: Half of them, share: 0.5,"
NAMES = "poles: {UPP: half, LOW: all}"

CHANGES = {
    "no share": (HALF, "half: {name: Half,", [("C415", f"{PUMPS}.options.half")]),
    "one share twice": (
        HALF,
        "half: {name: Half, share: 1.0,",
        [("C415", f"{PUMPS}.options.all.share")],
    ),
    "beyond 1": (HALF, "half: {name: Half, share: 1.5,", [("C415", f"{PUMPS}.options.half.share")]),
    "nothing at 0": (
        "No pumps, share: 0}",
        "No pumps, share: 0.1}",
        [("C415", f"{PUMPS}.divisible")],
    ),
    "an undivided issue": (
        "{name: As now}",
        "{name: As now, share: 0}",
        [("C415", "issues.water.options.now.share")],
    ),
    "between written out": (
        HALF,
        "half: {name: Half, share: 0.5, between: [none, all],",
        [("C415", f"{PUMPS}.options.half.between")],
    ),
    "between elsewhere": (
        "{name: As now}",
        "{name: As now, between: [now, quota]}",
        [("C415", "issues.water.options.now.between")],
    ),
    "a pole missing": (NAMES, "poles: {UPP: half}", [("C417", f"{PUMPS}.poles")]),
    "one pole for two": (NAMES, "poles: {UPP: all, LOW: all}", [("C417", f"{PUMPS}.poles.LOW")]),
    "a pole of no agreement": (
        NAMES,
        "poles: {UPP: none, LOW: all}",
        [("C417", f"{PUMPS}.poles.UPP")],
    ),
    "a pole at a share": (NAMES, "poles: {UPP: share_1_4, LOW: all}", []),
    "no poles": (f"    {NAMES}\n", "", []),
    "a reserve that is not there": (
        "name: Lowland\n",
        "name: Lowland\n    reserve_removable: true\n",
        [("C424", "principals.LOW.reserve_removable")],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_cannot_be_settled_so_is_found(name: str) -> None:
    old, new, expected = CHANGES[name]

    assert found(old, new) == expected


def test_no_agreement_is_written_out() -> None:
    assert ("C415", f"{PUMPS}.status_quo") in found(
        "name: Pumps\n    status_quo: none", "name: Pumps\n    status_quo: share_1_4"
    )


def test_shares_need_no_score_of_their_own() -> None:
    text = edited(
        "{points: {water: 40, power: 60}, reason: judged}",
        "{points: {water: 40, power: 40, pumps: 20}, reason: judged}",
        OUTLOOK,
    )
    text = edited("share: 0.5,", "scores: {UPP: {value: 80, reason: r}}, share: 0.5,", text)
    text = edited("share: 1,", "scores: {UPP: {value: 100, reason: r}}, share: 1,", text)
    case, problems = parse_case(text, "case.yaml")

    assert problems == ()
    assert case is not None
    assert [*scores(case, "UPP", "pumps").values()] == [0, 40, 80, 90, 100]
    assert [*issue_logic(case)] == []
