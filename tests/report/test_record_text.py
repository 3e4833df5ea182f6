import io
from datetime import date

from rich.console import Console

from detente.report.record_text import TOLD, added_sheet, print_added, print_status
from detente.store.several import FileAdded, FilesAdded
from detente.store.status import SourceStatus, StoreStatus


def _file(name: str, **other: object) -> FileAdded:
    found: dict[str, object] = {
        "name": f"in/{name}", "source": "icews", "new": True, "rows": 2338, "aside": 0,
        "repeated": 0, "first": date(2018, 9, 28), "last": date(2018, 10, 5),
    }  # fmt: skip
    return FileAdded.model_validate({**found, **other})


def _printed(result: FilesAdded | StoreStatus) -> str:
    out = io.StringIO()
    plain = Console(file=out, width=100, highlight=False, emoji=False, markup=False)
    if isinstance(result, FilesAdded):
        print_added(plain, result)
    else:
        print_status(plain, result)
    return out.getvalue()


def test_what_was_added_is_told_by_the_file() -> None:
    files = (_file("a.tab", repeated=3), _file("b.tab", new=False, first=None, last=None))

    said = _printed(FilesAdded(folder="kept", files=files, refused=1))

    assert "2 files: 1 new, 1 kept already; 1 refused. 4,676 rows kept, 0 set aside." in said
    assert "new, 3 repeated" in said
    assert "a.tab" in said
    assert "in/a.tab" not in said


def test_of_many_files_the_ends_are_told() -> None:
    files = tuple(_file(f"{number}.tab") for number in range(TOLD + 5))

    sheet = added_sheet(FilesAdded(folder="kept", files=files, refused=0))

    assert (len(sheet.rows), sheet.rows[0][0], sheet.rows[-1][0]) == (TOLD, "0.tab", "24.tab")
    assert "--format json tells all" in sheet.notes[1]


def test_what_is_kept_is_told_by_the_source() -> None:
    source = SourceStatus(
        source="icews", table="events", files=86, rows=100, counted=90, aside=2,
        reasons={"columns": 2, "not UTF-8": 1}, repeated_equal=7, repeated_differing=3,
        first=date(2018, 9, 14),
        last=None, size=3_381_841,
    )  # fmt: skip

    said = _printed(StoreStatus(folder="kept", sources=(source,), verified=True))

    for words in (
        "10 (3 differ)",
        "3.4 MB",
        "2018-09-14",
        "too many cells",
        "not UTF-8",
        "as it was written",
    ):
        assert words in said


def test_an_empty_record_says_what_to_do() -> None:
    said = _printed(StoreStatus(folder="kept", sources=()))

    assert "Nothing is kept yet; `detente record add PATH` adds a file." in said
    assert "Why rows" not in said
