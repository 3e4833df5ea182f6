"""Problem codes: measures and findings of the record."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
    "R960": Entry(
        "nothing to measure",
        "The record keeps no events, or no yearly facts of the kind that is asked for.",
        "Add files with `detente record add`, or name the folder with --store.",
    ),
    "R961": Entry(
        "which source",
        "The record keeps events of several sources, which are never measured together.",
        "Name one with --source.",
    ),
    "R962": Entry(
        "a source that is not kept",
        "The record keeps no events of this source.",
        "Name one that `detente record status` lists.",
    ),
    "R963": Entry(
        "no such state",
        "This is neither the ISO 3166 alpha-3 code of a state nor a name of one.",
        "Write the code, as JPN.",
    ),
    "R964": Entry(
        "pairs of states",
        "A pair is two different states with a comma between them; a dyad and what is given for it "
        "share exactly one state, and the placebos neither of the others.",
        "Write it as USA,RUS.",
    ),
    "R965": Entry(
        "a span of measures",
        "The span ends before it begins, or a date is none.",
        "Give --from and --to as YYYY-MM-DD.",
    ),
}
