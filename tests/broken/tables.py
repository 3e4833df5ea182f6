"""Broken spreadsheets: for each code of tables, the smallest change that shows it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

from detente.files.converted import converted
from detente.files.opened import open_case
from tests.broken.material import CODES

NAME = "mine"


class Broken(NamedTuple):
    """What to change, in which form of the case, and where the problem is then told."""

    change: Callable[[Any], Any]
    place: str
    row: int
    workbook: bool = False


def _text(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, (file, old, text)
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def _rename(old: str, new: str) -> Callable[[Path], Path]:
    return lambda folder: (folder / old).rename(folder / new)


def _cell(sheet: str, cell: str, value: Any, kind: str | None = None) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        book[sheet][cell] = value
        if kind:
            book[sheet][cell].data_type = kind

    return change


def _macros(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", b" " * 40_000_000)


BROKEN: dict[str, Broken] = {
    "T701": Broken(lambda path: path.write_bytes(b"not a workbook"), ".xlsx", 0, True),
    "T702": Broken(_bomb, ".xlsx", 0, True),
    "T703": Broken(_macros, ".xlsx", 0, True),
    "T704": Broken(_cell("weights", "D2", "=40+10"), ".xlsx[weights]", 2, True),
    "T705": Broken(lambda book: book["signers"].merge_cells("C2:D2"), ".xlsx[signers]", 2, True),
    "T706": Broken(_cell("weights", "C2", "#REF!", "e"), ".xlsx[weights]", 2, True),
    "T707": Broken(_rename("weights.csv", "weigths.csv"), "/weigths.csv", 0),
    "T708": Broken(_text("weights.csv", "mode", "mod"), "/weights.csv", 1),
    "T709": Broken(_text("weights.csv", "issue", "_"), "/weights.csv", 1),
    "T710": Broken(_text("signers.csv", "\n", "\n,Nobody,\n"), "/signers.csv", 2),
    "T711": Broken(_text("signers.csv", "\n", "\na,One,\na,Two,\n"), "/signers.csv", 3),
    "T712": Broken(
        _text("commitments.csv", "power = sales", "power is sold"), "/commitments.csv", 2
    ),
    "T713": Broken(_text("weights.csv", "\n", "\nUPPP,water,,3,,,\n"), "/weights.csv", 2),
    "T714": Broken(_text("signers.csv", "\n", '\na,"One"x,\n'), "/signers.csv", 2),
}


def build(code: str, folder: Path) -> Path:
    """Write the broken spreadsheet of a code into a folder; return its path."""
    broken = BROKEN[code]
    opened = open_case(str(CODES / "U601.yaml"))
    path = folder / (f"{NAME}.xlsx" if broken.workbook else NAME)
    for file, data in converted(
        opened.case, opened.events, path, folder=not broken.workbook
    ).items():
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    if broken.workbook and code >= "T704":
        book = load_workbook(io.BytesIO(path.read_bytes()))
        broken.change(book)
        book.save(path)
    else:
        broken.change(path)
    return path
