import stat
from pathlib import Path

import pytest

from detente.base.errors import MissingResource
from detente.cli.main import run
from detente.files.template import new_case

FORMS = Path(__file__).parents[1] / "files" / "forms"
OLD = (FORMS / "river.yaml").read_text(encoding="utf-8")
NEW = (FORMS / "river.form1.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "river.yaml"
    path.write_text(OLD, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_check_names_the_command_that_upgrades(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "river"]) == 2

    assert capsys.readouterr().err == (
        "river.yaml:1: F007 this is form 0, and this program reads form 1\n"
        "    hint: detente upgrade river.yaml\n1 problem\n"
    )


def test_an_older_case_is_replaced_and_kept(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old.chmod(0o600)

    assert run(["upgrade", "river"]) == 0

    assert old.read_text(encoding="utf-8") == NEW
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert (old.parent / "river.yaml.0").read_text(encoding="utf-8") == OLD
    assert "it is kept in river.yaml.0\nnext: detente check river.yaml" in capsys.readouterr().out
    assert run(["check", "river"]) == 0


def test_bytes_that_are_no_text_stay(old: Path) -> None:
    data = b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode()
    old.write_bytes(data)

    assert run(["upgrade", "river"]) == 0

    assert old.read_bytes() == b"\xef\xbb\xbf" + NEW.replace("\n", "\r\n").encode()
    assert (old.parent / "river.yaml.0").read_bytes() == data


def test_a_link_stays_a_link(old: Path) -> None:
    (old.parent / "link.yaml").symlink_to(old)

    assert run(["upgrade", "link.yaml"]) == 0

    assert (old.parent / "link.yaml").is_symlink()
    assert old.read_text(encoding="utf-8") == NEW


def test_a_new_file_leaves_the_old_one(old: Path) -> None:
    assert run(["upgrade", "river", "--out", "new.yaml"]) == 0

    assert (old.parent / "new.yaml").read_text(encoding="utf-8") == NEW
    assert names(old.parent) == ["new.yaml", "river.yaml"]
    assert old.read_text(encoding="utf-8") == OLD


def test_a_dry_run_shows_the_difference_and_writes_nothing(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["upgrade", "river", "--dry-run"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("--- river.yaml\n+++ river.yaml (form 1)\n")
    assert "\n-detente: 0      # the draft form\n+detente: 1      # the draft form\n" in out
    assert "\n-      low: 0     # a mere signature\n" in out
    assert names(old.parent) == ["river.yaml"]


def test_the_present_form_is_left_alone(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old.write_text(new_case("river"), encoding="utf-8")

    assert run(["upgrade", "river"]) == 0
    assert run(["upgrade", "japan-russia-2017"]) == 0

    assert capsys.readouterr().out == (
        "river.yaml has already form 1; nothing was changed\n"
        "case.yaml has already form 1; nothing was changed\n"
    )
    assert names(old.parent) == ["river.yaml"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (OLD.replace("detente: 0", "detente: 2"), "F007"),
        (OLD.replace("low: 35, ", ""), "F010"),
        (OLD.replace("high: 50", "high: 30"), "C105"),
        ("detente: 0\n\t- x\n", "F004"),
        ("", "F007"),
    ],
)
def test_what_cannot_be_migrated_is_refused_with_a_hint(
    text: str, code: str, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old.write_text(text, encoding="utf-8")

    assert run(["upgrade", "river"]) == 2

    err = capsys.readouterr().err
    assert code in err
    assert "    hint: " in err
    assert (names(old.parent), old.read_text(encoding="utf-8")) == (["river.yaml"], text)


def test_nothing_that_exists_is_overwritten(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (old.parent / "river.yaml.0").write_text("mine")

    assert run(["upgrade", "river"]) == 2
    assert run(["upgrade", "river", "--out", "river.yaml.0"]) == 2

    assert capsys.readouterr().err.count("U602") == 2
    assert (old.parent / "river.yaml.0").read_text() == "mine"
    assert old.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize("name", ["tables.xlsx", "nowhere"])
def test_what_is_no_yaml_file_is_refused(name: str, old: Path) -> None:
    (old.parent / "tables.xlsx").write_bytes(b"PK")

    assert run(["upgrade", name]) == 2


def test_a_failure_at_the_last_moment_leaves_the_old_text(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise MissingResource("no space")

    monkeypatch.setattr("detente.cli.upgrade.replace_file", fails)

    assert run(["upgrade", "river"]) == 4

    assert old.read_text(encoding="utf-8") == OLD


def test_a_scenario_of_genius_has_no_older_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lake").mkdir()
    (tmp_path / "lake" / "domain.xml").touch()

    assert run(["upgrade", str(tmp_path / "lake")]) == 2
    assert "F007 a case of GENIUS has no older form" in capsys.readouterr().err
