"""Problem codes: files that cannot be read, and the form of a case."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
    "F001": Entry(
        "no such case",
        "The name is neither a built-in case nor a file or folder that exists.",
        "Give the path of a YAML file or of a folder with case.yaml, or a built-in name.",
    ),
    "F002": Entry(
        "not UTF-8", "The file holds bytes that are not UTF-8 text.", "Save the file as UTF-8."
    ),
    "F003": Entry(
        "file too large",
        "The file is over 2 MB and was not read.",
        "Split the material: a case of this size cannot be checked by a reader.",
    ),
    "F004": Entry(
        "not YAML",
        "The text does not follow the grammar of YAML.",
        "Look at the line named, and the one before it: indentation, colons and quotes.",
    ),
    "F005": Entry(
        "duplicate key",
        "The same key stands twice in one mapping; one of the two would be lost.",
        "Rename or remove one of them.",
    ),
    "F006": Entry(
        "too deep or too many",
        "The file nests deeper, or holds more elements or aliases, than a case can need.",
        "Write the element out, without aliases, and less deep.",
    ),
    "F007": Entry(
        "not a case of this form",
        "The file's first key is not `detente: 1`, or names a form this program does not read.",
        "Begin the file with `detente: 1`.",
    ),
    "F008": Entry(
        "cannot be read", "The file exists and cannot be opened.", "Check its permissions."
    ),
    "F009": Entry(
        "unsupported YAML",
        "The file uses a YAML feature that cases do not need: tags, merge keys, several documents, "
        "or a key that is no text.",
        "Write plain mappings, lists, texts and numbers.",
    ),
    "F010": Entry(
        "cannot be upgraded",
        "The file has an older form, and something in it can be read in more than one way, or in "
        "none.",
        "Mend the line named, then upgrade again; the file was left as it was.",
    ),
    "C101": Entry(
        "missing key",
        "A required key is absent.",
        "Add it; `detente new` prints a case that has every required key.",
    ),
    "C102": Entry(
        "unknown key",
        "The key is none of those that this element may have.",
        "Check its spelling against the reference of the case file.",
    ),
    "C103": Entry(
        "wrong kind of value",
        "A mapping, a list, a text or a number was expected, and something else stands there.",
        "Give the kind of value named in the message.",
    ),
    "C104": Entry(
        "value not allowed",
        "The value is outside what this key allows.",
        "Use one of the values named in the message.",
    ),
    "C105": Entry(
        "bad estimate",
        "An estimate is one number, [low, mode, high] in rising order, or a mapping with `value`.",
        "Write `40`, `[30, 40, 50]`, or `{value: [30, 40, 50], reason: …}`.",
    ),
    "C106": Entry("bad date", "The text is no date of the calendar.", "Write YYYY-MM-DD."),
    "C201": Entry(
        "unknown party",
        "A party is named that the case does not have.",
        "Add it to principals or ratifiers, or correct its id.",
    ),
    "C202": Entry(
        "unknown issue",
        "An issue is named that the case does not have.",
        "Add it to issues, or correct its id.",
    ),
    "C203": Entry(
        "unknown option",
        "An option is named that its issue does not have.",
        "Add it to the issue's options, or correct its id.",
    ),
    "C204": Entry(
        "unknown fact",
        "A fact is cited that the case does not have.",
        "Add it to facts, or correct its id.",
    ),
    "C205": Entry(
        "unknown signer",
        "A signer is named that the case does not have.",
        "Add the signer to signers, or correct the id.",
    ),
    "C206": Entry(
        "unknown objective",
        "A code is given against an objective that the party does not have.",
        "Add it to the party's objectives, or correct its id.",
    ),
    "C207": Entry(
        "not a principal",
        "A principal is needed here, and another kind of party is named.",
        "Name one of the case's principals.",
    ),
    "C208": Entry(
        "one id for two parties",
        "A principal, ratifier or third party bears the id of another.",
        "Give each party an id of its own.",
    ),
    "C209": Entry(
        "unknown third party",
        "A commitment is given to a third party that the case does not have.",
        "Add it to third_parties, or correct its id.",
    ),
    "C210": Entry(
        "unknown shock, state, step or place",
        "A shock, one of its states, a step, or a place of the case is named that the case does "
        "not have.",
        "Add it, or correct its name.",
    ),
}
