import pytest

from detente.files.tables.meanings import MEANINGS, meaning
from detente.files.tables.sheets import SHEETS


def test_a_column_has_its_own_words_before_those_of_the_form() -> None:
    assert meaning("facts", "confidence", "other") == "How sure the source is."
    assert meaning("shocks", "x", "of the form") == "of the form"


def test_a_column_without_a_meaning_is_refused() -> None:
    with pytest.raises(KeyError):
        meaning("facts", "colour", None)


def test_every_entry_is_about_a_column_that_exists() -> None:
    columns = {f"{sheet.name}.{column.name}" for sheet in SHEETS for column in sheet.header}
    columns |= {name.partition(".")[2] for name in columns}
    parts = {column.part for sheet in SHEETS for column in sheet.header}

    assert {*MEANINGS} <= columns | parts
