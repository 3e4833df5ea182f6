"""A sentence says how often it holds where that is under 80 % of the draws, and only there."""

from __future__ import annotations

import numpy as np

from detente.study.qualified import interval_text, qualified
from detente.study.redrawn_result import Held
from detente.study.robustness_share import Share, quantiles_of, share_of
from detente.study.sentence_parts import Part, Sentence

SAID = Sentence(topic="reach", parts=(Part(text="It goes far."),))


def held(hits: int, says: str = "it goes far", topic: str = "reach") -> Held:
    return Held(topic=topic, says=says, holds=share_of(np.arange(100) < hits))


def test_what_holds_often_is_not_qualified() -> None:
    found = qualified(SAID, [held(80), held(100)], 100)
    assert found.text == SAID.text
    assert found.holds == held(80).holds


def test_what_holds_seldom_says_so_with_its_interval() -> None:
    found = qualified(SAID, [held(79), held(95, "no"), held(20, "it is near")], 100)
    assert found.text == (
        "It goes far. Of 100 draws from the ranges of the judgements, only 79 % (70–86) bear out "
        "that it goes far; only 20 % (13–29) bear out that it is near."
    )
    assert found.holds == held(20).holds
    assert [part.section for part in found.parts if part.section] == ["robustness"] * 3


def test_other_sentences_and_numbers_are_left_alone() -> None:
    number = Held(topic="reach", says="how far", between=quantiles_of(np.zeros(3)))
    assert qualified(SAID, [held(1, topic="offers"), number], 100) is SAID


def test_an_interval_is_rounded_outwards() -> None:
    assert interval_text(Share(hits=400, share=1.0, low=0.99049, high=1.0)) == "99–100"
