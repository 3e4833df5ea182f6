"""On what a run was made: the class of machine, and the versions."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version

LIBRARIES = ("numpy", "ortools", "moocore", "negmas", "duckdb", "ibis-framework", "pandas")


def machine() -> str:
    """Return one line: cores, system, Python, libraries; a library that is absent says so."""
    cores = os.cpu_count() or 1
    told = [
        f"{cores} core{'s' if cores > 1 else ''}",
        f"{platform.machine()}, {platform.system()}",
        f"Python {platform.python_version()}",
        *(f"{name} {_version(name)}" for name in LIBRARIES),
    ]
    return "; ".join(told)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
