"""``detente upgrade``: a case of an older form, migrated with its comments."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import FORM
from detente.cli.writing import copy_file, new_file, refuse_existing, replace_file
from detente.files.genius.paths import xml_files
from detente.files.opened import chronology_beside, read_text
from detente.files.resolve import is_builtin, resolve
from detente.files.upgrade import upgraded

TABLES = (".xlsx", ".csv")
"""How the names of cases end that are no YAML."""


@click.command("upgrade")
@click.argument("case", metavar="CASE")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a new file, and leave CASE as it is.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def command(case: str, out: Path | None, *, dry_run: bool) -> None:
    """Bring CASE to the present form of case files, step by step; comments and layout stay.

    The file is replaced in one move, and what it was is kept beside it: river.yaml of form 0 as
    river.yaml.0. Nothing is written when anything cannot be migrated.
    """
    path = resolve(case)
    shown = path.name if is_builtin(path) else str(path)
    if path.suffix in TABLES or (path.is_dir() and xml_files(path)):
        form = "of GENIUS" if path.is_dir() else "in tables"
        said = f"a case {form} has no older form; only YAML files are upgraded"
        raise InputError([Problem("F007", said, shown, hint="give a YAML file")])
    text = read_text(path, shown)
    found = upgraded(text, shown)
    if found.case is None:
        click.echo(f"{shown} has already form {FORM}; nothing was changed")
        return
    if dry_run:
        rows = difflib.unified_diff(
            text.splitlines(), found.text.splitlines(), shown, f"{shown} (form {FORM})", lineterm=""
        )
        click.echo("\n".join(rows))
        return
    if out is not None:
        new_file(out, found.text, chronology_beside(found.case, path))
        click.echo(f"wrote {out}, form {FORM}; next: detente check {out}")
        return
    real = path.resolve()
    kept = real.with_name(f"{real.name}.{found.form}")
    refuse_existing(kept)
    copy_file(real, kept)
    replace_file(real, found.text)
    click.echo(
        f"{shown} has form {FORM} now; as it was, it is kept in {kept.name}\n"
        f"next: detente check {shown}"
    )
