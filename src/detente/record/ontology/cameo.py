"""CAMEO's acts: kind, quad class, intensity on the one Goldstein scale, and topic."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Act:
    """An act of CAMEO.

    `kind` is its PLOVER type, None for statements (root 01), which PLOVER does not have. `quad` is
    1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict, by the root of the code.
    `intensity`, −10 to 10, is the Goldstein scale for CAMEO. `topic` is what the code itself says
    the act is about, None where it does not say; `otherwise` is the topic where nothing else says
    it either: diplomacy for acts of diplomacy, else other.
    """

    code: str
    words: str
    kind: str | None
    quad: int
    intensity: float
    topic: str | None
    otherwise: str


@lru_cache(maxsize=1)
def _acts() -> dict[str, Act]:
    text = files("detente.record.ontology").joinpath("cameo.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Act(
            row["code"],
            row["words"],
            row["kind"] or None,
            int(row["quad"]),
            float(row["intensity"]),
            row["topic"] or None,
            row["otherwise"],
        )
        for row in csv.DictReader(text.splitlines())
    }


class _Acts(Mapping[str, Act]):
    """The acts by code, read when first asked for."""

    def __getitem__(self, code: str) -> Act:
        return _acts()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(_acts())

    def __len__(self) -> int:
        return len(_acts())


CAMEO: Mapping[str, Act] = _Acts()
"""Every act by its code, in order: 20 roots of two digits, 292 codes of three or four."""


@lru_cache(maxsize=4096)
def act(code: str) -> Act | None:
    """Give the act of a CAMEO code as files write it.

    Rule: the code itself; else, where a zero in front makes it known, that one (programs that
    read "043" as a number write 43); else its longest known beginning, of two digits or more as
    written, of three or more with a zero in front. None when nothing fits. "10" to "20" are roots,
    as written.

    Examples
    --------
    >>> [a.code for c in ("043", "43", "0431", "1214", "4") if (a := act(c))]
    ['043', '043', '043', '121', '04']
    >>> act("---") is None
    True
    """
    text = code.strip()
    if not (text.isascii() and text.isdigit()):
        return None
    acts = _acts()
    for each in (text, "0" + text):
        if each in acts:
            return acts[each]
    for each, least in ((text, 2), ("0" + text, 3)):
        for end in range(len(each) - 1, least - 1, -1):
            if each[:end] in acts:
                return acts[each[:end]]
    return None
