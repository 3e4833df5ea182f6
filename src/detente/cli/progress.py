"""Progress on standard error, for whatever takes longer than a moment."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from detente.cli.options import notes
from detente.study.brief import Progress as Tell


@contextmanager
def progress(*, quiet: bool, verbose: bool) -> Iterator[Tell]:
    """Show what is being done.

    On a terminal a bar that vanishes when all is done; elsewhere, with ``verbose``, a line for
    each thing that is begun. With ``quiet``, nothing.
    """
    console = notes()
    if quiet or (not verbose and not console.is_terminal):
        yield lambda _what, _done, _total: None
    elif verbose:
        yield _lines(console)
    else:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=console, transient=True) as bar:
            task = bar.add_task("reading", total=None)
            yield lambda what, done, total: bar.update(
                task, description=what, completed=done, total=total if total > 1 else None
            )


def _lines(console: Console) -> Tell:
    begun = time.monotonic()
    said: list[str] = []

    def tell(what: str, _done: int, _total: int) -> None:
        if what not in said:
            said.append(what)
            console.print(f"{time.monotonic() - begun:6.2f} s  {what}")

    return tell
