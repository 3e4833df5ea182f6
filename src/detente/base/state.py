"""States and who held which code when: ISO 3166, FIPS 10-4, CAMEO, Gleditsch-Ward, COW, names.

The tables are `states.csv`, one row a state, and `state_spans.csv`, one row a code and the days on
which a state held it. Both are read when first asked for.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

System = Literal["iso3", "iso2", "fips", "cameo", "gw", "cow", "cow_abb", "name"]
"""Who writes the code: ISO 3166 alpha-3 or alpha-2, FIPS 10-4 (places in GDELT), CAMEO (actors in
GDELT), the number of Gleditsch & Ward, the number or letters of the Correlates of War, a name."""

SYSTEMS: tuple[System, ...] = get_args(System)


Kind = Literal["state", "territory", "former"]


@dataclass(frozen=True, slots=True)
class Holding:
    """A code of a system, the state that held it, and from and to which day (both included).

    `first` or `last` is None where there is no such bound. Names stand folded, see `folded`.
    """

    system: System
    code: str
    state: str
    first: date | None = None
    last: date | None = None

    def on(self, day: date) -> bool:
        """Say whether the code was held on that day."""
        return (self.first or date.min) <= day <= (self.last or date.max)


@dataclass(frozen=True, slots=True)
class State:
    """A state, a territory with a code of its own, or a state that is no more.

    `iso3` is its ISO 3166 alpha-3 code (ISO 3166-3 for former states). Codes from X belong to the
    users of the standard: XKX is Kosovo, the other ones are this table's for states that ended
    before the standard began or stand outside it. `of` is the state that a territory belongs to,
    `first` and `last` bound the life of a former state. Codes that it lacks are empty.
    """

    iso3: str
    name: str
    kind: Kind
    of: str
    iso2: str
    fips: str
    cameo: str
    aliases: tuple[str, ...]
    first: date | None
    last: date | None


def folded(text: str) -> str:
    """Fold a name: small letters without accents, points and apostrophes, "&" as "and".

    A leading "the" goes, a leading "St" is "saint", years in brackets go.

    Examples
    --------
    >>> folded("Côte d’Ivoire"), folded("St. Lucia"), folded("Cyprus (1975-)")
    ('cote divoire', 'saint lucia', 'cyprus')
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"\(\d*\s*-\s*\d*\)|['’.]", "", plain)
    words = re.sub(r"[^a-z0-9]+", " ", plain).split()
    if words[:1] == ["the"]:
        del words[0]
    if words[:1] == ["st"]:
        words[0] = "saint"
    return " ".join(words)


def _key(system: System, code: str) -> str:
    text = code.strip()
    if system == "name":
        return folded(text)
    if system in {"gw", "cow"}:
        text = text.removesuffix(".0").lstrip("0")
    return text.upper()


def _rows(name: str) -> list[dict[str, str]]:
    text = files("detente.base").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _kind(text: str) -> Kind:
    return "former" if text == "former" else "territory" if text == "territory" else "state"


def _system(text: str) -> System:
    return next(s for s in SYSTEMS if s == text)


@lru_cache(maxsize=1)
def _states() -> dict[str, State]:
    lives = {
        row["state"]: (_day(row["first"]), _day(row["last"]))
        for row in _rows("state_spans.csv")
        if row["system"] == "life"
    }
    return {
        row["iso3"]: State(
            row["iso3"],
            row["name"],
            _kind(row["kind"]),
            row["of"],
            row["iso2"],
            row["fips"],
            row["cameo"],
            tuple(a for a in row["aliases"].split("|") if a),
            *lives.get(row["iso3"], (None, None)),
        )
        for row in _rows("states.csv")
    }


def _spans() -> Iterator[Holding]:
    for row in _rows("state_spans.csv"):
        if row["system"] == "life":
            continue
        system, days = _system(row["system"]), (_day(row["first"]), _day(row["last"]))
        yield Holding(system, _key(system, row["code"]), row["state"], *days)
        if system == "cow":
            yield Holding("cow_abb", row["abb"], row["state"], *days)


def _own(state: State) -> Iterator[Holding]:
    days = (state.first, state.last)
    yield Holding("iso3", state.iso3, state.iso3, *days)
    yield Holding("iso2", state.iso2, state.iso3, *days)
    yield Holding("fips", state.fips, state.iso3, *days)
    yield Holding("cameo", state.cameo, state.iso3, *days)
    for each in sorted({folded(n) for n in (state.name, *state.aliases)}):
        yield Holding("name", each, state.iso3, *days)


