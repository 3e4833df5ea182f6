"""The registry of problem codes: what each means and how to mend it.

Codes are stable: a code keeps its meaning for ever, and a new problem gets a new code. The pages
of the reference are made from this table.
"""

from __future__ import annotations

from detente.base.codes import (
    door,
    fetching,
    form,
    logic,
    measuring,
    number,
    reading,
    store,
)
from detente.base.codes.entry import Entry

__all__ = ["CODES", "Entry"]

CODES: dict[str, Entry] = {
    **form.ENTRIES,
    **number.ENTRIES,
    **logic.ENTRIES,
    **door.ENTRIES,
    **store.ENTRIES,
    **reading.ENTRIES,
    **fetching.ENTRIES,
    **measuring.ENTRIES,
}
"""Every code, by itself."""
