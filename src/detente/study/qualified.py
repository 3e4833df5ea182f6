"""Sentences that say themselves how often they hold, where that is not often."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from detente.study.redrawn_result import Held
from detente.study.robustness_share import Share
from detente.study.sentence_parts import Part, Sentence, share_text

WEAK = 0.8
"""Below this share of the draws a sentence says itself how often it holds."""


def qualified(sentence: Sentence, claims: Sequence[Held], solves: int) -> Sentence:
    """Return a sentence with how often it holds; said in it where that is under 80 % of the draws.

    Parameters
    ----------
    sentence
        A sentence of the brief.
    claims
        What sentences claim, each with the share of draws in which it holds.
    solves
        How many draws that is of.

    Examples
    --------
    >>> held = Held(topic="reach", says="so", holds=Share(hits=1, share=0.1, low=0, high=0.4))
    >>> said = Sentence(topic="reach", parts=(Part(text="It rains."),))
    >>> qualified(said, [held], 10).text
    'It rains. Of 10 draws from the ranges of the judgements, only 10 % (0–40) bear out that so.'
    """
    mine = [(one, one.holds) for one in claims if one.topic == sentence.topic and one.holds]
    if not mine:
        return sentence
    weakest = min((found for _, found in mine), key=lambda found: found.share)
    weak = [(one, found) for one, found in mine if found.share < WEAK]
    parts = list(sentence.parts)
    for place, (one, found) in enumerate(weak):
        if place == 0:
            parts.append(Part(text=" Of "))
            parts.append(Part(text=f"{solves:,}", section="robustness"))
            parts.append(Part(text=" draws from the ranges of the judgements, only "))
        else:
            parts.append(Part(text="; only "))
        parts.append(Part(text=share_text(Fraction(found.hits, solves)), section="robustness"))
        parts.append(Part(text=f" ({interval_text(found)}) bear out that {one.says}"))
    if weak:
        parts.append(Part(text="."))
    return sentence.model_copy(update={"parts": tuple(parts), "holds": weakest})


def interval_text(found: Share) -> str:
    """Return the 95 % interval of a share, in per cent without the sign, rounded outwards.

    Examples
    --------
    >>> interval_text(Share(hits=1, share=0.25, low=0.0456, high=0.6994))
    '4–70'
    """
    return f"{floor(100 * found.low)}–{ceil(100 * found.high)}"
