"""``detente convert``: a case as YAML, as a workbook, or as a folder of CSV tables."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.fresh import write_fresh
from detente.files.converted import converted
from detente.files.opened import open_case


@click.command("convert")
@click.argument("case", metavar="CASE")
@click.argument("out", metavar="OUT")
def command(case: str, out: str) -> None:
    """Write CASE once more, in the form that the name OUT has.

    OUT ends in .yaml for a case file or in .xlsx for a workbook; any other name without an ending,
    or with a / at its end, is a folder of CSV tables. The chronology goes with the case: a file
    beside it, or a sheet of the workbook. Nothing is lost but the comments and the layout of YAML,
    and no file that exists is overwritten.
    """
    opened = open_case(case)
    path = Path(out)
    folder = out.endswith(("/", "\\")) or path.is_dir()
    files = converted(opened.case, opened.events, path, folder=folder)
    write_fresh(files)
    click.echo(f"wrote {path}; next: detente check {path}")
