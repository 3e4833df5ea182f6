"""What an event is about: one topic, by a rule that a table can follow."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from detente.record.ontology import cameo, plover
from detente.record.ontology.plover import ORDER
from detente.record.ontology.sector import Source, sectors, words

DIPLOMATIC = frozenset({"consult", "support"})
"""PLOVER types that are acts of diplomacy where nothing says what they are about."""


def topic_of(
    code: str | None,
    actor_sectors: str | None,
    target_sectors: str | None,
    *,
    source: Source = "icews",
    contexts: str | None = None,
) -> str:
    """Give the topic of an event: one of the schema's eight.

    The first that holds: the topic that the code itself states; that of the contexts; that of the
    sectors of both sides, the first in the order security, economy, law, aid, rights, diplomacy;
    diplomacy for an act of diplomacy; politics where a side's sectors are of politics; other. The
    sectors of a head of state or government are not asked, since such a person acts on everything.
    `code` is a CAMEO code, or a PLOVER type where `source` is POLECAT.

    Examples
    --------
    >>> topic_of("061", "", ""), topic_of("042", "Military,Government", ""), topic_of("042", "", "")
    ('economy', 'security', 'diplomacy')
    """
    stated, otherwise = _said(source, code or "")
    told = stated or plover.topic(contexts)
    if told:
        return told
    by_sectors = of_sectors(source, (actor_sectors, target_sectors))
    if by_sectors == "politics" and otherwise != "other":
        return otherwise
    return by_sectors or otherwise


@lru_cache(maxsize=4096)
def _said(source: Source, code: str) -> tuple[str | None, str]:
    if source == "polecat":
        known = plover.act(code)
        diplomatic = known is not None and known.kind in DIPLOMATIC
        return None, "diplomacy" if diplomatic else "other"
    act = cameo.act(code)
    return (None, "other") if act is None else (act.topic, act.otherwise)


@lru_cache(maxsize=65536)
def _one(source: Source, text: str) -> frozenset[str]:
    table = sectors()
    known = [s for w in words(source, text) if (s := table.get((source, w)))]
    if any(s.track == "leaders" for s in known):
        return frozenset()
    return frozenset(s.topic for s in known if s.topic)


def of_sectors(source: Source, sides: Iterable[str | None]) -> str | None:
    """Give the topic that the sectors of the sides stand for, None where they stand for none.

    Examples
    --------
    >>> of_sectors("gdelt", ("GOV,MIL", "BUS")), of_sectors("gdelt", ("GOV", None))
    ('security', None)
    """
    found = frozenset[str]().union(*(_one(source, s or "") for s in sides))
    return next((t for t in ORDER if t in found), None)
