"""The words by which sources say what an actor is, with the track and the topic of each."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Source = Literal["icews", "gdelt", "polecat"]


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector: the track it deals on and the topic it stands for, None where it has none."""

    source: Source
    sector: str
    track: str | None
    topic: str | None


@lru_cache(maxsize=1)
def sectors() -> Mapping[tuple[Source, str], Sector]:
    """Give every sector that says something, by source and word: a table to join with."""
    text = files("detente.record.ontology").joinpath("sectors.csv").read_text(encoding="utf-8")
    names: dict[str, Source] = {"icews": "icews", "gdelt": "gdelt", "polecat": "polecat"}
    return {
        (names[row["source"]], row["sector"]): Sector(
            names[row["source"]], row["sector"], row["track"] or None, row["topic"] or None
        )
        for row in csv.DictReader(text.splitlines())
    }


def words(source: Source, text: str | None) -> tuple[str, ...]:
    """Split a source's field of sectors into its words; commas or semicolons stand between.

    Empty words and "None", as POLECAT writes it, are left out.

    Examples
    --------
    >>> words("icews", "Government,Foreign Ministry"), words("polecat", "GOV;mil")
    (('Government', 'Foreign Ministry'), ('GOV', 'MIL'))
    """
    parts = (p.strip() for p in (text or "").replace(";", ",").split(","))
    return tuple(p if source == "icews" else p.upper() for p in parts if p not in {"", "None"})
