import io
import json
import sys
from pathlib import Path

import pytest

from detente.cli.streams import json_for, plain_signs, prepare_streams
from detente.files.template import new_case
from tests.cli import ready
from tests.cli.program import environment, installed

ENCODINGS = ["cp1252", "latin-1", "ascii"]


def test_signs_become_plain_and_a_minus_stays_one() -> None:
    assert plain_signs("\u22125\u20260 \u2264 \u65e5") == "-5...0 <= ?"


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-8"])
def test_json_loses_nothing(encoding: str) -> None:
    document = json.dumps({"a": "\u00e9 \u2212 \U0001f600"}, ensure_ascii=False)

    written = json_for(document, encoding)

    assert json.loads(written.encode(encoding)) == json.loads(document)
    assert (written == document) == (encoding == "utf-8")


def test_streams_replace_what_they_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))

    prepare_streams()
    sys.stdout.write("\u2212\u00e9\ud800")
    sys.stdout.flush()

    assert raw.getvalue() == b"-\xe9?"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_encoding_is_a_fault(encoding: str, tmp_path: Path) -> None:
    text = new_case("river").replace("Upland\n", "\u65e5\u672c\n")
    (tmp_path / "river.yaml").write_text(text, encoding="utf-8")
    spoken = environment(tmp_path, PYTHONIOENCODING=encoding)
    for arguments in (["brief", "river"], ["offers", "river"], ["check", "\u65e5.yaml"]):
        done = ready.captured(arguments, tmp_path, spoken)
        assert done.returncode in (0, 2), done.stderr
        assert b"fault" not in done.stderr
    answer = installed(tmp_path, "frontier", "river", "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(answer.stdout)["proved"] is True
