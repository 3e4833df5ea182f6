"""``detente new``: a new case file, commented, to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import click

from detente.base.errors import InputError, MissingResource
from detente.base.problem import Problem
from detente.cli.fresh import write_fresh
from detente.files.template import new_case, new_folder, new_workbook

WORKBOOK = ".xlsx"

_ID = re.compile(r"^[A-Za-z][A-Za-z0-9_-]{0,63}$")


@click.command("new")
@click.argument("name", metavar="NAME")
def command(name: str) -> None:
    """Write NAME.yaml, a small case with a comment for every part, which passes the check.

    NAME.xlsx is an empty workbook to fill in, and NAME/ a folder of empty CSV tables; each says
    what its columns mean. A file that exists is never overwritten.
    """
    folder = name.endswith(("/", "\\"))
    path = Path(name if folder or name.endswith((".yaml", WORKBOOK)) else f"{name}.yaml")
    stem = path.name if folder else path.stem
    if not _ID.match(stem):
        raise InputError(
            [
                Problem(
                    "U601",
                    f"'{stem}' cannot be a case's id",
                    hint="a letter, then letters, digits, _ or -, 64 characters at most",
                )
            ]
        )
    if folder or path.suffix == WORKBOOK:
        files = {path / name: data for name, data in new_folder(stem).items()} if folder else {}
        write_fresh(files or {path: new_workbook(stem)})
        click.echo(f"wrote {path}; fill it in, then: detente check {path}")
        return
    text = new_case(stem)
    made = False
    try:
        with path.open("x", encoding="utf-8") as file:
            made = True
            file.write(text)
    except FileExistsError as error:
        raise InputError([Problem("U602", f"{path} exists already")]) from error
    except OSError as error:
        if made:
            path.unlink(missing_ok=True)
        raise MissingResource(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"wrote {path}; next: detente check {path}")
