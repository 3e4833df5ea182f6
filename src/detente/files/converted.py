"""A case in another form: the files to write for YAML, for a workbook, for a folder of tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from detente.base.errors import InputError
from detente.base.event import Event
from detente.base.problem import Problem
from detente.case.case import Case
from detente.files.case_yaml import case_yaml
from detente.files.chronology import COLUMNS, event_cells
from detente.files.resolve import SUFFIXES
from detente.files.sheets_csv import folder_files
from detente.files.spreadsheet import WORKBOOK
from detente.files.tables.writing import as_tables


def converted(case: Case, events: Sequence[Event], out: Path, *, folder: bool) -> dict[Path, bytes]:
    """Return the files that say a case in the form of a name: bytes by path.

    Parameters
    ----------
    case, events
        The case, and the events of its chronology.
    out
        What to write: a name ending in ``.yaml``, ``.yml`` or ``.xlsx``, or a folder.
    folder
        Whether the name is that of a folder, whatever it ends with.

    Raises
    ------
    InputError
        When the name ends with what is no form of a case, or a text fits into no cell (U602).
    """
    chronology = {}
    if case.chronology is not None:
        chronology = {case.chronology.file: _events(events).encode()}
    if folder or not out.suffix:
        files = {name: text.encode() for name, text in folder_files(as_tables(case)).items()}
        clash = sorted(files.keys() & chronology.keys())
        if clash:
            said = f"the chronology's file and a table would both be {clash[0]}"
            raise InputError([Problem("U602", said, hint="rename the chronology's file first")])
        return {out / name: data for name, data in {**files, **chronology}.items()}
    if out.suffix in SUFFIXES:
        files = {out.name: case_yaml(case).encode(), **chronology}
        return {out.parent / name: data for name, data in files.items()}
    if out.suffix == WORKBOOK:
        from detente.files.xlsx_writing import workbook  # noqa: PLC0415 - loads openpyxl

        kept = events if case.chronology is not None else None
        return {out: workbook(case.title, as_tables(case), kept)}
    said = f"{out.name} ends with {out.suffix}, which is no form of a case"
    hint = f"name a file ending in {SUFFIXES[0]} or {WORKBOOK}, or a folder, with a / at its end"
    raise InputError([Problem("U602", said, hint=hint)])


def _events(events: Sequence[Event]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(event_cells(event) for event in events)
    return out.getvalue()
