import os
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.files.opened import open_case
from detente.files.sheets_csv import FILES, folder_files, parse_table
from detente.files.tables.writing import as_tables, empty_tables
from detente.testing import two_issue_case
from tests.files.tables.material import small_folder, told


def test_a_sound_folder_opens_by_its_name_and_by_its_case_table(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    case = open_case(str(tmp_path / "small.yaml")).case

    assert open_case(str(folder)).case == case
    assert open_case(str(folder / "case.csv")).case == case


def test_the_hash_covers_every_table(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    before = open_case(str(folder)).input_hash
    weights = folder / "weights.csv"
    weights.write_text(weights.read_text() + "# a remark\n")

    assert open_case(str(folder)).input_hash != before


@pytest.mark.parametrize("sign", [";", "\t"])
def test_tables_of_other_countries_are_read(sign: str, tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    text = (folder / "weights.csv").read_text().replace(",", sign)
    (folder / "weights.csv").write_text(text, encoding="utf-8-sig")

    assert told(folder) == []


def test_a_table_of_another_encoding_is_told_and_hides_what_follows(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    (folder / "signers.csv").write_bytes("id,name\na,Zoë\n".encode("latin-1"))
    (folder / "weights.csv").write_text((folder / "weights.csv").read_text(), encoding="utf-16")

    assert sorted(told(folder)) == [("F002", "signers.csv", 2), ("F002", "weights.csv", 1)]


def test_only_plain_files_of_the_folder_are_read(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    (tmp_path / "secret.csv").write_text("id,name\nsecret,secret\n")
    (folder / "claims.csv").symlink_to(tmp_path / "secret.csv")
    os.mkfifo(folder / "steps.csv")
    (folder / "_mine.csv").write_text("anything\n")
    (folder / "notes.txt").write_text("anything\n")

    assert sorted(told(folder)) == [("F008", "claims.csv", 0), ("F008", "steps.csv", 0)]


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    for number in range(FILES):
        (folder / f"x{number}.csv").touch()

    with pytest.raises(InputError, match="T702"):
        open_case(str(folder))


def test_a_chronology_is_left_to_its_own_reader(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    text = (folder / "case.csv").read_text()
    for key, value in (("chronology_file", "events.csv"), ("chronology_selection", "All.")):
        text = text.replace(f"{key},,", f"{key},{value},")
    (folder / "case.csv").write_text(text)
    (folder / "counting_rules.csv").write_text("counts\ncooperative\n")
    row = [i for i, line in enumerate(text.splitlines(), 1) if line.startswith("chronology_file")]
    assert told(folder) == [("E501", "case.csv", row[0])]

    head = "date,actor,target,kind,topic,summary,source_url,confidence\n"
    (folder / "events.csv").write_text(head + "2025,UPP,LOW,k,t,s,u,high\n")
    assert len(open_case(str(folder)).events) == 1


def test_tables_that_never_end_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.files.sheets_csv.ROWS", 3)
    problems: list[object] = []

    table = parse_table("id\na\nb\nc\nd\n", "signers", "s", problems)  # type: ignore[arg-type]  # only collected

    assert (len(table.rows), len(problems)) == (2, 1)


def test_cells_run_nowhere() -> None:
    case = two_issue_case().model_copy(update={"title": "=cmd|' /C calc'!A0"})

    assert "\ntitle,'=cmd|' /C calc'!A0," in folder_files(as_tables(case))["case.csv"]


def test_a_new_folder_says_what_its_columns_mean_and_reads_as_empty() -> None:
    files = folder_files(empty_tables("river"), empty=True)

    assert "# mode: The number, the likeliest where there is a range." in files["weights.csv"]
    for name, text in files.items():
        if name != "case.csv":
            assert parse_table(text, name, name, []).rows == ()


def test_tables_have_one_limit_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_folder(tmp_path)
    monkeypatch.setattr("detente.files.sheets_csv.LIMIT", 900)

    with pytest.raises(InputError, match="T702"):
        open_case(str(folder))
