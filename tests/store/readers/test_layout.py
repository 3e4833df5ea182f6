import pytest

from detente.base.errors import InputError
from detente.store.readers.layout import Layout, places

COLUMNS = ("id", "date", "who")


def test_a_heading_s_order_holds_whatever_else_it_names() -> None:
    layout = Layout.of("id\tnote\twho\tdate", COLUMNS, COLUMNS, "f")

    assert (layout.at["date"], layout.width, layout.headed) == (3, 4, True)


def test_without_heading_the_source_s_order_holds() -> None:
    layout = Layout.of("7\t2018", COLUMNS, COLUMNS, "f")

    assert (layout.at, layout.width, layout.headed) == ({"id": 0, "date": 1, "who": 2}, 3, False)


def test_all_that_is_lacking_is_told_with_what_is_near() -> None:
    with pytest.raises(InputError) as error:
        places(["id", "dates"], COLUMNS, "f")

    assert [(p.code, p.hint) for p in error.value.problems] == [
        ("R920", "it has `dates`"),
        ("R920", "it has id, dates"),
    ]
