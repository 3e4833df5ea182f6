import pytest

from detente.files.tables.reading import gather
from detente.files.tables.table import Cell, Table, table_of


def _table(name: str, *lines: tuple[Cell | None, ...]) -> Table:
    return table_of(name, f"{name}.csv", dict(enumerate(lines, 1)))


ISSUES = _table("issues", ("id", "name"), ("i", "I"))
PRINCIPALS = _table("principals", ("id", "name"), ("A", "Astria"), ("B", "Borland"))


def _told(*tables: Table) -> list[tuple[str, str, int]]:
    return [(p.code, p.file, p.line) for p in gather(tables).problems]


def test_sheets_build_the_nested_value_in_any_order() -> None:
    weights = _table("weights", ("mode", "issue", "party"), (60, "i", "A"), (None, None, "B"))

    found = gather([weights, ISSUES, PRINCIPALS])

    assert not found.problems
    assert found.places.value["principals"] == {
        "A": {"name": "Astria", "weights": {"points": {"i": 60}}},
        "B": {"name": "Borland", "weights": {"points": {}}},
    }
    assert found.places.rows[found.places.line(("principals", "B", "name")) - 1] == (
        "principals.csv",
        3,
    )


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (("signers", ("id", "name"), ("", "x")), ("T710", 2)),
        (("signers", ("id", "name"), ("a", "x"), ("a", "y")), ("T711", 3)),
        (("options", ("issue", "id", "name"), ("ii", "o", "x")), ("T713", 2)),
        (("options", ("issue", "id", "confidential"), ("i", "o", "perhaps")), ("T712", 2)),
        (("weights", ("party", "issue", "low", "mode"), ("A", "i", 1, 2)), ("T712", 2)),
        (("weights", ("party", "issue", "mode"), ("A", "", 2)), ("T710", 2)),
        (("signers", ("id", "name"), ("a", "x", "left over")), ("T708", 2)),
        (("case", ("key", "value"), ("tittle", "x")), ("T708", 2)),
        (("case", ("key", "value"), ("title", "x"), ("title", "y")), ("T711", 3)),
        (("case", ("key", "value"), ("", "x")), ("T710", 2)),
        (("changes", ("of", "owner", "path", "mode"), ("dated", "d", "a.b", 1)), ("T713", 2)),
        (("changes", ("of", "owner", "path", "mode"), ("date", "d", "a.b", 1)), ("T712", 2)),
        (("claim_events", ("claim", "use", "date"), ("c", "events", "2017")), ("T713", 2)),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_placed_is_told_with_its_number(
    table: tuple[str, *tuple[tuple[Cell | None, ...], ...]], told: tuple[str, int]
) -> None:
    name, *lines = table

    assert _told(ISSUES, PRINCIPALS, _table(name, *lines)) == [(told[0], f"{name}.csv", told[1])]


def test_changes_may_not_lie_within_each_other() -> None:
    dated = _table("dated", ("id", "name", "from"), ("d", "D", "2017-01-01"))
    head = ("of", "owner", "path", "value")
    first = ("dated", "d", "principals.A", "null")
    within = ("dated", "d", "principals.A.name", "x")

    assert _told(dated, _table("changes", head, first, within)) == [("T711", "changes.csv", 3)]
    assert _told(dated, _table("changes", head, within, first)) == [("T711", "changes.csv", 3)]


def test_an_unknown_party_names_the_nearest() -> None:
    weights = _table("weights", ("party", "issue", "mode"), ("BB", "i", 1))

    [problem] = gather([ISSUES, PRINCIPALS, weights]).problems

    assert problem.hint == "did you mean 'B'?"


def test_all_problems_are_told_at_once() -> None:
    bad = _table("signers", ("id", "nme"), ("", "x"), ("a", "y"), ("a", "z"))

    assert [code for code, _, _ in _told(bad, _table("weigths", ("x",)))] == [
        "T707",
        "T708",
        "T710",
        "T711",
    ]
