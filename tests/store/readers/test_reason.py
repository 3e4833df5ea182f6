from typing import get_args

from detente.store.readers.reason import REASONS, Reason


def test_each_word_has_its_meaning() -> None:
    assert set(get_args(Reason)) == set(REASONS)
    assert len(set(REASONS.values())) == len(REASONS)
