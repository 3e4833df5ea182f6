from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.files.chronology import event_cells
from detente.files.converted import converted
from detente.files.opened import open_case
from detente.files.resolve import builtin_names


@pytest.mark.parametrize("name", builtin_names())
@pytest.mark.parametrize(("out", "folder"), [("a.yaml", False), ("a.xlsx", False), ("a", True)])
def test_nothing_is_lost_from_form_to_form(
    name: str, out: str, folder: bool, tmp_path: Path
) -> None:
    opened = open_case(name)

    for path, data in converted(opened.case, opened.events, tmp_path / out, folder=folder).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)

    again = open_case(str(tmp_path / out))
    assert again.case == opened.case
    assert [*map(event_cells, again.events)] == [*map(event_cells, opened.events)]


def test_a_name_that_is_no_form_is_refused(tmp_path: Path) -> None:
    opened = open_case("japan-russia-2017")

    with pytest.raises(InputError, match="no form of a case"):
        converted(opened.case, opened.events, tmp_path / "a.docx", folder=False)


def test_a_chronology_that_would_be_a_table_is_refused(tmp_path: Path) -> None:
    opened = open_case("japan-russia-2017")
    assert opened.case.chronology is not None
    chronology = opened.case.chronology.model_copy(update={"file": "facts.csv"})
    case = opened.case.model_copy(update={"chronology": chronology})

    with pytest.raises(InputError, match=r"both be facts\.csv"):
        converted(case, opened.events, tmp_path / "a", folder=True)
