from detente.record.coverage import FLOORS
from detente.store.readers import READERS
from detente.store.readers.mapped import MappedReader
from detente.store.readers.mapping import read_pairs
from detente.store.readers.source import Source


def test_coverage_by_volume_is_for_sources_that_code_the_news() -> None:
    assert {*FLOORS} == {"gdelt1", "gdelt2", "icews", "polecat"}
    assert {*FLOORS} < {*READERS}
    assert [s for s, reader in READERS.items() if reader.hand_selected] == ["chronology"]


def test_a_table_by_a_mapping_is_a_source_whose_coverage_is_declared() -> None:
    reader: Source = MappedReader(read_pairs("date=a,actor=b,target=c"), "mine")

    assert (reader.source, reader.hand_selected) == ("mine", False)
