"""Why a record is set aside: a short list of words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

Reason = Literal[
    "empty line", "columns", "quotes", "heading", "id", "date", "no day", "number", "state",
    "states", "long",
]  # fmt: skip
"""Words for why a record is set aside."""

REASONS: Final[Mapping[Reason, str]] = {
    "empty line": "the line is empty",
    "columns": "it has too few or too many cells",
    "quotes": "a quotation mark does not close, or text follows one that does",
    "heading": "the heading stands there once more",
    "id": "its id is empty, or not of the source's form",
    "date": "its date is no day from 1900 to 2100, or its year none from 1800 to 2100",
    "no day": "it is known to the month or the year only, and events stand on days",
    "number": "a cell that must hold a number holds something else, or one outside its range",
    "state": "its state is empty or unknown",
    "long": "a cell is longer than 131,072 characters",
    "states": "it names more pairs of states than an event can have",
}
"""What each word means."""

assert set(get_args(Reason)) == set(REASONS)
