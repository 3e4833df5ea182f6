from pathlib import Path

from detente.files.genius.paths import xml_files


def test_xml_files_are_found_whatever_their_case_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("b.xml", "A.XML", "._b.xml", "c.txt"):
        (tmp_path / name).touch()

    assert [path.name for path in xml_files(tmp_path)] == ["A.XML", "b.xml"]
