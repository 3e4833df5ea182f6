"""Which column of a table of events says what: a mapping, written on the command line or a file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal, get_args

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.base.state import SYSTEMS, System

Ontology = Literal["cameo", "plover", "none"]
"""What codes of acts are: CAMEO's, PLOVER's types, or none that is known."""

ONTOLOGIES: tuple[Ontology, ...] = get_args(Ontology)

MAPPED = (
    "event_id", "date", "actor", "target", "actor_name", "target_name", "actor_track",
    "target_track", "code", "kind", "intensity", "given", "topic", "url",
)  # fmt: skip
"""Columns of the record that can be mapped."""

NEEDED = ("date", "actor", "target")
"""Columns of the record that must be mapped."""

DAYS = ("YYYY-MM-DD", "YYYYMMDD", "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY")
"""Ways in which a day may be written."""

SIGNS: Mapping[str, str] = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
"""Signs that may stand between cells; each may also be written as itself."""

_SETTINGS = ("states", "ontology", "delimiter", "day")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A mapping.

    Attributes
    ----------
    columns
        From a column of the record to the heading of the table's column.
    states
        The system in which the table writes states.
    ontology
        What its codes are. Kind, class, intensity and topic follow from CAMEO's; class and
        intensity from PLOVER's types in `kind`; nothing follows from `none`.
    delimiter
        The sign between its cells.
    day
        How it writes days, one of `DAYS`; the first two are told apart by themselves.
    """

    columns: Mapping[str, str] = field(hash=False)
    states: System = "name"
    ontology: Ontology = "none"
    delimiter: str = ","
    day: str = "YYYY-MM-DD"


def read_pairs(
    text: str,
    *,
    states: str = "name",
    ontology: str = "none",
    delimiter: str = "comma",
    day: str = "YYYY-MM-DD",
) -> ColumnMap:
    """Read a mapping from ``column=heading`` pairs with commas between, and its settings.

    A setting may stand among the pairs, as ``states=iso3``; there it counts.

    Raises
    ------
    InputError
        With every problem: a pair that is none, a column that the record has not or that is mapped
        twice, one that must be mapped and is not, a setting that is unknown.

    Examples
    --------
    >>> found = read_pairs("date=Day,actor=By,target=To,states=iso3")
    >>> found.columns["actor"], found.states
    ('By', 'iso3')
    """
    problems: list[Problem] = []
    columns: dict[str, str] = {}
    settings = {"states": states, "ontology": ontology, "delimiter": delimiter, "day": day}
    for pair in text.split(","):
        name, sign, heading = (part.strip() for part in pair.partition("="))
        if not (sign and name and heading):
            problems.append(
                Problem("R921", f"'{pair.strip()}' is no pair", hint="write column=heading")
            )
        elif name in settings:
            settings[name] = heading
        elif name in columns:
            problems.append(Problem("R923", f"the column `{name}` is mapped twice"))
        else:
            columns[name] = heading
    return _checked(columns, settings, "--map", problems)


def read_map(text: str, file: str = "mapping") -> ColumnMap:
    """Read a mapping from a file in TOML: settings, then a table ``[columns]``.

    Raises
    ------
    InputError
        With every problem; see :func:`read_pairs`.
    """
    try:
        held: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError([Problem("R921", f"the mapping is no TOML: {error}", file)]) from None
    columns = held.pop("columns", {})
    texts = isinstance(columns, dict) and all(isinstance(v, str) for v in columns.values())
    problems: list[Problem] = []
    if not texts:
        problems.append(
            Problem("R921", "`columns` is no table of headings", file, hint='write date = "Day"')
        )
        columns = {}
    return _checked(columns, held, file, problems)


def _checked(
    columns: Mapping[str, str],
    settings: Mapping[str, Any],
    file: str,
    problems: list[Problem],
) -> ColumnMap:
    for name in columns:
        if name not in MAPPED:
            hint = _near(name, MAPPED)
            problems.append(Problem("R922", f"the record has no column `{name}`", file, hint=hint))
    problems += [
        Problem("R923", f"no column is mapped to `{name}`", file, hint="it must be mapped")
        for name in NEEDED
        if name not in columns
    ]
    known = {
        "states": SYSTEMS,
        "ontology": ONTOLOGIES,
        "delimiter": (*SIGNS, *SIGNS.values()),
        "day": DAYS,
    }
    for name, value in settings.items():
        if name not in _SETTINGS:
            problems.append(
                Problem("R924", f"unknown setting `{name}`", file, hint=_near(name, _SETTINGS))
            )
        elif value not in known[name]:
            hint = f"one of {', '.join(v for v in known[name] if v.strip())}"
            problems.append(Problem("R924", f"`{name}` is '{value}'", file, hint=hint))
    if problems:
        raise InputError(problems)
    sign = settings.get("delimiter", "comma")
    return ColumnMap(
        dict(columns),
        next(s for s in SYSTEMS if s == settings.get("states", "name")),
        next(o for o in ONTOLOGIES if o == settings.get("ontology", "none")),
        SIGNS.get(sign, sign),
        settings.get("day", "YYYY-MM-DD"),
    )


def _near(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else f"one of {', '.join(known)}"
