import json
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.cli.offers import principal
from detente.testing import two_issue_case
from tests.broken.material import CODES, check_golden, edited
from tests.cli.program import detente

GOLDEN = Path(__file__).parent / "golden"


def test_offers_of_a_new_case_are_as_recorded(tmp_path: Path) -> None:
    detente(tmp_path, "new", "river")

    done = detente(tmp_path, "offers", "river.yaml", "--from", "UPP", "--to", "LOW")

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "offers.txt", done.stdout)


def test_offers_are_one_json_document(capsys: pytest.CaptureFixture[str]) -> None:
    case = str(CODES / "U601.yaml")

    assert run(["offers", case, "--from", "LOW", "--to", "UPP", "--format", "json"]) == 0

    out, err = capsys.readouterr()
    assert (err, json.loads(out)["giver"]) == ("", "LOW")


def test_without_a_pair_both_directions_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["offers", str(CODES / "U601.yaml")]) == 0

    out = capsys.readouterr().out
    assert out.index("What Upland can offer Lowland") < out.index("What Lowland can offer Upland")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--from", "UPP"], "both --from and --to, or neither"),
        (["--to", "UPP"], "both --from and --to, or neither"),
        (["--format", "json"], "give --from and --to"),
    ],
)
def test_half_a_pair_or_none_for_json_is_refused(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["offers", str(CODES / "U601.yaml"), *options]) == 2

    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True)


def test_three_principals_need_a_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    third = "  SEA: {name: Seaside, weights: {points: {power: 100}, reason: judged}}\n"
    text = edited("scores: {LOW: 100}", "scores: {LOW: 100, SEA: 100}")
    path = tmp_path / "three.yaml"
    path.write_text(edited("ratifiers:\n", f"{third}ratifiers:\n", text), encoding="utf-8")

    status = run(["offers", str(path)])

    assert status == 2
    assert "UPP, LOW, SEA" in capsys.readouterr().err


@pytest.mark.parametrize(("giver", "taker"), [("low", "Upp"), ("Lowland", "UPLAND")])
def test_a_principal_is_known_by_its_name_in_any_letters(
    giver: str, taker: str, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(CODES / "U601.yaml")

    assert run(["offers", case, "--from", giver, "--to", taker, "--format", "json"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert (answer["giver"], answer["taker"]) == ("LOW", "UPP")


def test_a_name_of_two_principals_is_none() -> None:
    case = two_issue_case()
    twins = {key: p.model_copy(update={"name": "Twin"}) for key, p in case.principals.items()}

    assert principal(case.model_copy(update={"principals": twins}), "twin") == "twin"


@pytest.mark.parametrize(
    ("case", "giver", "taker", "codes"),
    [
        ("U601", "UPP", "UPP", ["U601"]),
        ("U601", "XXX", "crowd", ["U601", "U601"]),
        ("U603", "UPP", "LOW", ["U603"]),
        ("C301", "UPP", "LOW", ["C301"]),
    ],
)
def test_a_pair_that_is_none_is_refused(
    case: str, giver: str, taker: str, codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["offers", str(CODES / f"{case}.yaml"), "--from", giver, "--to", taker]

    assert run([*arguments, "--format", "json"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert [code for code in codes if code in err] == codes
