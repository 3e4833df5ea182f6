from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import pytest

from detente.base.errors import InputError, MissingResource
from detente.cli.record_fetch import command
from detente.store.fetch.fetched import Fetched
from detente.store.fetch.manners import Manners
from detente.store.store import Store
from tests.store.fetch.server import Site, digest, export, row, serving, stamp

ROOT = Path(__file__).parents[2]
SPAN = ("--from", "2018-10-04", "--to", "2018-10-04")
NAMES = [stamp(4, 0), stamp(4, 1)]


@dataclass
class Place:
    """A server, and the folder of a store."""

    site: Site
    folder: Path

    def run(self, *more: str) -> object:
        store = ("--store", str(self.folder), "--from-url", self.site.address, "--pause", "0")
        return command.main(["gdelt", *SPAN, *store, *more], standalone_mode=False)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    site = Site()
    with serving(site):
        site.put(NAMES[0], export(NAMES[0], row(1), row(2, "JPN", "USA"), row(3, "CHN", "USA")))
        site.put(NAMES[1], export(NAMES[1], row(4, "RUS", "JPN"), row(5, "USA", "USA")))
        yield Place(site, tmp_path / "record")


def test_a_dyads_events_and_those_of_its_states_with_others_are_kept(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert place.run("--dyad", "jpn, RUS") == 0

    out = capsys.readouterr().out
    assert "fetched: 2 files" in out
    assert "3 events kept" in out
    assert "JPN or RUS" in out
    store = Store(place.folder)
    kept = store.answer(store.events("gdelt2").order_by("event_id")).to_pydict()
    assert kept["event_id"] == ["1", "2", "4"]
    assert kept["target"] == ["RUS", "USA", "JPN"]
    assert store.daily("gdelt2") == {date(2018, 10, 4): 5}
    assert [entry.keep for entry in store.entries()] == [("JPN", "RUS")] * 2


def test_an_export_as_it_is_published_is_fetched_and_kept(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = ROOT.parent / "shared" / "data" / "gdelt" / "20191024143000.export.CSV"
    if not plain.exists():
        pytest.skip("../shared/data is absent")
    name = f"{plain.name}.zip"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, plain.name)
    place.site.put(name, packed.getvalue())

    assert place.run("--from", "2019-10-24", "--to", "2019-10-24", "--dyad", "JPN,RUS") == 0

    store = Store(place.folder)
    (entry,) = store.entries()
    assert (entry.lines, entry.aside, entry.rows) == (2111, 0, 141)
    assert sum(store.daily("gdelt2").values()) == 2111
    assert "141 events kept" in capsys.readouterr().out


def test_the_answer_is_one_document(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.run("--format", "json")
    capsys.readouterr()

    assert place.run("--format", "json", "--dyad", "JPN,RUS", "--dyad", "USA,RUS") == 0

    result = Fetched.model_validate(json.loads(capsys.readouterr().out))
    assert result.held == 2  # all events are kept already
    assert result.keep == ("JPN", "RUS", "USA")


def test_a_dry_run_adds_nothing(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert place.run("--dry-run") == 0

    assert "to fetch: 2 files" in capsys.readouterr().out
    assert Store(place.folder).entries() == ()


def test_a_file_that_failed_ends_with_4_and_the_others_are_kept(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = stamp(4, 2)
    place.site.put(bad, b"<html>", md5=digest(b"<html>"))

    assert place.run("-q") == MissingResource.exit_status

    assert f"failed: {bad}: R958" in capsys.readouterr().out
    assert len(Store(place.folder).entries()) == 2


def test_all_that_cannot_be_read_is_told_at_once(place: Place) -> None:
    with pytest.raises(InputError) as caught:
        place.run("--from", "2018-10", "--dyad", "JPN", "--dyad", "JPN,JPN", "--dyad", "JPN,XYZ")

    assert [p.code for p in caught.value.problems] == ["R951", "R954", "R954", "R954"]
    assert not place.folder.exists()


def test_a_folder_of_other_things_is_left_alone(place: Place) -> None:
    place.folder.mkdir()
    (place.folder / "letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(InputError) as caught:
        place.run()

    assert [p.code for p in caught.value.problems] == ["R910"]
    assert [path.name for path in place.folder.iterdir()] == ["letter.txt"]


def test_there_is_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.cli.record_fetch.Manners", lambda pause: Manners(pause, tries=1))
    ask = ["gdelt", *SPAN, "--store", str(tmp_path), "--from-url", "http://127.0.0.1:1"]

    with pytest.raises(MissingResource, match="out of reach"):
        command.main([*ask, "--pause", "0"], standalone_mode=False)


@pytest.mark.parametrize(
    "wrong", [["--version", "3"], ["--pause", "-1"], ["--format", "xml"], ["--until", "x"]]
)
def test_options_are_checked(place: Place, wrong: list[str]) -> None:
    with pytest.raises(click.UsageError):
        place.run(*wrong)
