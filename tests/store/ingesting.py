"""Processes of their own that add files to a store, for tests that kill them or run several.

Called as ``python ingesting.py STORE FILE...``: adds the files one after the other, and says on its
output, a line each, which it begins with and which it has kept.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from detente.store.store import Store
from tests.store.own import OWN

ROOT = Path(__file__).parents[2]
_SEPARATE = sys.platform != "win32"


def started(folder: Path, files: list[Path]) -> subprocess.Popen[str]:
    """Start a process that adds files to a store."""
    program = "from tests.store.ingesting import main; main()"
    command = [sys.executable, "-c", program, str(folder), *map(str, files)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=_SEPARATE,
    )


def main() -> None:
    """Add the files."""
    folder, *files = map(Path, sys.argv[1:])
    store = Store(folder)
    print("ready", flush=True)
    for path in files:
        print("begin", path.name, flush=True)
        store.add(path, OWN)
        print("kept", path.name, flush=True)
