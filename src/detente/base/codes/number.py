"""Problem codes: numbers of a case."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
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
        "A weight, an importance, a price, or a number of order (points of a wish, months, "
        "exposure, impatience) is negative.",
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
    "C315": Entry(
        "comparison that says nothing",
        "A comparison of weights is not said in exactly one of its three ways, names one issue "
        "alone or an issue twice, or names one to which the party gives no points.",
        "Write `more` with `than` (and `times`, above 0), or `ranking`, or `alike`, each of two "
        "issues or more that have points.",
    ),
    "C316": Entry(
        "points do not keep a comparison",
        "The modes of a party's swing weights break one of the party's own comparisons.",
        "Change the points or the comparison: one of the two says what is not meant.",
    ),
    "C317": Entry(
        "comparisons contradict each other",
        "No weights keep these comparisons, with these ranges, and give what is said to count "
        "more anything at all.",
        "Change or drop one of those named: without any one of them the others can hold.",
    ),
    "C318": Entry(
        "probabilities of transitions",
        "A transition has neither a probability at its calendar entry nor a monthly hazard, or "
        "both; its number leaves 0…1; or the modes of those out of one state, at one entry or in a "
        "month, add up to more than 1.",
        "Give `probability` with `at`, or `hazard` without; what is left of 1 stays as it is.",
    ),
    "C319": Entry(
        "transitions against probabilities",
        "By the day `by` a shock's transitions bring one of its states about with a probability "
        "that lies over one percentage point outside the range given for that state.",
        "The two are judgements of the same thing: change the transitions, or widen the range.",
    ),
    "C320": Entry(
        "more than all",
        "A principal's impatience goes beyond 100 per cent: a gain a year later would count less "
        "than nothing.",
        "Lower it: it says by how many per cent a gain a year later counts less.",
    ),
}
