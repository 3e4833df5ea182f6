"""The registry of problem codes: what each means and how to mend it.

Codes are stable: a code keeps its meaning for ever, and a new problem gets a new code. The pages
of the reference are made from this table.
"""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One code: its title, what it means, and how to mend it."""

    title: str
    meaning: str
    mend: str


CODES: dict[str, Entry] = {
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
    "C301": Entry(
        "weights are not 100",
        "The modes of a party's swing weights do not add up to 100.",
        "Change them so that they do: they say how 100 points are divided.",
    ),
    "C302": Entry(
        "scores not anchored",
        "A party's largest absolute score on an issue it gives weight to is not 100.",
        "Rescale the scores so that the best or the worst option stands at 100 or -100.",
    ),
    "C303": Entry(
        "missing score",
        "A party gives weight to an issue, and one of its options has no score.",
        "Give a score, or code the options against the party's objectives.",
    ),
    "C304": Entry(
        "scores and codes mixed",
        "A party scores some options of an issue directly and codes others.",
        "Use one of the two for each party on each issue.",
    ),
    "C305": Entry(
        "score out of range",
        "A score lies outside -100…100.",
        "Scores say how good an option is; what the issue is worth belongs to its weight.",
    ),
    "C306": Entry(
        "nobody signs",
        "A judgement names no signer, and the case has no default signer.",
        "Add `signer` to the case or to the judgement.",
    ),
    "C307": Entry(
        "no reason",
        "A judgement gives no reason, and nothing above it does.",
        "Add `reason` to the judgement, its option, its issue or its table of weights.",
    ),
    "C308": Entry(
        "no agreement is not 0",
        "The option that holds without agreement has a score other than 0.",
        "Give it 0, or leave its score out: gains are counted from there.",
    ),
    "C309": Entry(
        "weight without a difference",
        "A party gives weight to an issue on which all options are alike to it.",
        "Give the issue no weight, or code or score the options apart.",
    ),
    "C310": Entry(
        "below zero",
        "A weight, an importance or a price is negative.",
        "Turn the sign of the scores instead.",
    ),
    "C311": Entry(
        "outside value",
        "Where no agreement is `outside`, each principal and ratifier needs an `outside` value; "
        "where it is `status_quo`, none may have one.",
        "Add or remove `outside`.",
    ),
    "C312": Entry(
        "fact without a source",
        "A fact has neither a source nor a signer.",
        "Name its source, or sign it.",
    ),
    "C313": Entry(
        "above 100",
        "The range of a weight goes beyond 100, the points that a party has for all issues.",
        "Lower the end of the range: the others would have to weigh less than nothing.",
    ),
    "C401": Entry(
        "status quo option",
        "Where no agreement is `status_quo`, each issue names the option that holds now; where it "
        "is `outside`, no issue does.",
        "Add or remove the issue's `status_quo`.",
    ),
    "C402": Entry(
        "no agreement breaks a constraint",
        "The options that hold without agreement violate a constraint.",
        "Correct the constraint: what holds now must be possible.",
    ),
    "C403": Entry(
        "linkage at no agreement",
        "A linkage holds already without agreement, so that no agreement would not be worth 0.",
        "Leave the option of no agreement out of one of its two issues.",
    ),
    "C404": Entry(
        "undeliverable option",
        "An option other than no agreement names no controller or no track.",
        "Say who can deliver it, and at which level it can be decided.",
    ),
    "C405": Entry(
        "confidential, yet public",
        "A confidential option calls on a public, which cannot know of it.",
        "Make it public, or do not call on a public.",
    ),
    "C406": Entry(
        "empty constraint",
        "A constraint neither requires nor excludes anything, or speaks of one issue alone.",
        "Give `requires` or `excludes`, naming an issue that is not in `if`.",
    ),
    "C407": Entry(
        "price of a commitment",
        "A priced commitment gives no price, or a hard one gives a price.",
        "Add the price, or make the commitment `kind: priced`.",
    ),
    "C408": Entry(
        "commitment against what holds",
        "A commitment forbids an option that holds without agreement.",
        "Leave that option out.",
    ),
    "C409": Entry(
        "no agreement needs nobody",
        "The option of no agreement calls on a ratifier or is a commitment of somebody.",
        "Remove `calls` from it: what holds already needs no assent.",
    ),
    "C410": Entry(
        "controllers or ratifiers of an option",
        "An option lists the same ratifier or controller twice, or mixes principals with a third "
        "party as controllers.",
        "Name principals, or one third party, each once.",
    ),
    "E501": Entry(
        "no chronology",
        "The chronology's file is not beside the case file.",
        "Put it into the case's folder, or correct its name.",
    ),
    "E502": Entry(
        "columns of the chronology",
        "The chronology's first line does not name the columns date, actor, target, kind, topic, "
        "summary, source_url, confidence.",
        "Correct the first line.",
    ),
    "E503": Entry(
        "bad row",
        "A row of the chronology has too few or too many cells, or a cell that cannot be read.",
        "Correct the row.",
    ),
    "E504": Entry(
        "hindsight",
        "An event is dated after the case's `as_of`.",
        "Remove it, or move the case's date.",
    ),
    "E505": Entry(
        "uncounted event",
        "None of the chronology's rules says how this event is counted.",
        "Add a rule that matches it, or correct the row.",
    ),
    "E506": Entry(
        "cell that a spreadsheet would run",
        "A cell begins with =, +, - or @ and would run as a formula in a spreadsheet.",
        "Put a word before the sign.",
    ),
    "U601": Entry(
        "unknown name on the command line",
        "A principal or another name was given that the case does not have.",
        "Use one of the names listed in the message.",
    ),
    "U602": Entry(
        "output cannot be written",
        "The file or folder to write to exists already or cannot be made.",
        "Name another place.",
    ),
    "U603": Entry(
        "no status quo",
        "The question needs a status quo, and no agreement of this case is `outside`.",
        "Ask for the frontier or the brief instead.",
    ),
}
"""Every code, by itself."""
