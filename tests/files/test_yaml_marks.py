import pytest

from detente.files.resolve import resolve
from detente.files.yaml_marks import column_of, commented, line_end, line_of, marked, walk
from detente.files.yaml_tree import read_tree

REFERENCE = resolve("japan-russia-2017").read_text(encoding="utf-8")


def test_every_value_of_the_reference_case_stands_where_its_marks_say() -> None:
    tree, _ = read_tree(REFERENCE)
    count = 0
    for path, node in walk(marked(REFERENCE)):
        assert line_of(REFERENCE, node.start) >= tree.line(path)
        written = REFERENCE[node.start : node.end]
        if node.kind == "scalar" and node.plain and "\n" not in written:
            assert written == node.value
            count += 1
        elif node.flow:
            assert (written[0], written[-1]) in (("{", "}"), ("[", "]"))
        elif node.kind == "mapping":
            assert not written[-1].isspace()
    assert count > 500


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("a: 1   # one\n\n# two\nb: 2", "1"),
        ("a: >-\n  x\n  y\n\n# two\nb: 2", ">-\n  x\n  y"),
        ("a: |+\n  x\n\nb: 2", "|+\n  x\n\n"),
        ("a:\n  c: 1  # one\n  # two\nb: 2", "c: 1"),
        ("a:   # one\nb: 2", ""),
        ("é: 'ü'\na: \"x\ty\" # ö\nb: 2", '"x\ty"'),
        ("a: &x 5\nb: 2", "&x 5"),
        ("a: [b: 1]\nb: 2", "[b: 1]"),
    ],
)
def test_an_element_ends_before_what_follows_it(text: str, ends: str) -> None:
    node = marked(text).under("a")

    assert node is not None
    assert text[node.start : node.end] == ends


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("{a: 1, b: [2, 3]}", False),
        ("{a: '#', b: x#y}", False),
        ("{a: 1, # one\n b: 2}", True),
        ("{a: 1, b: 2 # two\n}", True),
        ("[1, # one\n 2]", True),
        ("'# no'", False),
    ],
)
def test_a_comment_within_is_found(text: str, answer: bool) -> None:
    assert commented(text, marked(text)) is answer


def test_an_alias_has_a_place_and_no_value() -> None:
    text = "a: &x 5\nb: *x\n"
    node = marked(text).under("b")

    assert node is not None
    assert (node.kind, text[node.start : node.end]) == ("alias", "*x")


def test_a_text_without_a_document_is_refused() -> None:
    with pytest.raises(ValueError, match="no document"):
        marked("# nothing")


def test_places_of_lines() -> None:
    text = "ab\r\ncd\n"

    assert (line_of(text, 5), column_of(text, 5)) == (2, 1)
    assert (line_end(text, 0), line_end(text, 4), line_end(text, 7)) == (2, 6, 7)
