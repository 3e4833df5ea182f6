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
    "C314": Entry(
        "probabilities",
        "The probabilities of a shock's states leave 0…1, are missing, stand under the wrong key,"
        " or their modes do not add up to 1.",
        "Give each state a `probability`; where the shock names `given`, `probabilities`, one for"
        " each state of that shock.",
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
    "C411": Entry(
        "change that cannot be made",
        "A change names a room that changes may not concern, does not have the form of the case, "
        "or would add or remove a principal, an issue or an option.",
        "Write the change in the shape of the case file: room, element, and its keys with their "
        "new values.",
    ),
    "C412": Entry(
        "two shocks change the same",
        "Two shocks change the same place of the case, so that their states together would "
        "contradict each other.",
        "Leave it to one of them, or make the two one shock.",
    ),
    "C413": Entry(
        "what holds now changes something",
        "The file itself describes the state in which a shock stands now; that state can neither "
        "change nor hold anything.",
        "Remove its `changes` and `holds`, or name another state as `now`.",
    ),
    "C414": Entry(
        "option not for a state to hold",
        "A state holds an option that principals control: only third parties' options follow from"
        " the state of the world.",
        "Name an option of a third party, or leave it out.",
    ),
    "C415": Entry(
        "shares of an issue",
        "The options of a divisible issue stand at different shares from 0 to 1, one of them at 0"
        " and one at 1; other issues have no shares, and the program alone sets `between`.",
        "Correct the shares, or add `divisible: {steps: …}` to the issue.",
    ),
    "C416": Entry(
        "span of time",
        "A span ends before it begins, a dated entry covers the case's own date, or a shock is "
        "about a day that has passed.",
        "Correct the days: the file itself says what holds at `as_of`.",
    ),
    "C417": Entry(
        "poles of an issue",
        "Poles are one option for each principal, all different, and none of them that of no "
        "agreement.",
        "Name each principal's own way to settle the issue, or leave out `poles`.",
    ),
    "C418": Entry(
        "shocks out of order",
        "A shock's probabilities are given the state of itself or of one that stands after it.",
        "Put the shock that the other depends on first.",
    ),
    "C419": Entry(
        "belief about oneself",
        "A belief is held by a principal about itself.",
        "Name the other principal in `about`.",
    ),
    "C420": Entry(
        "changes make the case inconsistent",
        "With the changes of a state, a dated entry, a belief, a judgement set or a step the case"
        " has a problem that it does not have without them.",
        "Mend what the message names, within the changes.",
    ),
    "C421": Entry(
        "claim without a use",
        "A claim either has an outcome, and says how its elements are neutralised, or is "
        "background; and no two claims bear the same number.",
        "Give `outcome` with `neutral` or `without`, or else `background` with the reason.",
    ),
    "C422": Entry(
        "too many scenarios",
        "The states of the shocks combine to more than 512 scenarios.",
        "Join shocks or states, or leave out those that decide least.",
    ),
    "C423": Entry(
        "linkage at no agreement in a state",
        "A linkage holds without agreement in some state of the shocks, so that no agreement "
        "would not be worth 0 there.",
        "Leave the option that holds in that state out of the linkage.",
    ),
    "C424": Entry(
        "removable reserve without a reserve",
        "A principal's reserve is marked removable, and it gives none.",
        "Give `reserve`, or remove `reserve_removable`.",
    ),
    "C425": Entry(
        "step that cannot be carried out",
        "A step carries out more than one option, or comes after itself by way of others.",
        "Give each option a step of its own, and break the circle of `after`.",
    ),
    "C501": Entry(
        "known only later",
        "An element, a number or a fact became known after the case's `as_of`.",
        "Remove it, or move the case's date.",
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
    "U604": Entry(
        "target that cannot be read",
        "A target is not of the form NAME=VALUE, its value is no number, or it is given twice.",
        "Write --require ISSUE=OPTION, or --gain PARTY=NUMBER with the number in points.",
    ),
    "U605": Entry(
        "nothing to answer from",
        "The case has nothing of the kind that the question is about.",
        "Add it to the case file, or ask for the brief instead.",
    ),
    "U606": Entry(
        "no such scenario",
        "The name given to --scenario is neither a scenario of the case nor a state of its shocks.",
        "Use a scenario's name, or states as shock=state with commas between them.",
    ),
    "U607": Entry(
        "no such judgement set",
        "The part of CASE after @ is none of the case's judgement sets.",
        "Use one of the names listed in the message, or leave @ and what follows away.",
    ),
    "T701": Entry(
        "not a workbook",
        "The file is no workbook that can be read: no .xlsx, locked by a password, or damaged.",
        "Save it as an Excel workbook (.xlsx), without a password.",
    ),
    "T702": Entry(
        "too large for a case",
        "The workbook unpacks to more, or a table has more rows or columns, than a case can need.",
        "Delete rows, columns and sheets that are empty or not of the case.",
    ),
    "T703": Entry(
        "more than cells",
        "The workbook holds macros, links to other files, embedded objects or XML entities.",
        "Save it without them, as an Excel workbook (.xlsx).",
    ),
    "T704": Entry(
        "formula",
        "A cell holds a formula; what it gives could change without anybody signing it.",
        "Replace the formula by its value.",
    ),
    "T705": Entry(
        "merged cells",
        "Cells are merged, so that what belongs to which row cannot be told.",
        "Split them, and write into each cell what it holds.",
    ),
    "T706": Entry(
        "error in a cell",
        "A cell holds an error of the spreadsheet program, such as #REF!.",
        "Write the value that is meant.",
    ),
    "T707": Entry(
        "sheets of a case",
        "A sheet or table is none of those that a case has, stands twice, or is missing.",
        "Correct its name; begin it with _ if it is not to be read.",
    ),
    "T708": Entry(
        "unknown column",
        "A column, or a key of the sheet case, is none of those that the sheet has.",
        "Correct its name; begin it with _ if it is not to be read.",
    ),
    "T709": Entry(
        "columns of a sheet",
        "A sheet lacks a column that its rows need, or has one twice.",
        "Correct the first row.",
    ),
    "T710": Entry(
        "row without its id",
        "A row leaves a cell empty that says what the row is about.",
        "Fill in the cell, or delete the row.",
    ),
    "T711": Entry(
        "row that stands twice",
        "Two rows of a sheet are about the same thing; one of the two would be lost.",
        "Delete one of them, or correct its id.",
    ),
    "T712": Entry(
        "unreadable cell",
        "A cell is not written as its column needs it.",
        "Write it as the message says.",
    ),
    "T713": Entry(
        "row of nothing",
        "A row belongs to a party, an issue or another element that no other sheet holds.",
        "Add the element to its own sheet, or correct its id.",
    ),
    "T714": Entry(
        "not a table",
        "The text does not follow the grammar of CSV.",
        "Save the table anew as CSV from a spreadsheet program.",
    ),
}
"""Every code, by itself."""
