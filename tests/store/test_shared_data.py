"""The record of `../shared/data`: what the issue states of it."""

from pathlib import Path

import pytest

from detente.store.readers import READERS
from detente.store.several import add_files, gathered
from detente.store.status import status
from detente.store.store import Store

DATA = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.mark.slow
def test_a_quarter_of_icews_is_kept_whole(tmp_path: Path) -> None:
    if not DATA.is_dir():
        pytest.skip("../shared/data is absent")
    store = Store(tmp_path / "store")

    _, problems = add_files(store, gathered([DATA / "icews"]), READERS)

    (source,) = status(store).sources
    assert (problems, source.files, source.counted, source.aside) == ((), 86, 163_949, 0)
    assert sum(store.daily("icews").values()) == 163_949
