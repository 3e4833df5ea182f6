from detente.files.genius.told import Told


def test_problems_gather_with_their_file_and_line() -> None:
    say = Told("a.xml")

    say("G806", "one", 3)
    say("G805", "two", 1, "mend it")

    assert [str(problem) for problem in say.problems] == [
        "a.xml:3: G806 one",
        "a.xml:1: G805 two  Hint: mend it",
    ]
