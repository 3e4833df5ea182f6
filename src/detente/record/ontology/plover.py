"""PLOVER's sixteen types with their modes, on the Goldstein scale, and what contexts are about."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

ORDER = ("security", "economy", "law", "aid", "rights", "diplomacy", "politics")
"""Which topic an event has where several are named: the first of these."""

CONTEXTS: Mapping[str, str] = {
    **dict.fromkeys(("military", "intelligence", "territory", "peacekeeping"), "security"),
    **dict.fromkeys(("terrorism", "cbrn", "cyber"), "security"),
    **dict.fromkeys(("economic", "natural_resources", "technology"), "economy"),
    **dict.fromkeys(("diplomatic",), "diplomacy"),
    **dict.fromkeys(("executive", "legislative", "election", "political_institutions"), "politics"),
    **dict.fromkeys(("pro_democracy", "pro_autocracy", "misinformation"), "politics"),
    **dict.fromkeys(("legal", "reparations", "crime", "corruption"), "law"),
    **dict.fromkeys(("illegal_drugs", "trafficking"), "law"),
    **dict.fromkeys(("human_rights", "rights_freedoms", "repression", "gender", "lgbt"), "rights"),
    **dict.fromkeys(("religion_ethnicity", "inequality", "asylum", "migration"), "rights"),
    **dict.fromkeys(("human_security", "disasters", "health", "humanitarian"), "aid"),
    "environment": "other",
}
"""The topic of each of PLOVER's contexts."""


@dataclass(frozen=True, slots=True)
class Type:
    """A PLOVER type, with a mode or without ("").

    `quad` is 1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict. `intensity`,
    −10 to 10, is the median of the Goldstein values of the CAMEO codes that PLOVER's own
    correspondence gives to the type and mode; of all codes of the type where no code has the mode.
    """

    kind: str
    mode: str
    quad: int
    intensity: float


@lru_cache(maxsize=1)
def _types() -> dict[tuple[str, str], Type]:
    text = files("detente.record.ontology").joinpath("plover.csv").read_text(encoding="utf-8")
    return {
        (row["kind"], row["mode"]): Type(
            row["kind"], row["mode"], int(row["quad"]), float(row["intensity"])
        )
        for row in csv.DictReader(text.splitlines())
    }


class _Types(Mapping[tuple[str, str], Type]):
    """The types by kind and mode, read when first asked for."""

    def __getitem__(self, key: tuple[str, str]) -> Type:
        return _types()[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(_types())

    def __len__(self) -> int:
        return len(_types())


PLOVER: Mapping[tuple[str, str], Type] = _Types()
"""Every type alone, under (kind, ""), and with each of its modes."""


def act(kind: str | None, mode: str | None = None) -> Type | None:
    """Give the type and mode as files write them; the type alone where the mode is unknown.

    None when the type is none of the sixteen.

    Examples
    --------
    >>> act("CONSULT", "visit").intensity, act("consult", "by balloon").mode
    (2.35, '')
    """
    key, how = (kind or "").strip().lower(), (mode or "").strip().lower()
    return PLOVER.get((key, how)) or PLOVER.get((key, ""))


def topic(contexts: str | None) -> str | None:
    """Give the topic of POLECAT's contexts, commas or semicolons between: the first in `ORDER`.

    Examples
    --------
    >>> topic("diplomatic;military"), topic("environment"), topic("")
    ('security', 'other', None)
    """
    parts = (contexts or "").replace(";", ",").split(",")
    found = {CONTEXTS.get(p.strip().lower().replace("-", "_")) for p in parts} - {None}
    return next((t for t in (*ORDER, "other") if t in found), None)
