"""Through whom an actor deals."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.ontology.cameo import act
from detente.record.ontology.sector import sectors
from detente.record.ontology.track import NAMED, gdelt, icews, polecat
from detente.record.schema import TRACKS

SHARED = Path(__file__).parents[4] / "shared" / "data"
ICEWS = sorted(word for source, word in sectors() if source == "icews")


@pytest.fixture
def data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/data is absent")
    return SHARED


@pytest.mark.parametrize(
    ("sector", "name", "track"),
    [
        ("Center Right,Government,Executive Office,Parties", "Vladimir Putin", "leaders"),
        ("Executive,Government,Executive Office", "Head of Government (Japan)", "leaders"),
        ("Executive Office,Global Diplomatic IGOs", "Paul Kagame", "leaders"),
        ("Foreign Ministry,Parties,Cabinet,Government", "Sergey Viktorovich Lavrov", "ministers"),
        ("Government,Executive,Foreign Ministry", "Foreign Affairs (Japan)", "ministers"),
        ("Defense / Security Ministry,Government", "Shotaro Yachi", "ministers"),
        ("Foreign Ministry,Executive,Government", "Envoy (Russia)", "officials"),
        ("Executive Office,Executive,Government", "Dmitry Peskov", "officials"),
        ("Government", "Government (Japan)", "officials"),
        ("Government,Military", "Military (Russia)", "officials"),
        ("Government,Information / Communication / Transparency Ministry", "Xinhua", "officials"),
        ("Business,Social", "Nissan", "civic"),
        ("Parties", "Party Member (Russia)", "civic"),
        ("Dissident,Rebel", "Rebels", None),
        ("International Government Organization,Elite,Government", "A secretary-general", None),
        ("Dissident,Protestors / Popular Opposition / Mobs", "Protester (France)", "civic"),
        ("Parties,Dissident", "Narendra Modi", "leaders"),
        ("", "Russia", None),
        (None, None, None),
        ("Unspecified", "Unspecified Actor", None),
    ],
)
def test_tracks_of_icews(sector: str | None, name: str | None, track: str | None) -> None:
    assert icews(sector, name) == track


@pytest.mark.parametrize(
    ("types", "name", "track"),
    [
        (["GOV"], "PRESIDENT", "leaders"),
        (["GOV", "MIL"], "KING", "leaders"),
        (["", None], "PRIME MINISTER", "leaders"),
        (["GOV"], "PRIME MINIST", "leaders"),
        (["GOV"], "VICE PRESIDENT", "ministers"),
        (["GOV"], "DEPUTY PRIME MINISTER", "ministers"),
        (["GOV"], "MINIST OF FINANCE", "ministers"),
        (["GOV"], "SECRETARY OF STATE", "ministers"),
        (["GOV"], "CHIEF MINISTER", "officials"),
        (["GOV"], "SPOKESMAN OF THE PRESIDENT", "officials"),
        (["GOV"], "NORWAY", "officials"),
        (["COP"], "POLICE", "officials"),
        (["BUS"], "PRESIDENT", "civic"),
        (["REB"], "REBELS", None),
        ([], "JAPAN", None),
        ([], "", None),
    ],
)
def test_tracks_of_gdelt(types: list[str | None], name: str, track: str | None) -> None:
    assert gdelt(types, name) == track


@pytest.mark.parametrize(
    ("primary", "sector", "title", "track"),
    [
        ("GOV", "GOV", "President of Russia", "leaders"),
        ("GOV", "GOV;LEG", "Prime Minister of Japan", "leaders"),
        ("GOV", "GOV", "Minister for Foreign Affairs of Japan", "ministers"),
        ("GOV", "GOV", "Vice Minister for Foreign Affairs", "officials"),
        ("GOV", "GOV", "former President", "officials"),
        ("GOV", "GOV", None, "officials"),
        ("MIL", "MIL;GOV", "President of the court", "officials"),
        ("BUS", "BUS;GOV", "president", "civic"),
        ("REB", "REB", "", None),
        ("None", "None", "None", None),
        (None, None, None, None),
    ],
)
def test_tracks_of_polecat(
    primary: str | None, sector: str | None, title: str | None, track: str | None
) -> None:
    assert polecat(primary, sector, title) == track


def test_names_have_known_tracks() -> None:
    assert {*NAMED.values()} <= {*TRACKS}


@given(st.lists(st.sampled_from(ICEWS), max_size=6))
def test_the_order_of_sectors_does_not_matter(found: list[str]) -> None:
    assert icews(",".join(found), "A") == icews(",".join(reversed(found)), "A")


def test_japan_and_russia_meet_where_they_met(data: Path) -> None:
    """Abe and Putin met in Singapore on 14 November and in Buenos Aires on 1 December 2018."""
    days: Counter[str] = Counter()
    for path in (data / "icews").glob("*.tab"):
        for line in path.read_text("utf-8").splitlines()[1:]:
            cells = line.split("\t")
            known = act(cells[6])
            if {cells[4], cells[10]} != {"Japan", "Russian Federation"} or known is None:
                continue
            tracks = {icews(cells[3], cells[2]), icews(cells[9], cells[8])}
            if known.kind == "consult" and tracks <= {"leaders", "ministers"}:
                days[cells[1]] += 1
    months = Counter(dict.fromkeys(("2018-10", "2018-11", "2018-12"), 0))
    for day, count in days.items():
        months[day[:7]] += count

    assert dict(months) == {"2018-10": 16, "2018-11": 48, "2018-12": 22}
    assert days["2018-11-14"] == 6
    assert days["2018-12-01"] == 10
    assert max(days, key=days.__getitem__) == "2018-11-15"
