"""An entry in a process of its own tells its time, what it found and its memory."""

import sys
import time
from pathlib import Path

import pytest

from bench import child
from bench.load import load
from bench.registry import REGISTRY

SIZE = "6 × 10"


def test_a_process_of_its_own_tells_what_it_measured() -> None:
    load()
    [question] = REGISTRY.chosen(["frontier-additive"])
    problem, entry = REGISTRY.find("frontier-additive", SIZE, "plain merge (no packages)")

    row = child.apart(question, problem, entry)

    assert (row.question, row.size, row.name) == ("frontier-additive", SIZE, entry.name)
    assert row.seconds is not None
    assert 0 < row.seconds < 60
    assert row.found is not None
    assert row.found.points > 100
    assert not row.stopped
    if child.STATUS.exists():
        assert row.process_mib is not None
        assert 10 < row.process_mib < 1000


def test_a_process_that_fails_says_why() -> None:
    load()
    [question] = REGISTRY.chosen(["frontier-additive"])
    problem, entry = REGISTRY.find("frontier-additive", SIZE, "solve")
    stranger = type(entry)("nobody", *list(vars(entry).values())[1:])

    with pytest.raises(RuntimeError, match=r"nobody:(.|\n)*KeyError"):
        child.apart(question, problem, stranger)


def test_a_process_is_stopped_when_its_time_is_up(tmp_path: Path) -> None:
    program = tmp_path / "stopped.py"
    program.write_text(
        "import threading, time\n"
        "from bench import child\n"
        "threading.Timer(0.05, child._stop, (0.05,)).start()\n"
        "time.sleep(60)\n",
        encoding="utf-8",
    )
    started = time.monotonic()

    told = child.told_by([sys.executable, str(program)], "a name")

    assert told["stopped"]
    assert told["seconds"] == 0.05
    assert time.monotonic() - started < 30
