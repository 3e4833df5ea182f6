"""PLOVER's types, modes and contexts."""

from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.ontology.cameo import CAMEO
from detente.record.ontology.plover import CONTEXTS, ORDER, PLOVER, act, topic
from detente.record.schema import KINDS, TOPICS

SHARED = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture
def data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("../shared/data is absent")
    return SHARED


def test_every_type_stands_alone_and_with_its_modes() -> None:
    assert [kind for kind, mode in PLOVER if not mode] == [*KINDS_IN_ORDER]
    assert len(PLOVER) == 16 + 73
    quads = {kind: {t.quad for t in PLOVER.values() if t.kind == kind} for kind in KINDS}
    assert all(len(q) == 1 for q in quads.values())
    cooperation = {kind for kind, q in quads.items() if q <= {1, 2}}
    assert all((t.intensity > 0) == (t.kind in cooperation) for t in PLOVER.values())


KINDS_IN_ORDER = (
    "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request",
    "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault",
)  # fmt: skip


def test_a_type_s_intensity_is_the_median_of_its_codes() -> None:
    for kind in KINDS:
        codes = [a.intensity for c, a in CAMEO.items() if a.kind == kind and len(c) > 2]

        assert PLOVER[kind, ""].intensity == pytest.approx(median(codes), abs=0.005)


def test_modes_are_those_of_the_codebook(data: Path) -> None:
    lines = (data / "ontology" / "rpolecat_modes.csv").read_text("utf-8").splitlines()[1:]

    assert {tuple(line.split(",")) for line in lines} == {k for k in PLOVER if k[1]}


def test_a_mode_s_intensity_is_the_median_of_its_codes(data: Path) -> None:
    found: dict[tuple[str, str], list[float]] = {}
    seen = set()
    for line in (data / "ontology" / "CAMEO2PLOVER-2021.txt").read_text("utf-8").splitlines():
        code, colon, rest = line.partition(":")
        if not colon or code not in CAMEO or len(code) < 3 or code in seen:
            continue
        seen.add(code)
        kind, mode = (part.strip() for part in rest.split("#")[0].split(",")[:2])
        found.setdefault((kind.lower(), mode), []).append(CAMEO[code].intensity)
    for key, each in PLOVER.items():
        if not key[1]:
            continue
        wanted = median(found[key]) if key in found else PLOVER[key[0], ""].intensity
        assert each.intensity == pytest.approx(wanted, abs=0.005), key


def test_contexts_are_those_of_the_codebook(data: Path) -> None:
    lines = (data / "ontology" / "rpolecat_contexts.csv").read_text("utf-8").splitlines()[1:]
    given = {line.strip().replace("-", "_") for line in lines}

    assert given - {*CONTEXTS} == set()


def test_types_are_read_as_files_write_them() -> None:
    known = act(" CONSULT ", "Visit")

    assert known is not None
    assert (known.kind, known.mode, known.quad) == ("consult", "visit", 1)
    assert act("consult", "unheard of") is PLOVER["consult", ""]
    assert act("assault") is PLOVER["assault", ""]
    assert act("statement") is None
    assert act(None) is None


def test_the_first_topic_in_order_is_taken() -> None:
    assert {*CONTEXTS.values()} <= {*TOPICS}
    assert {*ORDER, "other"} == {*TOPICS}
    assert topic("election;Pro-Democracy") == "politics"
    assert topic("diplomatic, economic") == "economy"
    assert topic("environment") == "other"
    assert topic("unheard of") is None
    assert topic(None) is None


@given(st.lists(st.sampled_from(sorted(CONTEXTS)), max_size=5))
def test_the_order_of_contexts_does_not_matter(contexts: list[str]) -> None:
    assert topic(";".join(contexts)) == topic(",".join(reversed(contexts)))
