from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.case import Case
from detente.case.finding import Finding
from detente.files.set_aside import Aside, aside, caused, set_aside
from detente.files.yaml_tree import read_tree
from tests.broken.material import edited


def left(text: str) -> tuple[Any, list[Aside] | None]:
    value = read_tree(text)[0].value
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(value)
    return value, set_aside(value, caught.value.errors())


def test_an_item_of_a_list_counts_as_its_list() -> None:
    assert aside(("a", "b", 0)) == Aside(("a", "b"))
    assert aside((0,)) == Aside(())


def test_a_broken_element_is_removed() -> None:
    value, gone = left(edited("track: leaders", "track: chiefs"))

    assert gone == [Aside(("issues", "water", "options", "quota", "track"))]
    assert "track" not in value["issues"]["water"]["options"]["quota"]


def test_items_of_one_list_are_removed_each() -> None:
    value, gone = left(edited("controller: [UPP, LOW]", "controller: [1, UPP, 2]"))

    path = ("issues", "water", "options", "quota", "controller")
    assert gone == [Aside(path), Aside(path)]
    assert value["issues"]["water"]["options"]["quota"]["controller"] == ["UPP"]


def test_an_unknown_key_is_removed_alone() -> None:
    value, gone = left(edited("track: leaders", "trakc: leaders"))

    assert gone == [Aside(("issues", "water", "options", "quota", "trakc"), unknown=True)]
    assert "controller" in value["issues"]["water"]["options"]["quota"]


def test_what_no_check_looks_at_gets_a_stand_in() -> None:
    value, gone = left(
        edited("title: A small case\n", "", edited("now: {name: As now}", "now: {}"))
    )

    assert value["title"] == value["issues"]["water"]["options"]["now"]["name"] == "-"
    assert [one.path for one in gone or ()] == [
        ("title",),
        ("issues", "water", "options", "now", "name"),
    ]


def test_what_lacks_a_key_of_weight_is_removed() -> None:
    value, gone = left(edited("    by: UPP\n", ""))

    assert gone == [Aside(("commitments", "loan"))]
    assert value["commitments"] == {}


def test_a_case_without_issues_stays_broken() -> None:
    value = read_tree(edited("", ""))[0].value
    del value["issues"]
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(value)

    assert set_aside(value, caught.value.errors()) is None


OPTION = ("issues", "water", "options", "quota")


@pytest.mark.parametrize(
    ("finding", "gone", "expected"),
    [
        (Finding("C204", ("issues",), "", about="flow"), Aside(("facts", "flow")), True),
        (Finding("C204", ("issues",), "", about="flow"), Aside(("facts", "snow")), False),
        (Finding("C204", ("issues",), "", about="flow"), Aside(("facts",)), True),
        (Finding("C404", OPTION, ""), Aside((*OPTION, "trakc"), unknown=True), True),
        (Finding("C404", OPTION, ""), Aside((*OPTION, "name")), False),
        (Finding("C404", OPTION, ""), Aside((*OPTION, "codes", "UPP", "power")), False),
        (Finding("C404", OPTION, ""), Aside(("issues", "power", "options", "a")), False),
        (Finding("C301", ("principals", "UPP", "weights"), ""), Aside(OPTION), False),
        (Finding("C309", ("issues", "water"), "", about="UPP"), Aside(OPTION), True),
        (Finding("C309", ("issues", "power"), "", about="UPP"), Aside(OPTION), False),
        (
            Finding("C309", ("issues", "power"), "", about="UPP"),
            Aside(("principals", "UPP", "objectives", "x")),
            True,
        ),
        (Finding("C209", ("commitments", "loan", "to"), "", about="BANK"), Aside(OPTION), False),
    ],
)
def test_a_follow_up_is_told_from_a_finding(finding: Finding, gone: Aside, expected: bool) -> None:
    assert caused(finding, [gone], []) is expected


def test_an_unknown_room_may_be_any_that_is_absent() -> None:
    finding = Finding("C209", ("commitments", "loan", "to"), "", about="BANK")
    gone = [Aside(("thirdparties",), unknown=True)]

    assert caused(finding, gone, ["third_parties", "facts"])
    assert not caused(finding, gone, ["facts"])


STATE = ("shocks", "rain", "states", "wet")


@pytest.mark.parametrize(
    ("finding", "gone", "expected"),
    [
        (Finding("C210", ("scenarios",), "", about="shocks.rain"), Aside(("shocks",)), True),
        (Finding("C210", ("scenarios",), "", about=".".join(STATE)), Aside(STATE), True),
        (Finding("C210", ("claims",), "", about="commitments.loan"), Aside(OPTION), False),
        (Finding("C210", ("claims",), "", about="facts.flow.date"), Aside(("facts", "flow")), True),
        (Finding("C314", STATE[:3], ""), Aside((*STATE, "probability")), True),
        (Finding("C314", STATE[:3], ""), Aside(("shocks", "rate", "name")), False),
        (Finding("C314", (*STATE, "probabilities"), ""), Aside(("shocks", "rain", "given")), True),
        (Finding("C420", (*STATE, "changes"), ""), Aside(OPTION), True),
        (Finding("C411", (*STATE, "changes"), ""), Aside((*OPTION, "name")), False),
        (Finding("C416", ("dated", "spring", "from"), ""), Aside(("as_of",)), True),
        (Finding("C501", ("facts", "flow", "date"), ""), Aside(("as_of",)), True),
    ],
)
def test_a_follow_up_in_the_outlook_is_told_from_a_finding(
    finding: Finding, gone: Aside, expected: bool
) -> None:
    assert caused(finding, [gone], []) is expected
