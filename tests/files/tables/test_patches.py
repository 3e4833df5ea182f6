from decimal import Decimal
from typing import Any

import pytest

from detente.files.tables.cells import CellError, unguarded
from detente.files.tables.patches import (
    change_rows,
    change_value,
    join_path,
    owner_path,
    split_path,
)
from tests.files.tables.material import CHANGES


def _built(rows: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        path = split_path(unguarded(row["path"]))
        into = found
        for key in path[:-1]:
            into = into.setdefault(key, {})
        into[path[-1]] = change_value(path, {k: v for k, v in row.items() if k != "path"})
    return found


def test_changes_read_as_they_were_to_the_last_type() -> None:
    assert repr(_built([*change_rows(CHANGES)])) == repr(CHANGES)


def test_common_changes_are_written_for_people() -> None:
    rows = {row["path"]: row for row in change_rows(CHANGES)}

    assert rows["principals.A.adjective"]["value"] == "null"
    assert rows["principals.A.name"]["value"] == "'null"
    assert rows["principals.A.weights.points.i"] == {
        "path": "principals.A.weights.points.i",
        "mode": "0.10",
    }
    assert rows["commitments.d.options.j"]["value"] == "x | y"
    assert rows["wishes.w.removable"]["value"] == "json: true"
    assert [*change_rows({})] == [{}]


def test_paths_may_hold_full_stops_within_a_key() -> None:
    assert split_path(join_path(("a.b", "c\\", "d"))) == ("a.b", "c\\", "d")


def test_a_path_ends_somewhere() -> None:
    with pytest.raises(CellError, match="keys"):
        split_path("a." * 5_000)


def test_owners_are_found_by_their_kind() -> None:
    assert owner_path("step", "x") == ("steps", "x", "effects")
    for of, owner, said in (
        ("party", "x", "no kind"),
        ("state", "x", "no owner"),
        ("step", "x.y", "no owner"),
    ):
        with pytest.raises(CellError, match=said):
            owner_path(of, owner)


def test_a_row_gives_one_value() -> None:
    path = ("principals", "A", "reserve")
    assert change_value(path, {"value": "2.5"}) == Decimal("2.5")
    with pytest.raises(CellError, match="no value"):
        change_value(path, {})
    with pytest.raises(CellError, match="both"):
        change_value(path, {"value": "1", "mode": 1})
