from detente.files.genius.refusals import refusals
from detente.files.opened import open_case
from detente.testing import two_issue_case


def test_everything_that_has_no_place_is_told_at_once() -> None:
    case = open_case("japan-russia-2017").case

    found = [problem.path for problem in refusals(case)]

    rooms = ("ratifiers", "constraints", "linkages", "commitments", "shocks", "dated", "beliefs")
    for room in (*rooms, "judgement_sets", "steps", "wishes"):
        assert [path for path in found if path.startswith(f"{room}.")] == [
            f"{room}.{name}" for name in getattr(case, room)
        ]
    assert len(found) == len({*found})
    assert all(problem.code == "G809" for problem in refusals(case))
    assert all(problem.message.startswith(problem.path) for problem in refusals(case))


def test_a_plain_case_has_nothing_to_refuse() -> None:
    assert refusals(two_issue_case()) == ()
