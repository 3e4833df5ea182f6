from detente.files.tables.gathered import Gathered, short
from detente.files.tables.table import Table


def test_a_problem_bears_the_place_of_its_table() -> None:
    found = Gathered()

    found.tell("T710", "said", Table("weights", "m.xlsx[weights]", (), ()), 4, "hint")

    assert str(found.problems[0]) == "m.xlsx[weights]:4: T710 said  Hint: hint"


def test_long_texts_are_cut() -> None:
    assert short("x" * 99) == "x" * 60 + "…"
