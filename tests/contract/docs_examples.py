"""Runs the examples of a documentation page, in the order in which a reader meets them.

- A fenced block after ``<!-- file: NAME -->`` is written to NAME.
- ``<!-- copy: PATH -->`` on a line of its own copies a file that is shipped beside the page, named
  from the page's folder, before any example runs: what a reader downloads from there.
- A ``python`` block with ``>>>`` is doctested; the blocks of one page share their names.
- A ``console`` block with a ``$ detente ...`` line is run command by command, and what each prints
  (standard output and error together) must be what follows it. A line that is ``...`` stands for
  any lines, ``...`` within a line for any text. A backslash at the end of a command continues it
  on the next line. A command of the program alone is run by one that is ready, any other by bash.
- ``<!-- exit: 2 -->`` before a console block is the status of its last command; 0 otherwise.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli import ready

_FENCE = re.compile(
    r"(?P<notes>(?:^<!--\s*(?:file|exit):[^>]*-->\s*)*)"
    r"^(?P<indent>[ ]*)(?P<ticks>`{3,})(?P<language>[^\s`]*)[^\n]*\n"
    r"(?P<body>.*?)^(?P=indent)(?P=ticks)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_NOTE = re.compile(r"<!--\s*(file|exit):\s*(\S+)\s*-->")
_COPY = re.compile(r"^<!--\s*copy:\s*(\S+)\s*-->$", re.MULTILINE)
_ROOT = Path(__file__).parents[2]
_OF_THE_SHELL = re.compile(r"[|;&<>$`*?~(){}\[\]!#\n\\]")
_THREADED = re.compile(r"detente (record|relation|ceiling|coupling)\b")
"""Commands whose libraries have threads: a copy of a process with these may wait for ever."""
_DOCTEST = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, text, first line in the page (from 1) and notes."""

    language: str
    body: str
    line: int
    notes: dict[str, str]


@dataclass(frozen=True)
class Command:
    """A command and the output that the page shows for it."""

    text: str
    expected: str


def blocks_of(page: str) -> list[Block]:
    """Return the fenced blocks of a page, in order."""
    return [
        Block(
            match["language"],
            re.sub(rf"^{match['indent']}", "", match["body"], flags=re.MULTILINE),
            page.count("\n", 0, match.start("body")) + 1,
            dict(_NOTE.findall(match["notes"])),
        )
        for match in _FENCE.finditer(page)
    ]


def commands_of(body: str) -> list[Command]:
    """Split a console block into its commands, each with what it prints."""
    commands: list[tuple[list[str], list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            commands.append(([line[2:]], []))
        elif commands and not commands[-1][1] and commands[-1][0][-1].endswith("\\"):
            commands[-1][0].append(line.removeprefix("> "))
        elif commands:
            commands[-1][1].append(line)
        else:
            raise ValueError(f"a console block begins with '$ ', not with {line!r}")
    return [Command("\n".join(text), "\n".join(expected)) for text, expected in commands]


def matches(expected: str, printed: str) -> bool:
    """Tell whether ``printed`` is what the page shows; space at the end of lines is ignored."""
    pattern = ""
    for line in expected.rstrip().splitlines():
        if line.strip() == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            parts = [re.escape(part) for part in line.rstrip().split("...")]
            pattern += r"[^\n]*?".join(parts) + r"\n"
    text = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
    return re.fullmatch(pattern, text) is not None


Shell = Callable[[str, Path, Mapping[str, str]], tuple[int, str]]
"""Runs a command in a folder and an environment; returns its status and what it printed."""


def by_bash(command: str, folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a command by bash."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout


def when_ready(command: str, folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a command of the program by one that is ready, and any other by bash."""
    plain = command.replace("\\\n", " ")
    if not plain.startswith("detente ") or _OF_THE_SHELL.search(plain) or _THREADED.match(plain):
        return by_bash(command, folder, environment)
    with tempfile.TemporaryFile() as printed:
        status = ready.run(shlex.split(plain)[1:], folder, environment, printed, printed)
        printed.seek(0)
        return status, printed.read().decode("utf-8")


def run_console(block: Block, folder: Path, shell: Shell = by_bash) -> list[str]:
    """Run the commands of a block in ``folder``; return one problem for each that differs."""
    commands = commands_of(block.body)
    if not any(command.text.startswith("detente") for command in commands):
        return []
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("DETENTE_", "XDG_"))
    }
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder / ".home"),
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    problems = []
    for number, command in enumerate(commands, start=1):
        ended, printed = shell(command.text, folder, environment)
        status = int(block.notes.get("exit", "0")) if number == len(commands) else 0
        if ended != status or not matches(command.expected, printed):
            problems.append(
                f"line {block.line}: $ {command.text}\nexpected (exit {status}):\n"
                f"{command.expected}\nprinted (exit {ended}):\n{printed}"
            )
    return problems


def run_page(name: str, page: str, folder: Path, shell: Shell = by_bash) -> list[str]:
    """Run all examples of a page in ``folder``, the current one; return what did not hold."""
    problems: list[str] = []
    names: dict[str, Any] = {"__name__": "__main__"}
    for shipped in _COPY.findall(page):
        shutil.copy((_ROOT / name).parent / shipped, folder)
    for block in blocks_of(page):
        if "file" in block.notes:
            target = folder / block.notes["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            problems += run_console(block, folder, shell)
        elif block.language == "python" and ">>>" in block.body:
            test = doctest.DocTestParser().get_doctest(
                block.body, names, name, name, block.line - 1
            )
            runner = doctest.DocTestRunner(verbose=False, optionflags=_DOCTEST)
            runner.run(test, out=problems.append, clear_globs=False)
            names = test.globs
    return problems
