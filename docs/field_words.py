"""What the keys of a case file mean, where the form itself does not say it.

The reference page takes a key's meaning from the form; only keys without one are listed here.
"""

WORDS: dict[str, dict[str, str]] = {
    "Case": {
        "detente": "The form of the file; its first line.",
        "id": "The case's own id; `detente new NAME` uses NAME.",
        "title": "What the case is called in the brief.",
        "question": "The question the case was made to answer.",
        "summary": "The case in a paragraph.",
        "as_of": "The day of the case, `YYYY-MM-DD`. Nothing known later belongs in it.",
        "signers": "Who answers for judgements.",
        "facts": "Every sourced fact, to be cited by its id.",
        "chronology": "Dated events; without them the brief cannot say where the relation stands.",
        "no_agreement": "What holds if nothing is agreed: one option of every issue, or for each "
        "party an outside value.",
        "principals": "The states that negotiate, two to six. Use ISO 3166 alpha-3 for real ones.",
        "ratifiers": "Bodies whose assent a principal needs.",
        "third_parties": "Those who take no part, yet limit what a principal may do.",
        "issues": "What is at stake.",
        "constraints": "Rules that every package obeys.",
        "linkages": "Terms that depend on two issues together.",
        "commitments": "What principals promised third parties.",
    },
    "Signer": {"name": "Name and office, as the brief prints it.", "role": "What they answer for."},
    "Fact": {
        "text": "The fact, in a sentence.",
        "signer": "Who vouches for a fact that has no source.",
        "confidence": "How sure the source is.",
        "date": "When it was so, `YYYY-MM-DD`, `YYYY-MM`, or `YYYY` in quotation marks.",
    },
    "Chronology": {
        "file": "Name of the CSV file beside the case file.",
        "rules": "How events are counted; the first rule that matches an event decides.",
    },
    "CountingRule": {
        "counts": "How a matching event is counted.",
        "date": "Only events of exactly this date, as the file writes it.",
        "actor": "Only events of one of these actors.",
        "target": "Only events towards one of these targets.",
        "kind": "Only events of one of these kinds.",
        "topic": "Only events on one of these topics.",
        "reason": "Why they are counted so.",
    },
    "Principal": {
        "name": "The state's name in sentences.",
        "adjective": "Its adjective, for tables.",
        "weights": "Its swing weights.",
        "objectives": "What it wants.",
        "reserve": "The least gain it accepts, in points; 0 if absent. It may be negative.",
        "outside": "Its value of no agreement, in points; only where `no_agreement` is `outside`.",
    },
    "Ratifier": {
        "name": "Its name in sentences, with an article: `the Diet`.",
        "weights": "Its swing weights.",
        "objectives": "What it wants.",
        "reserve": "The least gain at which it assents, in points; 0 if absent.",
        "outside": "Its value of no agreement, in points; only where `no_agreement` is `outside`.",
        "principal": "The principal that needs its assent.",
        "kind": "What kind of body it is. A public cannot be called on by a confidential option.",
        "facts": "Facts that show its part.",
    },
    "Objective": {"text": "What is wanted, in a line.", "facts": "Facts that show it."},
    "Weights": {
        "points": "For each issue, the points that moving it from no agreement to the option "
        "scored 100 or -100 is worth. The modes of one party add up to exactly 100; an issue that "
        "is not named weighs 0.",
        "reason": "How the weights were set, for those that give no reason of their own.",
        "fact": "A fact that all of them rest on.",
        "signer": "Who signs them; the case's signer if absent.",
    },
    "ThirdParty": {
        "name": "Its name in sentences.",
        "text": "What it asks for.",
        "facts": "Facts that show it.",
    },
    "Issue": {
        "name": "The subject, in a few words.",
        "text": "More about it.",
        "options": "The mutually exclusive ways to settle it.",
    },
    "Option": {
        "name": "The option, in a few words.",
        "text": "What exactly it means.",
        "track": "The level at which it can be decided.",
        "confidential": "Whether it stays secret; it then cannot call on a public.",
        "facts": "Facts about it, also cited by its codes and scores that cite none.",
    },
    "Constraint": {
        "text": "The rule, in a sentence.",
        "if": "When it applies: the package holds one of these options of every issue named.",
        "requires": "What must then hold: one of these options of each issue named.",
        "excludes": "What must then not hold.",
        "reason": "Why it counts as removable.",
        "facts": "Facts that show it.",
    },
    "Linkage": {
        "text": "The term, in a sentence.",
        "when": "Exactly two issues, and the options of each at which it holds.",
        "points": "What it brings to each party, in points; below 0 if it costs.",
        "reason": "Why; for points that give no reason of their own.",
    },
    "Commitment": {
        "text": "The promise, in a sentence.",
        "by": "The principal who gave it.",
        "to": "The third party it was given to.",
        "kind": "`hard` forbids the options to that principal; `priced` puts a price on them.",
        "options": "The options it is about.",
        "removable": "Whether it counts as an obstacle to be lifted.",
        "reason": "Why, for a price that gives no reason of its own.",
        "facts": "Facts that show it.",
    },
}