@lru_cache(maxsize=1)
def _held() -> dict[tuple[System, str], tuple[Holding, ...]]:
    held: dict[tuple[System, str], list[Holding]] = {}
    for each in _spans():
        held.setdefault((each.system, each.code), []).append(each)
    told = set(held)  # a code with spans of its own is held as they say
    for each in (h for s in _states().values() for h in _own(s)):
        if each.code and (each.system, each.code) not in told:
            held.setdefault((each.system, each.code), []).append(each)
    return {key: tuple(sorted(of, key=_start)) for key, of in held.items()}


def _start(holding: Holding) -> date:
    return holding.first or date.min


def holdings() -> tuple[Holding, ...]:
    """Give every code with its holder and days: a table to join with."""
    return tuple(h for of in _held().values() for h in of)


@lru_cache(maxsize=65536)
def find(system: System, code: str, day: date | None = None) -> str | None:
    """Find the state that held a code on a day, by ISO 3166 alpha-3.

    Without a day, the state that holds the code now or held it last. None for a code that is
    nobody's, or was nobody's on that day. Letters and accents are read without regard to case;
    numbers may have leading zeros or end in ".0".

    Numbers and letters of `gw`, `cow` and `cow_abb` are dated by their systems, and their last
    spans are open: both systems are closed at their last edition only. Other codes name a country
    whether or not it was independent, and are dated only where they ended with their state, or
    passed from one to another: `RUS` of CAMEO and the name Russia are the Soviet Union's from
    30 December 1922 to 25 December 1991.

    Examples
    --------
    >>> find("cow", "365", date(1985, 1, 1)), find("cow", "365"), find("gw", "265")
    ('SUN', 'RUS', 'DDR')
    """
    held = _held().get((system, _key(system, code)), ())
    if day is None:
        return held[-1].state if held else None
    return next((h.state for h in reversed(held) if h.on(day)), None)


def find_year(system: System, code: str, year: int, *, ever: bool = False) -> str | None:
    """Find the state of a yearly table: who held the code on 31 December, else last in the year.

    With `ever`, a code that was nobody's in that year is read as that of the state which held it
    nearest in time, the earlier one of two: the United Nations had Ukraine as a member before
    either system had it as a state, and alliances of 1815 stand before both begin.

    Examples
    --------
    >>> find_year("cow", "365", 1991), find_year("cow", "265", 1990), find_year("cow", "369", 1950)
    ('RUS', 'DDR', None)
    >>> find_year("cow", "369", 1950, ever=True), find_year("cow", "365", 1815, ever=True)
    ('UKR', 'RUS')
    """
    held = _held().get((system, _key(system, code)), ())
    inside = [h for h in held if _start(h).year <= year <= (h.last or date.max).year]
    if inside:
        return max(inside, key=lambda h: (h.last or date.max, _start(h))).state
    if not ever or not held:
        return None
    return min(
        held, key=lambda h: max(_start(h).year - year, year - (h.last or date.max).year)
    ).state


def code_of(system: System, state: str, day: date | None = None) -> str | None:
    """Write a state in a system: the code it held on a day, or holds or held last.

    The inverse of `find`; names come in the table's own form. None where it had none.

    Examples
    --------
    >>> code_of("cow", "DEU", date(1980, 1, 1)), code_of("cow", "DEU"), code_of("cameo", "ROU")
    ('260', '255', 'ROM')
    """
    own = STATES[state]
    first = {"iso2": own.iso2, "fips": own.fips, "cameo": own.cameo, "name": own.name}
    wanted = first.get(system, state)
    if system not in {"gw", "cow", "cow_abb"}:
        return wanted if wanted and (day is None or find(system, wanted, day) == state) else None
    mine = [h for h in holdings() if h.system == system and h.state == state]
    mine = [h for h in mine if day is None or h.on(day)]
    return max(mine, key=lambda h: (h.last or date.max, _start(h))).code if mine else None


def name(state: str) -> str:
    """Give the plain English name of a state.

    Raises
    ------
    KeyError
        When no state has that alpha-3 code.

    Examples
    --------
    >>> name("RUS"), name("USA")
    ('Russia', 'United States')
    """
    return _states()[state].name


class _States(Mapping[str, State]):
    """The states by alpha-3, read when first asked for."""

    def __getitem__(self, state: str) -> State:
        return _states()[state]

    def __iter__(self) -> Iterator[str]:
        return iter(_states())

    def __len__(self) -> int:
        return len(_states())


STATES: Mapping[str, State] = _States()
"""Every state of the table, by ISO 3166 alpha-3."""
