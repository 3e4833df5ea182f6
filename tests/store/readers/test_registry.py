import pytest

from detente.base.errors import InputError
from detente.store.readers import READERS, named, recognise
from detente.store.readers.alliances import VARIABLES
from detente.store.readers.chronology import COLUMNS as CHRONOLOGY
from detente.store.readers.icews import COLUMNS as ICEWS
from detente.store.readers.polecat import COLUMNS as POLECAT
from tests.store.readers.reading import data, gdelt, table

HEADS = {
    "icews": "\t".join(ICEWS),
    "gdelt1": gdelt(57),
    "gdelt2": gdelt(61),
    "polecat": "\t".join(POLECAT),
    "chronology": table(CHRONOLOGY),
    "ideal_points": "ccode,session,IdealPoint,Q5%,Q95%",
    "alliances": table(["ccode1", "ccode2", "year", *VARIABLES]),
    "sanctions": "country,year,ccode,EU,US,UN,multilateral,econ_eu_sanc,non_econ_eu_sanc,"
    "econ_us_sanc,non_econ_us_sanc,econ_un_sanc,non_econ_un_sanc",
}


def test_every_source_is_recognised_by_its_first_lines() -> None:
    assert {source: recognise(head.encode() + b"\nx") for source, head in HEADS.items()} == {
        source: source for source in READERS
    }


@pytest.mark.parametrize("head", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"\t" * 60, b"x" * 9_000])
def test_what_is_no_source_is_not_recognised(head: bytes) -> None:
    assert recognise(head) is None


def test_a_reader_has_the_name_it_is_kept_under() -> None:
    assert all(source == reader.source for source, reader in READERS.items())
    assert named("icews") is READERS["icews"]


def test_a_source_that_is_not_there() -> None:
    with pytest.raises(InputError, match=r"R925.*did you mean icews"):
        named("icew")
    with pytest.raises(InputError, match=r"R925.*or csv"):
        named("x")


def test_a_pickle_is_no_source_and_is_never_opened() -> None:
    assert recognise(data("gdelt", "gdeltPyR_events1samp.gz").read_bytes()[:4096]) is None
