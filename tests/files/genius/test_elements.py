import pytest

from detente.files.genius.elements import DEPTH, ELEMENTS, parse
from tests.files.genius.material import element

BOMB = b"""<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>
<utility_space name="&c;"/>"""
LINKED = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


def test_elements_bear_their_lines_and_null_is_nothing() -> None:
    root = element("<a>\n<b c='1' d='null'>\n<e/></b>\n<e/></a>")

    assert [(found.name, found.line) for found in root.within("e", "b")] == [
        ("b", 2),
        ("e", 3),
        ("e", 4),
    ]
    assert [found.line for found in root.named("e")] == [4]
    assert (root.children[0].get("c"), root.children[0].get("d")) == ("1", None)


@pytest.mark.parametrize("data", [BOMB, LINKED])
def test_entities_are_refused_and_not_expanded(data: bytes) -> None:
    problem = parse(data, "a.xml").problem

    assert problem is not None
    assert (problem.code, problem.file) == ("G803", "a.xml")


def test_depth_and_number_of_elements_end() -> None:
    deep = parse(b"<a>" * (DEPTH + 1) + b"</a>" * (DEPTH + 1), "a.xml")
    many = parse(b"<a>" + b"<b/>" * ELEMENTS + b"</a>", "a.xml")

    assert deep.problem is not None
    assert many.problem is not None
    assert (deep.problem.code, many.problem.code) == ("G803", "G803")


@pytest.mark.parametrize("data", [b"<a>\n<b>\n", b"<a>\n<b></a>", b"<a>\n&amp", b"<a/>\n<a/>"])
def test_broken_xml_is_told_with_its_line(data: bytes) -> None:
    problem = parse(data, "a.xml").problem

    assert problem is not None
    assert problem.code == "G802"
    assert problem.line >= 2


def test_an_unknown_encoding_is_broken_xml() -> None:
    problem = parse(b"<?xml version='1.0' encoding='klingon'?><a/>", "a.xml").problem

    assert problem is not None
    assert problem.code == "G802"


def test_other_text_is_no_broken_xml() -> None:
    document = parse(b"\n0.8, 1.0\n0.9, 0.8\n", "pareto.xml")

    assert (document.root, document.problem) == (None, None)


def test_marks_and_encodings_are_known() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-8"):
        assert parse("<a b='日本'/>".encode(encoding), "a.xml").root is not None
