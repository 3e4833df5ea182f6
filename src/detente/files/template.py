"""A new case: the commented file, workbook or folder of tables that ``detente new`` writes."""

from __future__ import annotations

from importlib import resources

from detente.files.sheets_csv import folder_files
from detente.files.tables.writing import empty_tables


def new_case(name: str) -> str:
    """Return the text of a new case, which passes ``detente check`` as it stands.

    Parameters
    ----------
    name
        The case's id.

    Examples
    --------
    >>> new_case("river").splitlines()[0].startswith("detente: 1")
    True
    """
    text = (resources.files("detente") / "files" / "new_case.yaml").read_text(encoding="utf-8")
    return text.replace("id: NAME", f"id: {name}", 1)


def new_folder(name: str) -> dict[str, bytes]:
    """Return the tables of a new case, empty but for what says what they hold: bytes by file.

    Parameters
    ----------
    name
        The case's id.

    Examples
    --------
    >>> new_folder("river")["case.csv"].decode().splitlines()[:2]
    ['key,value,_meaning', 'detente,1,The form of the case: 1.']
    """
    files = folder_files(empty_tables(name), empty=True)
    return {file: text.encode() for file, text in files.items()}


def new_workbook(name: str) -> bytes:
    """Return the bytes of a workbook for a new case: every sheet, with its headings alone.

    Parameters
    ----------
    name
        The case's id.
    """
    from detente.files.xlsx_writing import workbook  # noqa: PLC0415 - loads openpyxl

    return workbook(f"A new case: {name}", empty_tables(name), ())
