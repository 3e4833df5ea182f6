"""Problem codes: reading files of events."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
    "R920": Entry(
        "column that a file of events lacks",
        "The heading of a file of events or yearly facts lacks a column that is read.",
        "Name the source that the file is of, or the column as the file's heading has it.",
    ),
    "R921": Entry(
        "mapping that cannot be read",
        "A mapping of columns is not written as pairs of a column and a heading.",
        "Write column=heading with commas between, or a file in TOML with a table [columns].",
    ),
    "R922": Entry(
        "column that the record has not",
        "A mapping names a column that is none of the record's.",
        "Use one of the columns listed in the message.",
    ),
    "R923": Entry(
        "mapping that leaves open what is read",
        "A column that every event needs is not mapped, or a column is mapped twice.",
        "Map date, actor and target, each to one heading.",
    ),
    "R924": Entry(
        "setting of a mapping",
        "A setting of a mapping is unknown, or has a value that is none of those it can have.",
        "Use one of the values listed in the message.",
    ),
    "R925": Entry(
        "no such source of events",
        "The name given is none of the sources that can be read; or, for a table of one's own, it "
        "is another source's, or not of small letters, digits and underscores.",
        "Use one of the names listed in the message, or for a table a name of its own.",
    ),
}
