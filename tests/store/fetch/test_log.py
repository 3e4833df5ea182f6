from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.store.fetch.gdelt import Listed
from detente.store.fetch.log import Log, Logged

DAY = date(2018, 10, 4)
FILE = Listed("a.zip", 3, "0" * 32, DAY, DAY)
LOGGED = Logged(2, "a.zip", 3, "0" * 32, ("JPN", "RUS"), "key", "2026-01-01T00:00:00Z")


def test_what_was_added_is_held_then_and_later(tmp_path: Path) -> None:
    path = tmp_path / "new" / "log.jsonl"
    log = Log(path, {"key"})
    assert not log.holds(2, FILE, frozenset({"RUS"}))

    log.add(LOGGED)

    for each in (log, Log(path, {"key"})):
        assert each.holds(2, FILE, frozenset({"RUS"}))
        assert each.holds(2, FILE, frozenset({"RUS", "JPN"}))
        assert not each.holds(2, FILE, frozenset({"RUS", "USA"}))
        assert not each.holds(2, FILE, None)
        assert not each.holds(1, FILE, frozenset({"RUS"}))
        assert not each.holds(2, replace(FILE, md5="1" * 32), frozenset({"RUS"}))


def test_all_events_hold_those_of_any_state(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.jsonl", {"key"})
    log.add(replace(LOGGED, keep=None))

    assert log.holds(2, FILE, None)
    assert log.holds(2, FILE, frozenset({"USA"}))


def test_what_the_store_has_not_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    Log(path, set()).add(LOGGED)

    assert not Log(path, {"other"}).holds(2, FILE, frozenset({"RUS"}))


@pytest.mark.parametrize(
    "broken",
    [b"{", b'{"version": 2, "na', b"[1]", b"null", b"\xff\n", b"{}\n", b'{"version": []}\n'],
)
def test_a_broken_line_costs_itself_alone(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(broken)

    Log(path, {"key"}).add(LOGGED)

    assert Log(path, {"key"}).holds(2, FILE, frozenset({"RUS"}))


@pytest.mark.parametrize("keep", ["[1]", "[[]]", "3", '{"a": 1}'])
def test_states_that_are_none_hold_nothing(tmp_path: Path, keep: str) -> None:
    path = tmp_path / "log.jsonl"
    Log(path, {"key"}).add(LOGGED)
    path.write_text(path.read_text().replace('["JPN", "RUS"]', keep))

    assert not Log(path, {"key"}).holds(2, FILE, frozenset({"RUS"}))
