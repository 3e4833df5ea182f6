"""What the columns of the sheets mean, where the form of the case does not say it."""

MEANINGS: dict[str, str] = {
    "id": "An id of your choice: a letter, then letters, digits, _ or -; other sheets use it.",
    "name": "What it is called in tables and sentences.",
    "text": "More about it, in a sentence or a paragraph.",
    "reason": "Why; for judgements that give no reason of their own.",
    "facts": "Ids of the facts that show it.",
    "fact": "The fact that the number rests on.",
    "signer": "Who answers for it; the case's signer if empty.",
    "kind": "Of which kind it is.",
    "from": "The first day on which it holds.",
    "until": "The first day on which it no longer holds.",
    "issue": "An id of the sheet issues.",
    "option": "An id of one of the issue's options.",
    "party": "The id of a principal or of a ratifier.",
    "objective": "An id of one of the party's objectives.",
    "removable": "Whether it counts as an obstacle to be lifted.",
    "low": "The low end of the range; empty where one number is given.",
    "mode": "The number, the likeliest where there is a range.",
    "high": "The high end of the range; empty where one number is given.",
    "sourced": "Whether the number itself stands in the fact's source.",
    "date": "The day on which it was judged.",
    "known_from": "The day from which it could be known.",
    "case.detente": "The form of the case: 1.",
    "case.id": "The case's own id.",
    "case.title": "What the case is called in the brief.",
    "case.question": "The question the case was made to answer.",
    "case.summary": "The case in a paragraph.",
    "case.as_of": "The day of the case; nothing known later belongs in it.",
    "case.no_agreement": "What holds if nothing is agreed: `status_quo`, one option of every "
    "issue, or `outside`, an outside value of each party.",
    "case.chronology_file": "Name of the CSV file of dated events; in a workbook they stand in "
    "the sheet events.",
    "signers.name": "Name and office, as the brief prints it.",
    "signers.role": "What they answer for.",
    "facts.text": "The fact, in a sentence.",
    "facts.signer": "Who vouches for a fact that has no source.",
    "facts.confidence": "How sure the source is.",
    "facts.date": "When it was so: YYYY-MM-DD, YYYY-MM or YYYY.",
    "principals.adjective": "The state's adjective, for tables.",
    "weights_reason": "How the weights were set, for those that give no reason of their own.",
    "weights_fact": "A fact that all weights of the party rest on.",
    "weights_signer": "Who signs the weights; the case's signer if empty.",
    "weights_date": "The day on which the weights were judged.",
    "weights_known_from": "The day from which the weights could be known.",
    "ratifiers.principal": "The principal that needs its assent.",
    "party_numbers.number": "Which number of the party: its `reserve`, the least gain it accepts; "
    "its `outside` value of no agreement; its `baseline`, what no agreement itself brings it; or "
    "of a principal its `exposure`, how far below no agreement it would stand on the way to a "
    "package, and its `impatience`, by how many per cent a gain a year later counts less.",
    "objectives.text": "What the party wants, in a line.",
    "options.track": "The level at which it can be decided.",
    "options.confidential": "Whether it stays secret; it then cannot call on a public.",
    "divisible_steps": "Of a divisible issue: into how many equal shares it is divided.",
    "divisible_unit": "The unit of its quantities.",
    "divisible_least": "The quantity at share 0.",
    "divisible_most": "The quantity at share 1.",
    "codes.code": "How far the option serves the objective: -3 frustrates it, +3 fulfils it.",
    "constraints.if": "When it applies: the package holds one of these options of every issue.",
    "constraints.requires": "What must then hold.",
    "constraints.excludes": "What must then not hold.",
    "linkages.when": "Exactly two issues, and the options of each at which it holds.",
    "linkage": "An id of the sheet linkages.",
    "commitments.by": "The principal who gave the promise.",
    "commitments.to": "The third party it was given to.",
    "commitments.kind": "`hard` forbids the options; `priced` puts a price on them.",
    "commitments.options": "The options it is about.",
    "shock": "An id of the sheet shocks.",
    "state": "An id of one of the shock's states.",
    "shocks.now": "The state that the other sheets describe.",
    "shocks.by": "The day that the probabilities are about.",
    "shocks.given": "A shock that stands before it, on which its probabilities depend.",
    "transitions.from": "The state that it leads from.",
    "transitions.to": "The state that it leads to.",
    "probabilities.given": "A state of the shock that this one depends on.",
    "scenarios.states": "States of some shocks, as `shock = state; shock2 = state`.",
    "calendar.bars": "Options that cannot be decided in that time.",
    "beliefs.holder": "The principal who believes it.",
    "beliefs.about": "The party it is believed of.",
    "steps.option": "The option it carries out, as `issue = option`.",
    "wishes.party": "The party whose wish it is.",
    "wishes.first": "What it wants first.",
    "wishes.then": "What it wants only after that.",
    "claims.number": "Its number in the text.",
    "claims.text": "The claim, in a line.",
    "claims.outcome": "The result that changes without the elements.",
    "claims.expects": "What the result should be, where the claim says it.",
    "claims.background": "Why no result changes, where none can.",
    "claim": "An id of the sheet claims.",
    "claim_events.use": "`events` that carry the claim, or those the case is tried `without`.",
    "claim_events.date": "The event's date, as the chronology writes it.",
    "claim_events.actor": "The event's actor.",
    "claim_events.kind": "The event's kind.",
    "counting_rules.counts": "How a matching event is counted; the first match decides.",
    "counting_rules.date": "Only events of exactly this date.",
    "counting_rules.actor": "Only events of one of these actors.",
    "counting_rules.target": "Only events towards one of these targets.",
    "counting_rules.kind": "Only events of one of these kinds.",
    "counting_rules.topic": "Only events on one of these topics.",
    "chronology_words.word": "A word of the chronology.",
    "chronology_words.plain": "The word in plain English.",
    "changes.of": "What changes the case: an element of another sheet.",
    "changes.owner": "Its id; of a state `shock.state`.",
    "changes.path": "What is otherwise, as `principals.AST.weights.points.fishing`; the keys are "
    "those of the case file.",
    "changes.value": "The new value where it is no number; `null` takes away what stands there.",
}
"""By column, or by sheet and column where it means something of its own there."""


def meaning(sheet: str, column: str, said: str | None, part: str = "") -> str:
    """Return what a column means: its own words, those of the form, or those of its part.

    Examples
    --------
    >>> meaning("facts", "confidence", None)
    'How sure the source is.'
    """
    own = MEANINGS.get(f"{sheet}.{column}") or said or MEANINGS.get(column) or MEANINGS.get(part)
    if own is None:
        raise KeyError(f"{sheet}.{column} has no meaning")
    return " ".join(own.split())
