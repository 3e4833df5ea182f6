"""An answer told as text or JSON and, with ``--out``, written as a page and a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from detente.base.result import Provenance
from detente.cli.options import console, notes, print_json
from detente.cli.own import own_html, own_json
from detente.cli.writing import refuse_others, write_files
from detente.report.figures.svg import Figure
from detente.report.tables.sheet import Sheet
from detente.report.text import print_sheets

Command = TypeVar("Command", bound=Callable[..., Any])


class Answer(Protocol):
    """A result that says how it came about."""

    @property
    def provenance(self) -> Provenance:
        """How it came about."""
        ...

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """Return it as JSON."""
        ...


def out_option(command: Command) -> Command:
    """Add ``--out``."""
    return click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        help="Also write a page with figures and a JSON document into this folder; only a file "
        "that an earlier run wrote is replaced.",
    )(command)


def tell_answer(
    name: str,
    kicker: str,
    result: Answer,
    sheets: Sequence[Sheet],
    figures: Callable[[], list[Figure]],
    out: Path | None,
    form: str,
    *,
    quiet: bool,
) -> None:
    """Print an answer and, where a folder is named, write it.

    Parameters
    ----------
    name
        Of the files.
    kicker
        What kind of answer it is, for the page.
    result, sheets, figures
        The answer, its tables, and what draws it.
    out
        The folder; ``None`` for none.
    form
        ``text`` or ``json``.
    quiet
        Whether the written files are left unnamed.
    """
    written: list[Path] = []
    if out is not None:
        document_is_own = partial(own_json, method=result.provenance.method)
        own: dict[str, Callable[[str], bool]] = {
            f"{name}.html": own_html,
            f"{name}.json": document_is_own,
        }
        refuse_others(out, own)
        # Templates are loaded where they are wanted: text needs none.
        from detente.report.html_sheets import render_sheets  # noqa: PLC0415

        page = render_sheets(sheets[0].title, kicker, sheets, figures(), result.provenance)
        document = result.model_dump_json(indent=2) + "\n"
        written = write_files(out, {f"{name}.html": page, f"{name}.json": document})
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_sheets(console(), sheets)
    if not quiet:
        for path in written:
            notes().print(f"wrote {path}", soft_wrap=True)
