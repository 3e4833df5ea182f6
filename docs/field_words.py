"""What the keys of a case file mean, where the form itself does not say it.

The reference page takes a key's meaning from the form; only keys without one are listed here.
"""

CHANGES = "What is otherwise in the case: room, element, keys with their new values."

BASELINE = (
    "What no agreement itself brings it, in points, compared with `as_of`; set by changes of "
    "states and dated entries."
)

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
        "principals": "The states that negotiate, two to twenty. Use ISO 3166 alpha-3 for real "
        "ones.",
        "ratifiers": "Bodies whose assent a principal needs.",
        "third_parties": "Those who take no part, yet limit what a principal may do.",
        "issues": "What is at stake.",
        "constraints": "Rules that every package obeys.",
        "linkages": "Terms that depend on two issues together.",
        "commitments": "What principals promised third parties.",
        "shocks": "What may happen in the outside world, and how likely it is; at most twelve.",
        "scenarios": "Names for states of the shocks, to be asked for with `--scenario`.",
        "dated": "What is otherwise at other dates, before `as_of` or after it.",
        "calendar": "Dated events to come: elections, summits, deadlines.",
        "beliefs": "What a principal believes of another.",
        "judgement_sets": "Other analysts' numbers, each set run by itself as `CASE@SET`.",
        "steps": "How options are carried out: how long it takes, after what, to what effect.",
        "wishes": "What a party would have come first.",
        "claims": "What a text says of the relation, and the elements that carry it.",
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
        "baseline": BASELINE,
    },
    "Ratifier": {
        "name": "Its name in sentences, with an article: `the Diet`.",
        "weights": "Its swing weights.",
        "objectives": "What it wants.",
        "reserve": "The least gain at which it assents, in points; 0 if absent.",
        "outside": "Its value of no agreement, in points; only where `no_agreement` is `outside`.",
        "baseline": BASELINE,
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
    "Comparison": {
        "reason": "Why; the table's reason if absent.",
        "fact": "The fact that it rests on.",
        "signer": "Who judged it; the table's or the case's signer if absent.",
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
        "divisible": "How it is divided, if it is settled by a share.",
    },
    "Divisible": {
        "steps": "Into how many equal steps it is divided, 1 to 100.",
        "unit": "What is counted, as people read it: `million euros`.",
        "least": "The quantity at share 0.",
        "most": "The quantity at share 1.",
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
    "Shock": {
        "name": "What may happen, in a few words.",
        "text": "More about it.",
        "now": "The state in which it stands at `as_of`: the one that the file itself describes.",
        "by": "The day that the probabilities are about; after `as_of`.",
        "given": "A shock that stands before it, on whose state its probabilities depend.",
        "states": "Its states, two to six: exactly one of them holds.",
        "transitions": "When it may pass from state to state; for the window alone.",
        "facts": "Facts that show it.",
    },
    "State": {
        "name": "The state, in a few words.",
        "facts": "Facts that show it.",
    },
    "Transition": {
        "from": "The state that it leads from.",
        "to": "The state that it leads to.",
        "facts": "Facts that show it.",
    },
    "Scenario": {
        "name": "The scenario, in a few words.",
        "text": "More about it.",
        "states": "One state of each shock that it is about: `{shock: state}`.",
    },
    "Dated": {
        "name": "What changes, in a few words.",
        "from": "The first day on which it holds.",
        "changes": CHANGES,
        "signer": "Who signs the numbers of the changes; the case's signer if absent.",
        "facts": "Facts that show it.",
    },
    "CalendarEntry": {
        "name": "The event, in a few words.",
        "kind": "What kind of event it is.",
        "from": "Its day, or its first.",
        "until": "The first day after it.",
        "bars": "Options that cannot be decided while it lasts.",
        "text": "More about it.",
        "facts": "Facts that show it.",
    },
    "Belief": {
        "name": "The belief, in a few words.",
        "holder": "The principal that holds it.",
        "about": "The principal it is about.",
        "changes": CHANGES,
        "signer": "Who judges that it is believed; the case's signer if absent.",
        "facts": "Facts that show it.",
    },
    "JudgementSet": {
        "name": "The set, in a few words.",
        "signer": "Whose numbers they are; one of `signers`.",
        "date": "The day on which they were judged.",
        "changes": CHANGES,
    },
    "Step": {
        "name": "The step, in a few words.",
        "option": "The option that it carries out: `{issue: option}`.",
        "effects": "What is otherwise once it is completed; written as changes are. Order does not "
        "count: where steps change the same thing, the later in the file holds.",
        "signer": "Who signs the numbers; the case's signer if absent.",
        "facts": "Facts that show it.",
    },
    "Wish": {
        "text": "The wish, in a sentence.",
        "party": "Who wishes it.",
        "first": "The options of which one should hold before.",
        "then": "The options that should come after.",
        "points": "What it costs the party while it is violated; 0 or more.",
        "reason": "Why, for points that give no reason of their own.",
        "facts": "Facts that show it.",
    },
    "Claim": {
        "number": "Its place in the text, 1 to 999; no two claims share one.",
        "text": "What the text says, in a sentence.",
        "events": "Events of the chronology that carry it.",
        "outcome": "The result that moves when what carries it is taken away.",
        "neutral": "How its elements are taken away: changes, in which null removes an element.",
        "without": "Events to be left out of the chronology.",
        "expects": "What a result should be: the party of `bottleneck`, the shock of `ceiling`.",
        "background": "Why no result can move, where none can.",
        "facts": "Facts that show it.",
    },
    "EventMark": {
        "date": "Only events of exactly this date, as the file writes it.",
        "actor": "Only events of this actor.",
        "kind": "Only events of this kind.",
    },
}
