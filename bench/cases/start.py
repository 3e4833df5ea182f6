"""How long the program takes to be ready; the size is the number of starts in a row.

The memory column shows this process only, not the ones it starts.
"""

import subprocess
import sys
from pathlib import Path

from bench.registry import bench

STARTS = (1,)


def _start(count: int, *arguments: str, program: str = sys.executable) -> None:
    for _ in range(count):
        subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)


@bench("start", sizes=STARTS, prepare=int, peer=True)
def bare_python(count: int) -> None:
    _start(count, "-c", "pass")


@bench("start", sizes=STARTS, prepare=int)
def import_detente(count: int) -> None:
    _start(count, "-c", "import detente")


@bench("start", sizes=STARTS, prepare=int)
def import_click(count: int) -> None:
    _start(count, "-c", "import click")


@bench("start", sizes=STARTS, prepare=int)
def detente_help(count: int) -> None:
    _start(count, "--help", program=str(Path(sys.executable).with_name("detente")))
