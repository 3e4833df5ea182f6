"""How long the program takes from a cold start: a process each, nothing kept between them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.registry import REGISTRY, Problem

CASE = "japan-russia-2017"
DETENTE = str(Path(sys.executable).with_name("detente"))

COLD = REGISTRY.question(
    "cold",
    "A process from its start to its end",
    [Problem("one start", lambda: None, f"{CASE}; no process shows less memory than its starter")],
    compared=False,
)


def _run(*words: str) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@COLD.answer("detente brief, as text", ours=True)
def _brief(_: None) -> None:
    _run(DETENTE, "brief", CASE)


@COLD.answer("detente brief --out, with figures", ours=True)
def _brief_out(_: None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _run(DETENTE, "brief", CASE, "--out", f"{folder}/brief")


@COLD.answer("detente frontier", ours=True)
def _frontier(_: None) -> None:
    _run(DETENTE, "frontier", CASE)


@COLD.answer("detente --help", ours=True)
def _help(_: None) -> None:
    _run(DETENTE, "--help")


@COLD.answer("import detente", ours=True)
def _import(_: None) -> None:
    _run(sys.executable, "-c", "import detente")


@COLD.answer("Python alone")
def _python(_: None) -> None:
    _run(sys.executable, "-c", "pass")
