import json
from pathlib import Path

import pytest

from detente.cli.main import run
from tests.broken.material import CODES, check_golden
from tests.cli.program import detente

GOLDEN = Path(__file__).parent / "golden"


def test_the_frontier_of_a_new_case_is_as_recorded(tmp_path: Path) -> None:
    detente(tmp_path, "new", "river")

    done = detente(tmp_path, "frontier", "river.yaml")

    assert (done.returncode, done.stderr) == (0, "")
    check_golden(GOLDEN / "frontier.txt", done.stdout)


@pytest.mark.parametrize("case", ["U601", "U603"])
def test_the_frontier_is_one_json_document(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["frontier", str(CODES / f"{case}.yaml"), "--format", "json", "--verbose"]) == 0

    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert {"points", "solutions", "proved"} <= set(answer)
    assert all({"package", "gains", "in_zone"} <= set(point) for point in answer["points"])
    assert "what could be agreed\n" in err
    assert err.endswith("the frontier, zone\n")
    assert answer["proved"]
    assert answer["gap"] is None
    assert set(answer["methods"]) == {"feasible", "zone"}


def test_no_colour_is_written_to_a_file(tmp_path: Path) -> None:
    detente(tmp_path, "new", "river")

    for width in ("60", "140"):
        done = detente(tmp_path, "frontier", "river.yaml", COLUMNS=width)
        assert "\x1b" not in done.stdout
        assert max(map(len, done.stdout.splitlines())) <= int(width)


def test_what_the_time_does_not_prove_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["frontier", "japan-russia-2017", "--seconds", "0"]

    assert run([*asked, "--format", "json"]) == 3
    out, err = capsys.readouterr()
    answer = json.loads(out)
    assert not answer["proved"]
    assert answer["points"]
    assert answer["solutions"] == {}
    assert answer["gap"] is not None
    assert "did not suffice" in err

    assert run(asked) == 3
    assert "not proved efficient" in capsys.readouterr().out
