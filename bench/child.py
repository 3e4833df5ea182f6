"""One entry in a process of its own, for its memory and to be stopped when its time is up.

``python -m bench.child QUESTION SIZE ENTRY`` prints what it measured as one line of JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.load import load
from bench.measure import Found, Row, found, timed
from bench.registry import REGISTRY, Entry, Problem, Question

ROOT = Path(__file__).parents[1]
STATUS = Path("/proc/self/status")


def apart(question: Question, problem: Problem, entry: Entry) -> Row:
    """Measure one entry in a process of its own.

    Raises
    ------
    RuntimeError
        When the process fails.
    """
    names = (question.name, problem.size, entry.name)
    told = told_by([sys.executable, "-m", __name__, *names], ", ".join(names))
    return Row(
        question.name,
        problem.size,
        entry.name,
        entry.ours,
        seconds=told["seconds"],
        rounds=1,
        stopped=told["stopped"],
        found=Found(told["points"], told["digest"]) if told["points"] is not None else None,
        process_mib=told["mib"],
        note=told["note"],
    )


def told_by(command: Sequence[str], name: str) -> dict[str, Any]:
    """Return what a process prints as its last line; ``RuntimeError`` when it fails."""
    found = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([str(ROOT), *([found] if found else [])])
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"{name}:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _peak() -> float | None:
    """Return the most memory in MiB that this process, or one it started, has held.

    Read from the kernel's own account of this process, since ``ru_maxrss`` starts from what the
    starter held; that is so for processes started from here, which never show less than this one.
    ``None`` where there is no such account (not Linux).
    """
    if not STATUS.exists():
        return None
    own = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(int(own.split()[1]), theirs) / 1024


def _tell(**told: Any) -> None:
    os.write(1, f"\n{json.dumps(told)}\n".encode())


def _stop(limit: float) -> None:
    _tell(seconds=limit, stopped=True, points=None, digest="", note="", mib=_peak())
    os._exit(0)


def main() -> None:
    """Answer one problem once."""
    load()
    problem, entry = REGISTRY.find(*sys.argv[1:4])
    prepared = entry.prepare(problem.make())
    clock = threading.Timer(entry.limit or 0, _stop, (entry.limit,))
    clock.daemon = True
    if entry.limit is not None:
        clock.start()
    seconds, answer = timed(entry.run, prepared)
    clock.cancel()
    peak = _peak()  # before the points are made comparable, which takes memory of its own
    what = found(entry, answer)
    _tell(
        seconds=seconds,
        stopped=False,
        points=what.points if what else None,
        digest=what.digest if what else "",
        note=entry.remark(answer) if entry.remark else "",
        mib=peak,
    )


if __name__ == "__main__":
    main()
