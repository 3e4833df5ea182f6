"""``detente convert``: a case as YAML, as a workbook, as CSV tables, or for GENIUS and NegMAS."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from detente.cli.fresh import write_fresh
from detente.files.converted import converted
from detente.files.genius.write import FORMS, Form, genius_files
from detente.files.judged import open_judged


@click.command("convert")
@click.argument("case", metavar="CASE")
@click.argument("out", metavar="OUT")
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMS),
    help="Write a folder of XML in which the agents of GENIUS or of NegMAS can negotiate.",
)
def command(case: str, out: str, form: str | None) -> None:
    """Write CASE once more, in the form that the name OUT has.

    OUT ends in .yaml for a case file or in .xlsx for a workbook; any other name without an ending,
    or with a / at its end, is a folder of CSV tables. The chronology goes with the case: a file
    beside it, or a sheet of the workbook. Nothing is lost but the comments and the layout of YAML,
    and no file that exists is overwritten.

    With --to, OUT is a folder for a domain and a utility space for each principal. What has no
    place there is refused, element by element.
    """
    opened = open_judged(case)
    path = Path(out)
    if form is not None:
        files = genius_files(opened.case, path, cast(Form, form))
    else:
        folder = out.endswith(("/", "\\")) or path.is_dir()
        files = converted(opened.case, opened.events, path, folder=folder)
    write_fresh(files)
    click.echo(f"wrote {path}; next: detente check {path}")
