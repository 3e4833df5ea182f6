import difflib
import shutil
from datetime import date
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.case.situation import as_judged
from detente.cli.elicit import signer_of
from detente.cli.main import run
from detente.files.opened import open_case
from detente.files.template import new_case
from detente.testing import two_issue_case
from tests.cli.saying import say

TEMPLATE = new_case("river")
TODAY = date.today().isoformat()
ANSWERS = (2, 25, "n", "Said in the talks", "y")
"""Electricity first, water counts 25, no ranges, a reason, and yes."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "river.yaml").write_text(TEMPLATE, encoding="utf-8")


def elicit(monkeypatch: pytest.MonkeyPatch, arguments: str, *answers: object) -> int:
    say(monkeypatch, *answers)
    return run(["elicit", *arguments.split()])


def test_weights_are_written_as_a_judgement_set_and_all_else_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert elicit(monkeypatch, "river --party upland --signer Zoë", *ANSWERS) == 0

    text = (tmp_path / "river.yaml").read_text(encoding="utf-8")
    case = open_case("river").case
    name = f"UPP-zoe-{TODAY}"
    found = case.judgement_sets[name]
    assert (found.signer, found.date) == ("zoe", date.fromisoformat(TODAY))
    assert found.reason == (
        "Said in the talks. Swing weights by trade-offs; no pairs checked directly."
    )
    assert case.signers["zoe"].name == "Zoë"
    points = as_judged(case, name).principals["UPP"].weights.points
    assert {issue: e.mode for issue, e in points.items()} == {"water": 20, "power": 80}
    assert points["water"].signer == "zoe"
    rows = difflib.ndiff(TEMPLATE.splitlines(), text.splitlines())
    assert {row[0] for row in rows} == {" ", "+"}
    assert f"next: detente compare river.yaml river.yaml@{name}" in capsys.readouterr().out
    assert run(["check", "river"]) == 0


def test_comparisons_that_the_answers_do_not_keep_are_left_out_of_the_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = """
      comparisons:
        kept: {more: power, than: water, reason: Said once.}
        broken: {more: water, than: power, times: 1/2, reason: Said once.}
