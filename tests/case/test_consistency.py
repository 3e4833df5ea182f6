import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.consistency import findings
from detente.files.case_file import parse_case
from detente.testing import random_case, two_issue_case
from tests.broken.material import SMALL, TEMPLATE, edited, problems_of

# What is changed in the small case, and all that is found, with a part of what is said.
CHANGES = {
    "weights a millionth too many": (
        "power: 60",
        'power: "60.000001"',
        "C301",
        "100000001/1000000",
    ),
    "weights too few": ("power: 60", "power: 59.5", "C301", "add up to 99.5, not 100"),
    "a weight that can fall below zero": (
        "power: 60",
        "power: [-1, 60, 61]",
        "C310",
        "UPP on power",
    ),
    "a score for nobody": ("LOW: 100}", "LOW: 100, XXX: 1}", "C201", "'XXX'"),
    "a score of 150": ("LOW: 100}", "LOW: [100, 100, 150]}", "C305", "the score of LOW on power"),
    "a score under the top": ("{LOW: 100}", "{LOW: 99.5}", "C302", "99.5, not 100"),
    "a signed price without reason": (
        "options: {power: sales}\n    reason: judged",
        "options: {power: sales}",
        "C307",
        "the price of UPP",
    ),
    "an outside value": (
        "    name: Upland",
        "    name: Upland\n    outside: {value: 0, reason: r}",
        "C311",
        "UPP has",
    ),
    "a code alike everywhere": ("{power: 3}", "{power: 0}", "C309", "power"),
    "a signer of one number": ("price: 5", "price: {value: 5, signer: boss}", "C205", "'boss'"),
    "a signer of one fact": ('source: "Yearbook 2025"', "signer: boss", "C205", "'boss'"),
    "a signer of a table": (
        "{water: 100}, reason: judged",
        "{water: 100}, reason: judged, signer: boss",
        "C205",
        "'boss'",
    ),
    "a fact of one number": ("price: 5", "price: {value: 5, fact: snow}", "C204", "'snow'"),
    "a fact of a table": (
        "{water: 100}, reason: judged",
        "{water: 100}, reason: judged, fact: snow",
        "C204",
        "'snow'",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_once(name: str) -> None:
    old, new, code, said = CHANGES[name]

    (problem,) = problems_of(edited(old, new))

    assert problem.code == code
    assert said in problem.message


@given(st.integers(0, 10_000))
def test_a_valid_case_has_no_findings(seed: int) -> None:
    assert findings(random_case(seed)) == ()


def test_the_small_cases_have_no_findings() -> None:
    assert findings(two_issue_case()) == ()
    for text in (SMALL, TEMPLATE):
        case, _ = parse_case(text, "case.yaml")
        assert case is not None
        assert findings(case) == ()


def test_what_nobody_signs_is_told_once() -> None:
    (problem,) = problems_of(edited("signer: analyst\n", ""))

    assert problem.code == "C306"
    assert "nor 11 numbers more" in problem.message


def test_a_sourced_number_needs_no_signer() -> None:
    changed = edited("price: 5", "price: {value: 5, sourced: true, fact: flow}")

    assert problems_of(changed) == ()


def test_a_fact_inherited_by_codes_is_told_where_it_stands() -> None:
    (problem,) = problems_of(edited("facts: [flow]", "facts: [snow]"))

    assert problem.path == "principals.UPP.objectives.power.facts"


def test_one_id_for_a_principal_and_a_ratifier_is_told_alone() -> None:
    problems = problems_of(edited("  crowd:\n", "  UPP:\n"))

    assert [p.code for p in problems] == ["C208"]


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("{water: 100}, reason: judged", "{water: 100}", "C307", "its table `weights`"),
        ("name: Upland", "name: Upland\n    reserve: 1", "C307", "{value: …, reason: …}"),
        ("{power: 3}", "{power: 0}", "C309", "code or score its options for UPP, or give"),
    ],
)
def test_a_hint_says_where_and_for_whom(old: str, new: str, code: str, hint: str) -> None:
    (problem,) = problems_of(edited(old, new))

    assert problem.code == code
    assert hint in problem.hint


def test_weights_that_fall_short_name_the_issues_without_one() -> None:
    (problem,) = problems_of(edited("{water: 40, power: 60}", "{water: 40}"))
    (over,) = problems_of(edited("power: 60", "power: 61"))

    assert problem.message == ("the swing weights of UPP add up to 40, not 100; no weight on power")
    assert "no weight" not in over.message


def test_weights_add_up_to_the_total_that_the_party_states() -> None:
    other = "{water: 0.4, power: 0.6}, total: 1"

    assert problems_of(edited("{water: 40, power: 60}", other)) == ()
    (short,) = problems_of(edited("{water: 40, power: 60}", "{water: 0.4, power: 0.5}, total: 1"))
    (wide,) = problems_of(
        edited("{water: 40, power: 60}", "{water: [0.1, 0.4, 2], power: 0.6}, total: 1")
    )

    assert (short.code, short.message) == ("C301", "the swing weights of UPP add up to 0.9, not 1")
    assert (wide.code, wide.message) == ("C313", "this weight can rise above 1")
