"""CAMEO's acts and the one Goldstein scale."""

import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.ontology.cameo import CAMEO, act
from detente.record.schema import KINDS, TOPICS

SHARED = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture
def data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/data is absent")
    return SHARED


def test_the_table_is_whole() -> None:
    assert len(CAMEO) == 312
    assert sorted({c[:2] for c in CAMEO}) == [f"{n:02}" for n in range(1, 21)]
    assert len({a.words for a in CAMEO.values()}) == 312
    for code, each in CAMEO.items():
        root = int(code[:2])
        assert each.code == code
        assert each.quad == 1 + (root > 5) + (root > 8) + (root > 13)
        assert (each.kind is None) == (root == 1)
        assert each.kind is None or each.kind in KINDS
        assert -10 <= each.intensity <= 10
        assert each.topic is None or each.topic in TOPICS
        assert each.otherwise in {"diplomacy", "other"}
    assert {a.kind for a in CAMEO.values()} - {None} == {*KINDS}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("043", "043"),
        ("43", "043"),
        ("0431", "043"),
        ("431", "043"),
        ("4", "04"),
        ("10", "10"),
        ("010", "010"),
        ("100", "100"),
        ("211", "0211"),
        ("0211", "0211"),
        ("1214", "121"),
        ("176", "17"),
        ("2042", "2042"),
        (" 190 ", "190"),
    ],
)
def test_a_code_is_read_as_files_write_it(written: str, code: str) -> None:
    found = act(written)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("written", ["", "0", "00", "---", "99", "x43", "4.3", "٤٣", "-43"])
def test_what_is_no_code_is_no_act(written: str) -> None:
    assert act(written) is None


@given(st.sampled_from(sorted(CAMEO)), st.text("0123456789", max_size=2))
def test_a_known_beginning_is_kept(code: str, more: str) -> None:
    found = act(code + more)

    assert found is not None
    assert found.code.startswith(code)
    assert (code + more).startswith(found.code)


@given(st.text(max_size=8))
def test_any_text_is_an_act_or_none(text: str) -> None:
    found = act(text)

    assert found is None or found is CAMEO[found.code]


def test_the_scale_is_the_one_that_icews_uses(data: Path) -> None:
    pairs = set()
    for path in (data / "icews").glob("*.tab"):
        for line in path.read_text("utf-8").splitlines()[1:]:
            pairs.add(tuple(line.split("\t")[6:8]))

    assert len(pairs) == 234
    assert all(code in CAMEO and CAMEO[code].intensity == float(i) for code, i in pairs)


def test_other_tables_of_the_scale(data: Path, say: Callable[[str], None]) -> None:
    """Two are the same; GDELT's differs on three codes; one is another scale."""
    for file in ("goldstein_mappings.csv", "andybega_cameo-codes.csv"):
        with (data / "ontology" / file).open(encoding="latin-1", newline="") as table:
            given = {r["code"]: float(r["goldstein"]) for r in csv.DictReader(table)}
        assert given == {code: a.intensity for code, a in CAMEO.items()}

    text = (data / "ontology" / "py-gdelt_cameo_goldstein.json").read_text("utf-8")
    other = {c: v["value"] for c, v in json.loads(text).items() if c in CAMEO}
    differ = [c for c, v in other.items() if v != CAMEO[c].intensity]
    turned = [c for c in differ if other[c] * CAMEO[c].intensity < 0]
    say(f"py-gdelt's table differs on {len(differ)} of {len(other)}, in sign on {len(turned)}")
    assert (len(differ), len(other), len(turned)) == (278, 310, 15)

    scale, quads = set(), Counter[tuple[str, bool]]()
    for file in ("20191024143000.export.CSV", "reed9999_events.csv"):
        for line in (data / "gdelt" / file).read_text("utf-8").splitlines():
            cells = line.split("\t")
            each = act(cells[26])
            assert each is not None
            if cells[30] and float(cells[30]) != each.intensity:
                scale.add((each.code, float(cells[30]), each.intensity))
            quads[each.code[:2], int(cells[29]) == each.quad] += 1
    assert {s[0] for s in scale} == {"016", "022", "164"}
    assert {root for root, same in quads if not same} == {"09", "14"}
    assert not any(same for root, same in quads if root in {"09", "14"})


def test_every_listed_code_is_known(data: Path) -> None:
    text = (data / "ontology" / "CAMEO.eventcodesfull.txt").read_text("utf-8")
    codes = {line.split("\t")[0] for line in text.splitlines()[1:]} - {"0"}

    assert codes == {c for c in CAMEO if len(c) > 2}


def test_kinds_are_those_of_the_correspondence(data: Path) -> None:
    given: dict[str, str] = {}
    for line in (data / "ontology" / "CAMEO2PLOVER-2021.txt").read_text("utf-8").splitlines():
        code, colon, rest = line.partition(":")
        if colon and code.isdigit() and len(code) > 2:
            given.setdefault(code, rest.split("#")[0].split(",")[0].strip().lower())

    assert {c for c in given if c not in CAMEO} == {"1214"}
    assert all(CAMEO[c].kind == kind for c, kind in given.items() if c in CAMEO)
    assert {c[:2] for c in CAMEO if len(c) > 2 and c not in given} == {"01", "02"}
