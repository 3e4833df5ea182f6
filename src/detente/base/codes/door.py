"""Problem codes: events, GENIUS, spreadsheets, and the command line."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
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
    "G801": Entry(
        "files of a GENIUS scenario",
        "The folder does not hold one domain and a utility space for each of two to twenty "
        "parties, or one of their files was named instead of the folder.",
        "Name the folder, with one `negotiation_template` and the `utility_space`s of its parties.",
    ),
    "G802": Entry(
        "broken XML",
        "A file of a GENIUS scenario is no XML, or breaks off.",
        "Fetch or save the file anew; the line is where reading stopped.",
    ),
    "G803": Entry(
        "XML that is not safe",
        "An XML file declares entities, links to other files, or is larger than a scenario needs.",
        "Remove the declaration, or split the scenario.",
    ),
    "G804": Entry(
        "utility that does not add up",
        "A utility space is not additive: its utility is no weighted sum over the issues.",
        "Take a scenario whose utility spaces are linear additive ones.",
    ),
    "G805": Entry(
        "domain and utility space differ",
        "A utility space names an issue or a value that its domain has not, lacks one, or says "
        "otherwise of what type it is; or a name in the domain is missing or stands twice.",
        "Correct the name, in the utility space or in the domain.",
    ),
    "G806": Entry(
        "number of a GENIUS file",
        "A weight, an evaluation, a bound, a reservation value or a discount factor is missing, or "
        "is no decimal number that can be used.",
        "Write the number as a decimal.",
    ),
    "G807": Entry(
        "unknown evaluator",
        "An integer or real issue is evaluated by a function that is not known, or that lacks one "
        "of its parameters.",
        "Use a linear, constant or triangular evaluator, or list the values as a discrete issue.",
    ),
    "G808": Entry(
        "too many values",
        "An issue of a GENIUS domain has more values than are read.",
        "Take the issue in larger steps.",
    ),
    "G809": Entry(
        "nothing that GENIUS can say",
        "An element of the case has no place in a GENIUS scenario: utility there is a weighted sum "
        "over the issues, every combination of values is a bid, and the parties alone decide.",
        "Remove the element from a copy of the case, and convert the copy.",
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
        "Write ISSUE=OPTION under --require or --package, or --gain PARTY=NUMBER, in points.",
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
    "U608": Entry(
        "no span of time",
        "A window or a plan would end before it begins, or too late: a window lasts 20 years at "
        "most, a plan from one month to ten years.",
        "Name a later day under --until, or an earlier one under --as-of.",
    ),
}
