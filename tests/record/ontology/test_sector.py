"""The words for what an actor is."""

from pathlib import Path

import pytest

from detente.record.ontology.sector import sectors, words
from detente.record.schema import TOPICS, TRACKS

SHARED = Path(__file__).parents[4] / "shared" / "data"


def test_a_sector_stands_on_a_known_track_and_topic() -> None:
    for (source, word), each in sectors().items():
        assert (source, word) == (each.source, each.sector)
        assert each.track is None or each.track in TRACKS
        assert each.topic is None or each.topic in TOPICS


def test_words_are_split_and_trimmed() -> None:
    assert words("icews", " Government , Foreign Ministry,,") == ("Government", "Foreign Ministry")
    assert words("gdelt", "gov") == ("GOV",)
    assert words("polecat", "GOV; MIL") == ("GOV", "MIL")
    assert words("icews", None) == words("polecat", "None") == words("gdelt", "") == ()


def test_every_type_of_gdelt_that_is_no_religion_or_group_is_known() -> None:
    path = SHARED / "ontology" / "CAMEO.actortype.txt"
    if not path.is_file():
        pytest.skip("../shared/data is absent")
    codes = {line.split("\t")[0] for line in path.read_text("utf-8").splitlines()[1:]}

    assert codes - {code for source, code in sectors() if source == "gdelt"} == {"0", "GRP"}
