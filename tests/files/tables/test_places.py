from detente.base.problem import Problem
from detente.files.tables.places import Places


def test_a_path_has_the_first_place_it_was_seen_at() -> None:
    places = Places()
    places.mark(("a",), "x[a]", 2)
    places.mark(("a", "b"), "x[b]", 7)
    places.mark(("a",), "x[b]", 7)

    found = [places.placed(Problem("C101", "m", line=places.line(p))) for p in [("a",), ("a", "b")]]

    assert [problem.place() for problem in found] == ["x[a]:2", "x[b]:7"]


def test_what_has_no_place_is_with_what_holds_it() -> None:
    places = Places()
    places.mark((), "x[case]", 1)
    places.mark(("a",), "x[a]", 2)

    assert places.placed(Problem("C101", "m", line=places.line(("a", "z")))).place() == "x[a]:2"
    assert places.placed(Problem("C101", "m")).place() == ""
