"""Every problem of the record is told in some test of the record."""

from pathlib import Path

import pytest

from detente.base.codes import CODES

TESTS = Path(__file__).parents[1]
TEXTS = {
    path: path.read_text(encoding="utf-8")
    for room in ("store", "record", "study", "cli")
    for path in (TESTS / room).rglob("test_*.py")
}


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("R")] or [None])
def test_a_code_of_the_record_is_told_by_a_test(code: str | None) -> None:
    assert code is None or any(f'"{code}"' in text for text in TEXTS.values())
