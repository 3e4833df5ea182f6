"""Malformed workbooks and tables: problems or a case, and never a fault of the program."""

import contextlib
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from detente.base.errors import InputError
from detente.files.opened import open_case
from tests.files.tables.material import small_folder, small_workbook

VALUES: list[Any] = [
    None, "", " ", 0, -5, 0.1, 1e300, True, "x", "=1", "'", "A | B", "i = x", "a = b = c", ";",
    "null", "json: {", "json: [1]", "principals.UPP", "shocks..", ".", "\\", "2/15",
    "1e5", "é" * 500, "detente", "UPP", "water", "power = sales; water", "2017-02-30",
    "[]", "{party}", "#",
]  # fmt: skip

pytestmark = pytest.mark.fuzz


def _opens(path: Path) -> None:
    """Open what may be broken; anything but problems of the input is a fault."""
    with contextlib.suppress(InputError):
        open_case(str(path))


@pytest.mark.parametrize("seed", range(150))
def test_workbooks_with_odd_cells(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)

    def change(book: Any) -> None:
        for _ in range(chance.randint(1, 6)):
            page = book[chance.choice(book.sheetnames[1:])]
            row = chance.choice((1, 2, chance.randint(1, 12)))
            page.cell(row, chance.randint(1, 9)).value = chance.choice(VALUES)

    _opens(small_workbook(tmp_path, change))


@pytest.mark.parametrize("seed", range(150))
def test_workbooks_with_damaged_parts(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = small_workbook(tmp_path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w") as new:
        parts = old.infolist()
        hit = chance.choice(parts).filename
        for part in parts:
            data = bytearray(old.read(part))
            if part.filename == hit:
                for _ in range(chance.randint(1, 8)):
                    place = chance.randrange(len(data))
                    data[place : place + chance.randint(0, 9)] = chance.randbytes(
                        chance.randint(0, 4)
                    )
            new.writestr(part.filename, bytes(data))

    _opens(path)


@pytest.mark.parametrize("seed", range(150))
def test_tables_with_damaged_text(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder = small_folder(tmp_path)
    for _ in range(chance.randint(1, 4)):
        path = chance.choice(sorted(folder.iterdir()))
        data = bytearray(path.read_bytes())
        place = chance.randrange(len(data))
        data[place : place + chance.randint(0, 9)] = str(chance.choice(VALUES)).encode()
        path.write_bytes(bytes(data))

    _opens(folder)


def test_the_material_of_these_tests_is_sound(tmp_path: Path) -> None:
    path = small_workbook(tmp_path)

    assert load_workbook(path).sheetnames[0] == "read me"
    assert open_case(str(path)).case.id == "small"
