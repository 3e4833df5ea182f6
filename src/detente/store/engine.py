"""DuckDB as the store's engine: connections with limits, and its failures as people read them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem

if TYPE_CHECKING:
    import ibis.backends.duckdb


@dataclass(frozen=True, slots=True)
class Limits:
    """What the engine may use.

    Attributes
    ----------
    memory
        Memory, as DuckDB writes it: ``2GB``. ``None``: four fifths of the machine's.
    threads
        Threads. ``None``: one a core.
    spill
        Folder for what does not fit into memory. ``None``: one in the system's temporary folder.
    """

    memory: str | None = None
    threads: int | None = None
    spill: Path | None = None

    def settings(self) -> Mapping[str, Any]:
        """Return the engine's settings."""
        spill = self.spill or Path(tempfile.gettempdir()) / f"detente-spill-{os.getpid()}"
        found: dict[str, Any] = {"temp_directory": str(spill)}
        if self.memory is not None:
            found["memory_limit"] = self.memory
        if self.threads is not None:
            found["threads"] = self.threads
        return found


def plain_connection(limits: Limits) -> duckdb.DuckDBPyConnection:
    """Return a DuckDB connection of one's own, in memory.

    Raises
    ------
    MissingResource
        When a limit is none that the engine understands.
    """
    with told():
        return duckdb.connect(config=dict(limits.settings()))


def ibis_connection(limits: Limits) -> ibis.backends.duckdb.Backend:
    """Return an Ibis connection to DuckDB, in memory.

    Raises
    ------
    MissingResource
        When a limit is none that the engine understands.
    """
    import ibis  # noqa: PLC0415 - half a second that adding a file never needs

    with told():
        return ibis.duckdb.connect(**limits.settings())


@contextmanager
def told(shown: str = "", code: str = "R914", hint: str = "") -> Iterator[None]:
    """Turn the engine's failures into the program's.

    Parameters
    ----------
    shown
        The file that is being read.
    code, hint
        Of the problem that it cannot be read.

    Raises
    ------
    MissingResource
        When memory, the disk or a setting of the engine is what fails.
    InputError
        When the file cannot be read.
    """
    try:
        yield
    except (duckdb.OutOfMemoryException, MemoryError) as error:
        said = f"the engine ran out of memory: {_first_line(error)}"
        raise MissingResource(said) from error
    except duckdb.Error as error:
        if not shown:
            raise MissingResource(f"the engine: {_first_line(error)}") from error
        raise InputError([Problem(code, _first_line(error), shown, hint=hint)]) from error


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
