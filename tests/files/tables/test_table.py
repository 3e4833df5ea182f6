from detente.files.tables.table import Cell, table_of, tidy


def test_blank_lines_and_comments_are_left_out_and_rows_keep_their_numbers() -> None:
    lines: dict[int, tuple[Cell | None, ...]] = {
        1: ("", None),
        2: ("id", "name"),
        3: ("# said", ""),
        5: ("#", "x"),
        7: (1, " "),
    }

    table = table_of("t", "t.csv", lines)

    assert table.header == ("id", "name")
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (5, {"id": "#", "name": "x"}),
        (7, {"id": 1}),
    ]


def test_columns_without_a_name_are_numbered_and_private_ones_not_read() -> None:
    table = table_of("t", "t.csv", {1: ("id", "", "_note"), 2: ("a", "b", "c", "d")})

    assert dict(table.rows[0].cells) == {"id": "a", "column 2": "b", "column 4": "d"}


def test_names_are_compared_in_small_letters() -> None:
    assert tidy("  Weights  Reason ") == "weights_reason"
    assert tidy(None) == ""
