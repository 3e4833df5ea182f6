from detente.case.numbers import numbers
from detente.report.figures.labels import BREAK, distinct, extent, judgement_name, lines, short
from tests.negotiation.compared import compared
from tests.report.reading import drawn_at_random, reference


def test_short_texts_are_left_alone_and_long_ones_cut() -> None:
    assert short("Visas", 5) == "Visas"
    assert short("Visas for all", 5) == "Visa…"
    assert short("a\n b", 9) == "a b"


def test_lines_are_never_longer_than_asked() -> None:
    for text in ("word " * 40, "x" * 200, "Two islands now; shared use of the other two", ""):
        broken = lines(text, 20, 2).split(BREAK)
        assert len(broken) <= 2
        assert all(len(line) <= 20 for line in broken)


def test_equal_labels_are_told_apart() -> None:
    labels = distinct(["a", "a", "a", "b"])

    assert len(set(labels)) == 4
    assert {label.rstrip("\u200b") for label in labels} == {"a", "b"}


def test_an_axis_of_no_labels_has_some_room() -> None:
    assert extent([]) > 0


def test_every_judgement_of_a_case_has_a_name() -> None:
    for case, result in (reference(), *map(drawn_at_random, range(20))):
        base = {number.key for number in numbers(case)}
        names = [judgement_name(case, number) for number in result.numbers if number.key in base]
        assert all(": " in name for name in names)


def test_a_comparison_is_named_by_its_id() -> None:
    case = compared({"land_first": {"more": "a", "than": "b"}})
    named = {number.kind: judgement_name(case, number) for number in numbers(case)}

    assert named["comparison"] == "A: comparison “land first”"
