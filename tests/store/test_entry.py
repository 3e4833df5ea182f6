from datetime import date

import pytest
from pydantic import ValidationError

from detente.store.entry import Entry, key_of

HASH = "0" * 64


def entry(**other: object) -> Entry:
    """Return an entry."""
    found = {
        "key": key_of("own", HASH, None), "source": "own", "table": "events", "name": "f",
        "sha256": HASH, "size": 1, "lines": 1, "rows": 1, "aside": 0, "first": "2018-10-04",
        "last": "2018-10-05", "days": {"2018-10-04": 1}, "parquet": {},
    }  # fmt: skip
    return Entry.model_validate({**found, **other})


def test_an_entry_is_the_same_after_writing_and_reading() -> None:
    one = entry(covers=["2018-10-01", "2018-10-31"], keep=["JPN"])

    assert Entry.model_validate_json(one.model_dump_json()) == one
    assert one.days == {date(2018, 10, 4): 1}


def test_a_key_covers_content_source_and_what_is_kept() -> None:
    keys = {
        key_of("own", HASH, None),
        key_of("other", HASH, None),
        key_of("own", "1" * 64, None),
        key_of("own", HASH, frozenset()),
        key_of("own", HASH, frozenset({"JPN"})),
    }

    assert len(keys) == 5
    assert key_of("own", HASH, frozenset("AB")) == key_of("own", HASH, frozenset("BA"))


def test_a_file_is_named_by_its_hash() -> None:
    assert entry().file == HASH
    assert entry().place < entry(last="2018-10-06").place < entry(last=None, first=None).place


@pytest.mark.parametrize("wrong", [{"key": "../own"}, {"rows": -1}, {"more": 1}, {"sha256": "0"}])
def test_what_is_no_entry_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        entry(**wrong)


@pytest.mark.parametrize("source", ["", "Own", "a/b", "../a"])
def test_a_source_has_a_plain_name(source: str) -> None:
    with pytest.raises(ValueError, match="cannot name a source"):
        key_of(source, HASH, None)
