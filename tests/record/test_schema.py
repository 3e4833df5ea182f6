"""The columns of the record."""

import pytest

from detente.record.schema import ASIDE, EVENTS, KINDS, TOPICS, YEARLY, Column


@pytest.mark.parametrize("columns", [EVENTS, YEARLY, ASIDE])
def test_a_table_names_each_column_once_and_leads_back_to_its_file(
    columns: tuple[Column, ...],
) -> None:
    names = [column.name for column in columns]

    assert len(names) == len({*names})
    assert names[:3] == ["source", "file", "row"]
    assert all(column.meaning for column in columns)


def test_the_words_of_the_record_are_told_apart() -> None:
    assert len({*KINDS}) == 16
    assert len({*TOPICS}) == 8
