import pytest

from detente.files.tables.gathered import Gathered
from detente.files.tables.headings import known, whole
from detente.files.tables.sheets import BY_NAME
from detente.files.tables.table import Table


@pytest.mark.parametrize(
    ("name", "broken", "hint"),
    [("weigths", True, "did you mean `weights`?"), ("holidays", False, "sheets: case, signers")],
)
def test_an_unknown_sheet_is_told_with_the_nearest(name: str, broken: bool, hint: str) -> None:
    found = Gathered()

    known(name, Table(name, name, (), ()), {}, found)

    assert [p.code for p in found.problems] == ["T707"]
    assert found.problems[0].hint.startswith(hint)
    assert found.broken is broken


def test_sheets_for_people_are_left_alone_and_two_of_a_name_refused() -> None:
    found, held = Gathered(), {"facts": Table("facts", "f", (), ())}

    for name in ("read_me", "_notes"):
        known(name, Table(name, name, (), ()), held, found)
    assert not found.problems
    known("facts", Table("Facts", "f", (), ()), held, found)
    assert "stands twice" in found.problems[0].message


@pytest.mark.parametrize(
    ("header", "codes", "complete", "broken"),
    [
        (("party", "issue", "mode"), [], True, False),
        (("party", "mode"), ["T709"], False, True),
        (("party", "issue", "mod"), ["T708"], True, True),
        (("party", "issue", "mode", "zzz"), ["T708"], True, False),
        (("party", "issue", "mode", "mode"), ["T709"], False, True),
    ],
)
def test_columns_that_are_unknown_missing_or_double_are_told(
    header: tuple[str, ...], codes: list[str], complete: bool, broken: bool
) -> None:
    found = Gathered()

    assert whole(BY_NAME["weights"], Table("weights", "w", header, ()), found) is complete
    assert [p.code for p in found.problems] == codes
    assert found.broken is broken
