"""The columns of the record: the one place that says what a row of it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["string", "date", "int64", "int8", "float64", "boolean"]
"""Types of columns, by Ibis's names."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type, whether it may be empty, and what it means."""

    name: str
    kind: Kind
    empty: bool
    meaning: str


EVENTS: tuple[Column, ...] = (
    Column("source", "string", False, "Source of the file, as `icews`"),
    Column("file", "string", False, "SHA-256 of the file's content; the manifest has its name"),
    Column("row", "int64", False, "Line of the file that the event stands on, from 1"),
    Column("event_id", "string", False, "The source's own id; one event a source, id and date"),
    Column("date", "date", False, "The day on which it happened, by the source"),
    Column("actor", "string", True, "Who acted: a state, by ISO 3166 alpha-3"),
    Column("target", "string", True, "Towards whom: a state, by ISO 3166 alpha-3"),
    Column("actor_name", "string", True, "The actor in the words of the source"),
    Column("target_name", "string", True, "The target in the words of the source"),
    Column("actor_track", "string", True, "`leaders`, `ministers`, `officials` or `civic`"),
    Column("target_track", "string", True, "The same of the target"),
    Column("code", "string", True, "The act in the source's ontology: a CAMEO code, a PLOVER mode"),
    Column("kind", "string", True, "The act as one of PLOVER's sixteen types"),
    Column(
        "quad", "int8", True, "1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict"
    ),
    Column("intensity", "float64", True, "−10 to 10: the act's code on the one Goldstein scale"),
    Column("given", "float64", True, "The source's own number for it, where it gives one"),
    Column("topic", "string", True, "What it was about: one of a short list"),
    Column("url", "string", True, "Where it is reported, where the source says so"),
)
"""Events. `file` and `row` lead back to the line they were read from."""

YEARLY: tuple[Column, ...] = (
    Column("source", "string", False, "Source of the file, as `ideal_points`"),
    Column("file", "string", False, "SHA-256 of the file's content; the manifest has its name"),
    Column("row", "int64", False, "Line of the file, from 1"),
    Column("variable", "string", False, "What is stated, as `ideal_point`, `defense`, `sanctions`"),
    Column("year", "int64", False, "Year for which it holds"),
    Column("state", "string", False, "The state, by ISO 3166 alpha-3"),
    Column("other", "string", True, "The other state or group, where a pair is meant"),
    Column("value", "float64", True, "The number; 1 and 0 for yes and no"),
    Column("low", "float64", True, "The 5 % end of its range, where the source gives one"),
    Column("high", "float64", True, "The 95 % end of its range, where the source gives one"),
)
"""Facts by state, or by pair of states, and year."""

ASIDE: tuple[Column, ...] = (
    Column("source", "string", False, "Source of the file"),
    Column("file", "string", False, "SHA-256 of the file's content; the manifest has its name"),
    Column("row", "int64", False, "Line of the file, from 1"),
    Column("reason", "string", False, "Why the row was not read"),
    Column("text", "string", True, "The line, cut at 500 characters"),
)
"""Rows that could not be read, set aside."""

TOPICS = ("security", "economy", "diplomacy", "politics", "law", "rights", "aid", "other")
"""What an event is about."""

TRACKS = ("leaders", "ministers", "officials", "civic")
"""Through whom: the levels at which states deal with each other."""

KINDS = (
    "agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request",
    "accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault",
)  # fmt: skip
"""The types of acts, by PLOVER."""