"""
    points = "      points: {water: [35, 40, 50], power: [50, 60, 65]}"
    assert points in TEMPLATE
    text = TEMPLATE.replace(points, f"{points}{said}".rstrip(), 1)
    (tmp_path / "river.yaml").write_text(text, encoding="utf-8")

    assert elicit(monkeypatch, "river --party UPP --signer analyst", *ANSWERS) == 0

    case = open_case("river").case
    judged = as_judged(case, f"UPP-analyst-{TODAY}")
    assert [*case.principals["UPP"].weights.comparisons] == ["kept", "broken"]
    assert [*judged.principals["UPP"].weights.comparisons] == ["kept"]
    assert run(["check", "river"]) == 0


def test_a_second_set_of_the_day_stands_beside_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        assert elicit(monkeypatch, "river --party UPP --signer analyst", *ANSWERS) == 0

    case = open_case("river").case
    assert [*case.judgement_sets] == [f"UPP-analyst-{TODAY}", f"UPP-analyst-{TODAY}-2"]
    assert [*case.signers] == ["analyst"]


def test_what_is_not_named_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # the third party of the list, ranges of its own, the case's signer
    answers = (3, 1, 50, "y", "60 70", "", "", "They speak of dams.", "y")

    assert elicit(monkeypatch, "river", *answers) == 0

    (found,) = open_case("river").case.judgement_sets.values()
    assert found.signer == "analyst"
    points = found.changes["ratifiers"]["assembly"]["weights"]["points"]
    assert [float(end) for end in points["water"]["value"]] == [60, 66.7, 70]
    assert "Whose weights?\n   1  Upland\n   2  Lowland\n" in capsys.readouterr().out


@pytest.mark.parametrize("answers", [(), (2,), ANSWERS[:4]])
def test_an_interruption_leaves_the_file_as_it_was(
    answers: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert elicit(monkeypatch, "river --party UPP --signer analyst", *answers) == 130

    assert (tmp_path / "river.yaml").read_text(encoding="utf-8") == TEMPLATE
    assert [path.name for path in tmp_path.iterdir()] == ["river.yaml"]


def test_a_no_at_the_end_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert elicit(monkeypatch, "river --party UPP --signer analyst", *ANSWERS[:4], "n") == 0

    assert (tmp_path / "river.yaml").read_text(encoding="utf-8") == TEMPLATE
    assert capsys.readouterr().out.endswith("nothing was written\n")


def test_another_file_is_written_on_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = "river --party UPP --signer analyst --out other.yaml"

    assert elicit(monkeypatch, arguments, *ANSWERS) == 0

    assert (tmp_path / "river.yaml").read_text(encoding="utf-8") == TEMPLATE
    assert [*open_case("other.yaml").case.judgement_sets] == [f"UPP-analyst-{TODAY}"]


def test_a_built_in_case_is_written_into_this_folder_with_its_chronology(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = open_case("japan-russia-2017")
    party = min(source.case.ratifiers, key=lambda r: len(source.case.parties[r].weights.points))
    answers = [1, *[50] * 20]
    moves = len(source.case.parties[party].weights.points)
    answers = [1, *[50] * (moves - 1), *[0] * max(moves - 2, 0)]

    arguments = f"japan-russia-2017 --party {party} --signer author"
    assert elicit(monkeypatch, arguments, *answers, "n", "Tried out.", "y") == 0

    copied = open_case("japan-russia-2017.yaml")
    assert copied.origin == "japan-russia-2017.yaml"
    assert copied.events == source.events
    assert len(copied.case.judgement_sets) == len(source.case.judgement_sets) + 1
    assert (tmp_path / "chronology.csv").is_file()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("nowhere", "F001"),
        ("river --party XYZ", "U601"),
        ("river --party UPP --signer \x1b[31m", "U601"),
        ("river --party UPP --out river.yaml", "U602"),
        ("river --party UPP --out no/where.yaml", "U602"),
        ("japan-russia-2017 --out a/b.yaml", "U602"),
    ],
)
def test_what_could_not_be_written_is_refused_before_any_question(
    arguments: str, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (Path("a")).mkdir()
    (Path("a") / "chronology.csv").write_text("another")

    assert elicit(monkeypatch, arguments) == 2

    out, err = capsys.readouterr()
    assert (out, code in err) == ("", True)


def test_a_file_that_is_broken_by_now_stays_and_the_work_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = TEMPLATE.replace("status_quo: as_now", "status_quo: as_it_was")

    def breaks(*_: object) -> str:
        (tmp_path / "river.yaml").write_text(broken, encoding="utf-8")
        return "Because"

    monkeypatch.setattr("detente.cli.asking.prose", breaks)

    arguments = "river --party UPP --signer analyst"
    assert elicit(monkeypatch, arguments, *ANSWERS[:3], "y") == 2

    assert (tmp_path / "river.yaml").read_text(encoding="utf-8") == broken
    err = capsys.readouterr().err
    assert "C203" in err
    assert "water: {value: [20, 20, 20]}" in err


def test_a_case_that_is_no_yaml_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "river.yaml").rename(tmp_path / "river.txt")

    assert elicit(monkeypatch, "river.txt --party UPP") == 2

    assert (
        "hint: write the case as YAML first: detente convert river.txt" in capsys.readouterr().err
    )


def test_a_party_without_two_moves_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small = Path(__file__).parents[1] / "broken" / "codes" / "U601.yaml"
    shutil.copy(small, tmp_path / "small.yaml")

    assert elicit(monkeypatch, "small --party crowd") == 0

    assert "no two moves" in capsys.readouterr().out


def test_signers_are_known_by_id_and_name_and_new_ones_get_an_id() -> None:
    case = two_issue_case()

    assert signer_of(case, "author") == ("author", None)
    assert signer_of(case, "Case Author, Illustrative") == ("author", None)
    for name, signer in {
        "Anna Ō": "anna_o",
        "李": "signer",
        "7 x": "s_7_x",
        "Author": "author_2",
    }.items():
        found, new = signer_of(case, name)
        assert found == signer
        assert new is not None
        assert new.name == name
    with pytest.raises(InputError, match="U601"):
        signer_of(case, "")
