"""Every failure as people read it, and the exit status it ends with."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

import click
import platformdirs

from detente import __version__
from detente.base.errors import DetenteError, InputError, MissingResource
from detente.cli.problems import print_problems

EXTRAS = {
    **dict.fromkeys(("duckdb", "filelock", "ibis", "pandas", "pyarrow", "urllib3"), "record"),
    "pyspark": "spark",
}
"""Libraries that an extra of the package brings, and its name."""


def tell(error: Exception) -> int:
    """Print a failure on standard error and return the exit status."""
    if isinstance(error, InputError):
        print_problems(error.problems)
        return error.exit_status
    if isinstance(error, DetenteError):
        click.echo(f"detente: {error}", err=True)
        return error.exit_status
    if isinstance(error, BrokenPipeError):
        _stop_output()
        return 0
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        _stop_output()
        click.echo(f"detente: the answer cannot be written: {error.strerror}", err=True)
        return MissingResource.exit_status
    if isinstance(error, ModuleNotFoundError) and (extra := EXTRAS.get(error.name or "")):
        said = f"{error.name} is not installed; install the extra: pip install 'detente[{extra}]'"
        click.echo(f"detente: {said}", err=True)
        return MissingResource.exit_status
    report = _report(error)
    where = f" (fault report: {report})" if report else ""
    click.echo(
        f"detente: a fault of the program, {type(error).__name__}; please report it{where}",
        err=True,
    )
    return 1


def _stop_output() -> None:
    """Send what is still to be written nowhere, so that it fails no second time on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(error: Exception) -> Path | None:
    """Write a fault report to the platform's folder for logs; ``None`` when it cannot be."""
    lines = [
        f"detente {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
        f"arguments: {sys.argv[1:]}",
        *traceback.format_exception(error),
    ]
    try:
        folder = Path(platformdirs.user_log_dir("detente", appauthor=False))
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        with tempfile.NamedTemporaryFile(
            "w", dir=folder, prefix=f"fault-{stamp}-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write("\n".join(lines))
    except OSError:
        return None
    return Path(file.name)
