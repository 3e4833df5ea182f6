import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import CODES, check_golden
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
