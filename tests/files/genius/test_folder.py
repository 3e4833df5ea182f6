from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.files.genius.folder import FILES, PARTIES, read_scenario
from tests.files.genius.material import OTHER, scenario, space_text


def codes(folder: Path) -> list[tuple[str, str, int]]:
    with pytest.raises(InputError) as caught:
        read_scenario(folder, "there", lambda _: None)
    return [(p.code, p.file, p.line) for p in caught.value.problems]


def test_roots_tell_which_file_is_what(tmp_path: Path) -> None:
    seen: list[bytes] = []
    scenario(tmp_path, pareto="\n0.8, 1.0\n", other="<other/>", broken="<other><a></other>")

    found = read_scenario(tmp_path, "there", seen.append)

    assert found.domain.name == "domain.xml"
    assert [(file.stem, file.shown) for file in found.spaces] == [
        ("one", str(Path("there/one.xml"))),
        ("two", str(Path("there/two.xml"))),
    ]
    assert found.unread == ("broken.xml", "other.xml", "pareto.xml")
    assert len(seen) == 3


def test_a_scenario_is_one_domain_and_some_utility_spaces(tmp_path: Path) -> None:
    scenario(tmp_path, two="")
    assert codes(tmp_path) == [("G801", "there", 0)]
    (tmp_path / "domain.xml").unlink()
    assert codes(tmp_path) == [("G801", "there", 0)] * 2
    (tmp_path / "one.xml").write_text("words")
    assert codes(tmp_path) == [("G801", "there", 0)] * 2


def test_parties_and_files_are_counted(tmp_path: Path) -> None:
    scenario(tmp_path, **{f"p{n}": space_text(OTHER) for n in range(PARTIES - 2)})
    assert len(read_scenario(tmp_path, "there", lambda _: None).spaces) == PARTIES
    scenario(tmp_path, more=space_text(OTHER))
    assert codes(tmp_path) == [("G801", "there", 0)]
    scenario(tmp_path, **{f"x{n}": "<x/>" for n in range(FILES)})
    assert codes(tmp_path) == [("G801", "there", 0)]


def test_a_file_that_breaks_off_or_is_unsafe_is_told(tmp_path: Path) -> None:
    scenario(
        tmp_path,
        one="<utility_space>\n<objective",
        two="<!DOCTYPE a [<!ENTITY b 'b'>]>\n<other/>",
        three="<",
        four="x" * 2_000_001,
    )

    there = [str(Path("there") / f"{name}.xml") for name in ("four", "one", "three", "two")]
    assert [(code, file) for code, file, _ in codes(tmp_path)] == [
        ("F003", there[0]),
        ("G802", there[1]),
        ("G802", there[2]),
        ("G803", there[3]),
    ]
