"""Through whom an actor deals: leaders, ministers, officials or civic, by what its source says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.record.ontology.sector import Source, sectors, words
from detente.record.schema import TRACKS

LEADER = (
    r"president|prime minist\w*|premier|chancellor|head of (?:state|government)|king|queen|emperor"
    r"|emir|sultan|taoiseach|supreme leader|general secretary"
)
"""Titles of heads of state and government."""

MINISTER = (
    r"minist\w*|secretary of (?:state|defense|defence|the treasury|commerce|energy)"
    r"|(?:foreign|home|defen[cs]e) secretary|national security advis[eo]r|attorney general"
    r"|foreign affairs"
)
"""Titles of members of a government."""

BELOW = (
    r"spokes|ambassador|envoy|aide|advis[eo]r to|deputy|vice[ -](?:foreign )?minist|chief minist"
    r"|former|ex-|press secretary|chief of staff|assistant|under ?secretary|company"
    r"|corporation|bank"
)
"""Beginnings of words that make a title say less than it seems to: the sectors are then asked."""

NAMED = {
    "Narendra Modi": "leaders",
    "Scott Morrison": "leaders",
    "Imran Khan": "leaders",
    "Nguyen Phu Trong": "leaders",
    "Pope Francis": "leaders",
    "John R. Bolton": "ministers",
    "Mohammed bin Salman": "ministers",
    "Dmitry Peskov": "officials",
    "Yury Ushakov": "officials",
    "Sarah Huckabee Sanders": "officials",
    "Maria Zakharova": "officials",
    "Hua Chunying": "officials",
    "Robert Mueller": "officials",
    "Zalmay Mamozy Khalilzad": "officials",
}
"""Persons whom ICEWS names often with the sectors of an office they did not hold, or of a head of
state's staff, in the last quarter of 2018. They stand before the sectors."""

_GENERIC = re.compile(r"^(.*?) \(.*\)$")
_GENERIC_OFFICIALS = frozenset(
    {"Envoy", "Diplomat", "Government Affiliated Bank", "Chief of Staff"}
)
_NOT_STATES = ("IGOs", "International Government Organization")
_ARMED = frozenset(
    {"Rebel", "Insurgents", "Separatists", "Organized Violent", "Unidentified Forces"}
    | {"International Insurgents", "International Terrorists"}
    | {"Criminals / Gangs", "International Criminals / Gangs"}
)
_MEDIA_OR_NGO = ("Media", "News", "NGOs", "Nongovernmental")


def icews(sector: str | None, name: str | None) -> str | None:
    """Give the track of an actor of ICEWS by its sectors, comma-separated, and its name.

    The highest of its sectors' tracks by the table: "Executive Office" is leaders; "Cabinet" and
    the ministries are ministers (ICEWS does not tell a minister from a deputy); government,
    parliaments, courts, police and military are officials; parties, business, media, churches and
    citizens are civic. None for a whole state ("Russia"), which has no sectors, for rebels and
    criminals, and for persons of international organisations. Names in `NAMED` stand before it.

    Examples
    --------
    >>> icews("Government,Executive Office,Executive", "Vladimir Putin"), icews("", "Russia")
    ('leaders', None)
    """
    if name in NAMED:
        return NAMED[name]
    found = words("icews", sector)
    if "Executive Office" not in found and any(w.endswith(_NOT_STATES) for w in found):
        return None
    generic = _GENERIC.match(name or "")
    if generic and generic[1] in _GENERIC_OFFICIALS:
        return "officials"
    highest = _highest("icews", found)
    if highest == "ministers" and any(m in w for w in found for m in _MEDIA_OR_NGO):
        return "civic"
    return None if highest == "civic" and _ARMED.intersection(found) else highest


def gdelt(types: Iterable[str | None], name: str | None) -> str | None:
    """Give the track of an actor of GDELT by its type codes (Type1Code to 3) and its name.

    Where the types have the government or none at all, titles in the name tell leaders and
    ministers ("PRIME MINISTER", "MINIST OF FINANCE" too, as GDELT cuts it); a government's actor
    without one is an official. GDELT names few persons and often the state alone, so that leaders
    and ministers are undercounted.

    Examples
    --------
    >>> gdelt(["GOV"], "PRIME MINISTER"), gdelt(["MIL", None, ""], "NAVY"), gdelt([], "JAPAN")
    ('leaders', 'officials', None)
    """
    found = tuple(w for t in types for w in words("gdelt", t))
    return _titled("gdelt", found, name)


def polecat(primary: str | None, sector: str | None, title: str | None) -> str | None:
    """Give the track of an actor of POLECAT by its primary sector, its sectors and its title.

    The title tells leaders and ministers, as for `gdelt`; else the sectors, the primary one first.

    Examples
    --------
    >>> polecat("GOV", "GOV;LEG", "Minister of Foreign Affairs"), polecat("BUS", "BUS", "president")
    ('ministers', 'civic')
    """
    found = (*words("polecat", primary), *words("polecat", sector))
    return _titled("polecat", found, title)


def _titled(source: Source, found: tuple[str, ...], title: str | None) -> str | None:
    if not found or found[0] == "GOV" or (source == "gdelt" and "GOV" in found):
        by_title = _title((title or "").casefold())
        if by_title:
            return by_title
    if source == "polecat" and found:
        return _highest(source, found[:1]) or _highest(source, found)
    return _highest(source, found)


def _title(text: str) -> str | None:
    if re.search(r"\b(?:vice[ -]president|deputy prime minist\w*|crown prince)\b", text):
        return "ministers"
    if re.search(rf"\b(?:{BELOW})", text):
        return None
    if re.search(rf"\b(?:{MINISTER})\b", re.sub(r"\bprime minist\w*", "", text)):
        return "ministers"
    return "leaders" if re.search(rf"\b(?:{LEADER})\b", text) else None


def _highest(source: Source, found: tuple[str, ...]) -> str | None:
    table = sectors()
    tracks = {t.track for w in found if (t := table.get((source, w)))}
    return next((t for t in TRACKS if t in tracks), None)
