"""The program, ready to run: one process has loaded every command, and a copy of it runs each.

What a command prints, reads, writes and ends with is as if it had been started anew, without the
second that loading takes. What depends on a start itself is tested on the installed program.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, NoReturn

MOST_SECONDS = 120
_STREAMS = 3
_MOST_BYTES = 1 << 20


def run(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    stdout: IO[bytes],
    stderr: IO[bytes],
) -> int:
    """Run a command in a folder, with no input; return the status it ends with."""
    asked = json.dumps([[*arguments], str(folder), dict(environment)]).encode()
    door = _started()
    with Path(os.devnull).open("rb") as nothing:
        streams = [nothing.fileno(), stdout.fileno(), stderr.fileno()]
        socket.send_fds(door, [asked], streams)
        answer = door.recv(64)
    if not answer:
        raise RuntimeError(f"the program that was ready has ended: detente {' '.join(arguments)}")
    status: int = json.loads(answer)
    return status


def captured(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run a command and keep what it prints."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        status = run(arguments, folder, environment, out, err)
        printed = []
        for stream in (out, err):
            stream.seek(0)
            printed.append(stream.read())
    return subprocess.CompletedProcess([*arguments], status, *printed)


@cache
def _started() -> socket.socket:
    """Start the process that is ready, once for all tests of this one; it ends with this one."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
            env={**os.environ, "PYTHONUTF8": "1"},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        process.wait(MOST_SECONDS)

    atexit.register(end)
    ours.settimeout(MOST_SECONDS)
    return ours


def _serve(door: socket.socket) -> None:
    """Make a copy of this process for each command asked for; return in the copy, or at the end."""
    while True:
        asked, streams, _, _ = socket.recv_fds(door, _MOST_BYTES, _STREAMS)
        if not asked:
            return
        copy = os.fork()
        if not copy:
            door.close()
            arguments, folder, environment = json.loads(asked)
            _become(arguments, folder, environment, streams)
        for stream in streams:
            os.close(stream)
        door.send(json.dumps(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])).encode())


def _become(
    arguments: list[str], folder: str, environment: dict[str, str], streams: list[int]
) -> NoReturn:
    """Run one command as the program does that is started in this folder and environment."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    encoding, _, errors = environment.get("PYTHONIOENCODING", "utf-8").partition(":")
    sys.stdin = io.open(0, encoding=encoding, closefd=False)  # noqa: SIM115, UP020
    sys.stdout = io.open(  # noqa: SIM115, UP020
        1, "w", encoding=encoding, errors=errors or "strict", closefd=False
    )
    sys.stderr = io.open(  # noqa: SIM115, UP020
        2, "w", 1, encoding=encoding, errors="backslashreplace", closefd=False
    )
    sys.argv = ["detente", *arguments]
    importlib.import_module("detente.cli.main").main()
    raise SystemExit


THREADED = {"ceiling", "coupling", "record", "relation"}
"""Commands whose libraries keep threads: a copy of a process that has loaded them waits for ever.

They load in the copy.
"""


def _load() -> None:
    """Load every command whose libraries keep no threads, and what they load when it is wanted."""
    commands = set(importlib.import_module("detente.cli.main").COMMANDS) - THREADED
    later = ("report.html", "report.markdown", "solve.cpsat", "solve.cpsat_schedule")
    for name in (*(f"cli.{command}" for command in sorted(commands)), *later):
        importlib.import_module(f"detente.{name}")
    if "pyarrow" in sys.modules:
        raise RuntimeError("a library that keeps threads was loaded before copies are made")
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    del sys.path[0]
    _load()
    _serve(socket.socket(fileno=int(sys.argv[1])))
