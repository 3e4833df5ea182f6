"""The program as people run it: installed, or ready to run."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli import ready

PROGRAM = Path(sys.executable).with_name("detente")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment whose terminal is plain and whose home is a folder of the test."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "_DETENTE", "COV_"))}
    home = {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}
    return {**kept, **home, "NO_COLOR": "1", "COLUMNS": "100", **more}


def detente(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, in a process of its own that is ready."""
    done = ready.captured(arguments, folder, environment(folder, **more))
    printed = [stream.decode("utf-8") for stream in (done.stdout, done.stderr)]
    return subprocess.CompletedProcess(done.args, done.returncode, *printed)


def installed(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in a folder, from its start."""
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=folder,
        env=environment(folder, **more),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
