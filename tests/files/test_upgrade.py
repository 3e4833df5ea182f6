import re
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.case.case import FORM
from detente.files.case_file import parse_case
from detente.files.resolve import builtin_names, resolve
from detente.files.template import new_case
from detente.files.upgrade import MIGRATIONS, upgraded

OLD = (Path(__file__).parent / "forms" / "river.yaml").read_text(encoding="utf-8")


def problems_of(text: str) -> list[tuple[str, int]]:
    """Return code and line of everything for which an upgrade is refused."""
    with pytest.raises(InputError) as caught:
        upgraded(text, "x.yaml")
    assert {problem.file for problem in caught.value.problems} == {"x.yaml"}
    return [(problem.code, problem.line) for problem in caught.value.problems]


def test_every_older_form_has_its_migration() -> None:
    assert sorted(MIGRATIONS) == [*range(FORM)]


def test_an_older_case_says_the_same_in_the_present_form() -> None:
    found = upgraded(OLD, "river.yaml")

    assert found.form == 0
    assert found.case is not None
    assert found.case == parse_case(found.text, "river.yaml")[0]
    assert found.case.issues["water"].status_quo == "as_now"
    reserve = found.case.principals["UPP"].reserve
    assert reserve is not None
    assert [reserve.low, reserve.mode, reserve.high] == [0, 2, 5]


@pytest.mark.parametrize("name", builtin_names())
def test_a_built_in_case_put_back_into_form_0_comes_out_as_it_was(name: str) -> None:
    text = resolve(name).read_text(encoding="utf-8")
    cut = re.search(r"^shocks:", text, re.MULTILINE)
    rooms = text[: cut.start()] if cut else text  # form 0 had no changes
    apart = r"low: \1, mode: \2, high: \3"
    old = re.sub(r"value: \[([^,\]]+), ([^,\]]+), ([^\]]+)\]", apart, rooms) + text[len(rooms) :]

    assert upgraded(old.replace("detente: 1", "detente: 0", 1), name).text == text


def test_the_present_form_stays_as_it_is() -> None:
    text = new_case("river")

    found = upgraded(text, "river.yaml")

    assert (found.text, found.form, found.case) == (text, FORM, None)
    again = upgraded(upgraded(OLD, "x.yaml").text, "x.yaml")
    assert again.form == FORM


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("F007", 1)]),
        ("- 1\n", [("F007", 1)]),
        ("id: x\n", [("F007", 1)]),
        ("id: x\ndetente: 0\n", [("F007", 2)]),
        ("detente: 2\n", [("F007", 1)]),
        ("detente: -1\n", [("F007", 1)]),
        ("detente: '0'\n", [("F007", 1)]),
        ("detente: true\n", [("F007", 1)]),
        ("detente: 0\n a: 1\n", [("F004", 2)]),
        ("detente: 0\nid: a\nid: b\n", [("F005", 3)]),
        ("detente: 0\nid: !!str a\n", [("F009", 2)]),
    ],
)
def test_what_is_no_case_of_a_known_form_is_refused(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert problems_of(text) == expected


def test_what_the_check_finds_is_told_with_the_lines_of_the_old_text() -> None:
    low = OLD.index("high: 50")
    text = OLD.replace("high: 50", "high: 30")

    assert problems_of(text) == [("C105", OLD.count("\n", 0, low) + 1)]

    text = OLD.replace(
        "UPP: {low: -100, mode: -100, high: -100", "UPP: {low: -99, mode: -90, high: -9"
    )
    options = OLD.index("    options:")

    assert problems_of(text) == [("C302", OLD.count("\n", 0, options) + 1)]
