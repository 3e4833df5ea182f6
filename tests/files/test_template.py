from importlib import resources

from detente.files.case_file import parse_case
from detente.files.tables.sheets import SHEETS
from detente.files.template import new_case, new_folder, new_workbook


def test_a_new_case_has_no_problem_and_its_name() -> None:
    case, problems = parse_case(new_case("river-2"), "river-2.yaml")

    assert problems == ()
    assert case is not None
    assert case.id == "river-2"


def test_nothing_but_the_name_is_changed() -> None:
    shipped = (resources.files("detente") / "files" / "new_case.yaml").read_text(encoding="utf-8")

    written = new_case("river").splitlines()

    pairs = zip(shipped.splitlines(), written, strict=True)
    assert [pair for pair in pairs if pair[0] != pair[1]] == [("id: NAME", "id: river")]
    assert sum("#" in line for line in written) > 20


def test_a_new_spreadsheet_has_every_sheet() -> None:
    assert [*new_folder("river")] == [f"{sheet.name}.csv" for sheet in SHEETS]
    assert new_workbook("river").startswith(b"PK")
