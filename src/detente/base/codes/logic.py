"""Problem codes: what a case can be, and when it was known."""

from __future__ import annotations

from detente.base.codes.entry import Entry

ENTRIES: dict[str, Entry] = {
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
    "C426": Entry(
        "transition that cannot be",
        "A transition leads from a state to itself, hangs on a calendar entry that is over by the"
        " case's date, is given a state where its shock is given no other, or says the same as one"
        " before it.",
        "Correct or remove it; an entry decides once it is over.",
    ),
    "C501": Entry(
        "known only later",
        "An element, a number or a fact became known after the case's `as_of`.",
        "Remove it, or move the case's date.",
    ),
}
