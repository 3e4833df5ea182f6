import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.record.ontology.cameo import CAMEO
from detente.record.ontology.sector import sectors
from detente.record.ontology.topic import topic_of
from detente.store.readers.acts import Cameo, Plover, States, Topic

SECTORS = sorted(s for source, s in sectors() if source == "icews")
SIDE = st.lists(st.sampled_from(SECTORS), max_size=3).map(",".join)
CODE = st.sampled_from([*CAMEO, "", "---", "X"])


@settings(max_examples=40)
@given(st.lists(st.tuples(CODE, SIDE, SIDE), min_size=1, max_size=20))
def test_topics_are_those_of_the_rule(events: list[tuple[str, str, str]]) -> None:
    columns = [pa.array(list(column), pa.string()) for column in zip(*events, strict=True)]

    assert Topic("icews")(*columns).to_pylist() == [topic_of(*event) for event in events]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["CONSULT", "assault", "AID", "x", ""]), min_size=1))
def test_topics_of_polecat_are_those_of_the_rule(kinds: list[str]) -> None:
    none = pa.array([""] * len(kinds))
    contexts = pa.array(["military"] * len(kinds))
    found = Topic("polecat")(pa.array(kinds), none, none, none).to_pylist()

    assert found == [topic_of(k, "", "", source="polecat") for k in kinds]
    assert set(Topic("polecat")(pa.array(kinds), none, none, contexts).to_pylist()) == {"security"}


def test_a_zero_that_a_program_dropped_is_put_back() -> None:
    act = Cameo()(pa.array(["43", "043", "14", "---", ""]))

    assert act["code"].to_pylist() == ["043", "043", "14", None, None]
    assert act["quad"].to_pylist() == [1, 1, 4, None, None]


def test_plover_s_types() -> None:
    act = Plover()(pa.array(["CONSULT", "dance"]), pa.array(["Visit", "None"]))

    assert act["code"].to_pylist() == ["visit", None]
    assert act["kind"].to_pylist() == ["consult", None]


def test_states_of_the_day() -> None:
    found = States("cameo")(pa.array(["RUS", "RUS", "EUR"]), pa.array(["19850101", "20180101", ""]))

    assert found.to_pylist() == ["SUN", "RUS", None]
