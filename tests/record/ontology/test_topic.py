"""What an event is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.record.ontology.cameo import CAMEO
from detente.record.ontology.sector import Source, sectors
from detente.record.ontology.topic import of_sectors, topic_of
from detente.record.schema import TOPICS

LEADER = "Government,Executive Office,Parties,Military"
ICEWS = sorted(word for source, word in sectors() if source == "icews")


@pytest.mark.parametrize(
    ("code", "actor", "target", "topic"),
    [
        ("061", "Military", "Military", "economy"),
        ("190", "", "", "security"),
        ("0233", "Government", "", "aid"),
        ("1233", "", "", "rights"),
        ("173", "", "", "law"),
        ("141", "", "", "politics"),
        ("054", "", "", "diplomacy"),
        ("042", "Government,Military", "", "security"),
        ("042", "Government,Foreign Ministry", "Business,Social", "economy"),
        ("042", "Government,Foreign Ministry,Parties", "", "diplomacy"),
        ("042", LEADER, LEADER, "diplomacy"),
        ("042", "Parties", "Parties", "diplomacy"),
        ("036", LEADER, "", "diplomacy"),
        ("010", "Parties", "", "politics"),
        ("010", LEADER, "", "other"),
        ("111", "", None, "other"),
        ("---", None, None, "other"),
        (None, "Business", None, "economy"),
    ],
)
def test_topics_by_code_then_sectors_then_act(
    code: str | None, actor: str | None, target: str | None, topic: str
) -> None:
    assert topic_of(code, actor, target) == topic


@pytest.mark.parametrize(
    ("source", "code", "actor", "contexts", "topic"),
    [
        ("polecat", "consult", "GOV", "military;diplomatic", "security"),
        ("polecat", "CONSULT", "MIL", "", "security"),
        ("polecat", "consult", "GOV", None, "diplomacy"),
        ("polecat", "agree", "GOV", "", "other"),
        ("polecat", "unheard of", "GOV", "", "other"),
        ("gdelt", "043", "GOV,BUS", None, "economy"),
        ("gdelt", "43", "GOV", None, "diplomacy"),
    ],
)
def test_topics_of_other_sources(
    source: Source, code: str, actor: str, contexts: str | None, topic: str
) -> None:
    assert topic_of(code, actor, None, source=source, contexts=contexts) == topic


SIDES = st.lists(st.sampled_from(ICEWS), max_size=4).map(",".join)


@given(st.sampled_from(sorted(CAMEO)), SIDES, SIDES)
def test_a_topic_is_one_of_the_list_and_does_not_depend_on_the_sides_order(
    code: str, actor: str, target: str
) -> None:
    found = topic_of(code, actor, target)

    assert found in TOPICS
    assert found == topic_of(code, target, actor)
    assert CAMEO[code].topic in {None, found}
    assert of_sectors("icews", (actor, target)) in {None, *TOPICS}
