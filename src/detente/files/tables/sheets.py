"""The sheets of a case: the one table that reading, writing, templates and the reference share.

The columns of an element are made from its form in ``detente.case``, so that a key added there is
a column here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from detente.base.estimate import Estimate
from detente.case.case import Case, Chronology, CountingRule, Fact, Signer
from detente.case.claim import Claim, EventMark
from detente.case.comparison import Comparison
from detente.case.constraint import Commitment, Constraint, Linkage
from detente.case.dated import CalendarEntry, Dated
from detente.case.divisible import Divisible
from detente.case.issue import Code, Issue, Option
from detente.case.party import Objective, Principal, Ratifier, ThirdParty, Weights
from detente.case.scenario import Scenario, Shock, State, Transition
from detente.case.sequence import Step, Wish
from detente.case.shape import bare
from detente.case.view import Belief, JudgementSet
from detente.files.tables.column import Column, Kind, Part, Sheet, kind_of
from detente.files.tables.meanings import meaning

PARTS: tuple[tuple[Part, Kind, bool], ...] = (
    ("low", "number", False),
    ("mode", "number", False),
    ("high", "number", False),
    ("reason", "text", False),
    ("fact", "id", False),
    ("signer", "id", True),
    ("sourced", "flag", True),
    ("date", "day", True),
    ("known_from", "day", True),
)
"""The parts of an estimate, the kind of each, and whether it is rare."""

PARTY_NUMBERS = ("reserve", "outside", "baseline", "exposure", "impatience")
"""The numbers of a party; the last two of principals only."""

OWNERS: dict[str, tuple[str, ...]] = {
    "dated": ("dated", "{id}", "changes"),
    "belief": ("beliefs", "{id}", "changes"),
    "judgement_set": ("judgement_sets", "{id}", "changes"),
    "state": ("shocks", "{id}", "states", "{id}", "changes"),
    "step": ("steps", "{id}", "effects"),
    "claim": ("claims", "{id}", "neutral"),
}
"""Where each kind of owner keeps its changes."""

_APART = {"between"}  # made by the program
_RARE = {"known_from", "date"}
_REFERS = {"fact": "facts", "signer": "signers", "issue": "issues", "linkage": "linkages"}
_REFERS |= {"claim": "claims", "shock": "shocks", "principal": "principals", "to": "third_parties"}
_REFERS |= {"by": "principals", "holder": "principals"}


def _fields(
    sheet: str, form: type[BaseModel], *nested: tuple[str, type[BaseModel]], above: str = ""
) -> Iterator[Column]:
    """Yield a column for every key of a form that one cell can hold, and for its estimates."""
    below = dict(nested)
    late: list[Column] = []
    for key_name, info in form.model_fields.items():
        key = info.alias or key_name
        name = f"{above}_{key}" if above else key
        place = (above, key) if above else (key,)
        kind = kind_of(info.annotation, tuple(info.metadata))
        if key in _APART:
            continue
        if key in below:
            yield from _fields(sheet, below[key], above=key)
        elif bare(info.annotation) is Estimate and sheet not in ("principals", "ratifiers"):
            yield from estimate(sheet, name, place, info.description)
        elif kind is not None:
            rare = key in _RARE and kind == "day"
            column = Column(
                name,
                kind,
                meaning(sheet, name, info.description),
                place,
                info.is_required() and not above,
                tuple(map(str, get_args(bare(info.annotation)))) if kind == "choice" else (),
                _REFERS.get(key, "") if kind == "id" else "",
                rare=rare,
            )
            if rare:
                late.append(column)
            else:
                yield column
    yield from late


def estimate(sheet: str, name: str, place: tuple[str, ...], said: str | None) -> Iterator[Column]:
    """Yield the columns of an estimate: its three numbers, and who answers for them."""
    for part, kind, rare in PARTS:
        column = {"": part, "mode": name}.get(part if name else "", f"{name}_{part}")
        words = said if name and part == "mode" else None
        yield Column(
            column, kind, meaning(sheet, column, words, part), place,
            refers=_REFERS.get(part, ""), part=part,
            rare=rare or (bool(name) and part not in ("low", "mode", "high")),
        )  # fmt: skip


def _key(sheet: str, name: str, kind: Kind = "id", choices: tuple[str, ...] = ()) -> Column:
    refers = "" if name == "id" else _REFERS.get(name, "")
    return Column(
        name, kind, meaning(sheet, name, None), required=True, choices=choices, refers=refers
    )


def _sheet(
    name: str,
    said: str,
    place: str,
    form: type[BaseModel] | None = None,
    *nested: tuple[str, type[BaseModel]],
    columns: tuple[Column, ...] = (),
    choices: tuple[str, ...] = (),
    within: int = 0,
    basic: bool = False,
) -> Sheet:
    path = tuple(place.split("."))
    names = [step[1:-1] for step in path if step.startswith("{")]
    keys = tuple(
        _key(name, key, "choice", choices) if key in ("number", "use")
        else _key(name, key, "line") if key == "word" else _key(name, key)
        for key in names
    )  # fmt: skip
    filled = columns or tuple(
        _fields(name, form, *nested) if form else estimate(name, "", (), None)
    )
    return Sheet(name, said, path, keys, filled, within, basic)


def _case() -> tuple[Column, ...]:
    """Return the keys of the case itself, and those of its chronology."""
    return tuple(_fields("case", Case, ("chronology", Chronology)))


def _changes() -> Sheet:
    keys = (
        _key("changes", "of", "choice", tuple(OWNERS)),
        _key("changes", "owner", "line"),
        Column("path", "line", meaning("changes", "path", None)),
    )
    value = Column("value", "text", meaning("changes", "value", None))
    said = "What is otherwise at a date, in a state, in somebody's eyes, after a step"
    return Sheet("changes", said, (), keys, (value, *estimate("changes", "", (), None)))


_PLAIN = Column("plain", "line", meaning("chronology_words", "plain", None), (), True)

SHEETS: tuple[Sheet, ...] = (
    Sheet("case", "What is at stake, and as of when: one key a row", (), (), _case(), basic=True),
    _sheet("signers", "Who answers for judgements", "signers.{id}", Signer, basic=True),
    _sheet("facts", "Sourced facts", "facts.{id}", Fact, basic=True),
    _sheet(
        "principals", "The states that negotiate", "principals.{id}", Principal,
        ("weights", Weights), basic=True,
    ),
    _sheet(
        "ratifiers", "Bodies whose assent a principal needs", "ratifiers.{id}", Ratifier,
        ("weights", Weights), basic=True,
    ),
    _sheet(
        "party_numbers", "Reserves, outside values, baselines, and what principals bear on the way",
        "{party}.{number}",
        choices=PARTY_NUMBERS, within=1, basic=True,
    ),
    _sheet(
        "objectives", "What each party wants", "{party}.objectives.{id}", Objective,
        within=1, basic=True,
    ),
    _sheet(
        "weights", "Swing weights: 100 points a party", "{party}.weights.points.{issue}",
        within=1, basic=True,
    ),
    _sheet(
        "comparisons", "What is known of weights without a number",
        "{party}.weights.comparisons.{id}", Comparison, within=1,
    ),
    _sheet(
        "third_parties", "Those who take no part, yet limit a principal", "third_parties.{id}",
        ThirdParty, basic=True,
    ),
    _sheet(
        "issues", "What is at stake", "issues.{id}", Issue, ("divisible", Divisible),
        basic=True,
    ),
    _sheet(
        "options", "The ways to settle each issue", "issues.{issue}.options.{id}", Option,
        within=1, basic=True,
    ),
    _sheet(
        "codes", "How each option serves each objective",
        "issues.{issue}.options.{option}.codes.{party}.{objective}", Code, within=2, basic=True,
    ),
    _sheet(
        "scores", "Scores given directly, -100 to 100",
        "issues.{issue}.options.{option}.scores.{party}", within=2,
    ),
    _sheet("constraints", "Rules that every package obeys", "constraints.{id}", Constraint),
    _sheet("linkages", "Terms that depend on two issues together", "linkages.{id}", Linkage),
    _sheet(
        "linkage_points", "What each linkage brings each party",
        "linkages.{linkage}.points.{party}", within=1,
    ),
    _sheet(
        "commitments", "What principals promised third parties", "commitments.{id}", Commitment,
        basic=True,
    ),
    _sheet("shocks", "What may happen in the outside world", "shocks.{id}", Shock),
    _sheet("states", "The states of each shock", "shocks.{shock}.states.{id}", State, within=1),
    _sheet(
        "probabilities", "Probabilities that depend on another shock's state",
        "shocks.{shock}.states.{state}.probabilities.{given}", within=2,
    ),
    _sheet(
        "transitions", "How shocks pass from state to state",
        "shocks.{shock}.transitions.{id}", Transition, within=1,
    ),
    _sheet("scenarios", "Names for states of some shocks", "scenarios.{id}", Scenario),
    _sheet("dated", "What is otherwise at other dates", "dated.{id}", Dated),
    _sheet("calendar", "Dated events to come", "calendar.{id}", CalendarEntry),
    _sheet("beliefs", "What a principal believes of another", "beliefs.{id}", Belief),
    _sheet(
        "judgement_sets", "Other analysts' estimates", "judgement_sets.{id}", JudgementSet
    ),
    _sheet("steps", "The carrying out of options", "steps.{id}", Step),
    _sheet("wishes", "What a party wants first", "wishes.{id}", Wish),
    _sheet("claims", "What a text says, and what carries it", "claims.{id}", Claim),
    _sheet(
        "claim_events", "Events that carry a claim", "claims.{claim}.{use}.[]", EventMark,
        choices=("events", "without"), within=1,
    ),
    _changes(),
    _sheet("counting_rules", "How events are counted", "chronology.rules.[]", CountingRule),
    _sheet(
        "chronology_words", "The chronology's words in plain English", "chronology.names.{word}",
        columns=(_PLAIN,),
    ),
)  # fmt: skip
"""Every sheet, in the order in which they are written."""

BY_NAME = {sheet.name: sheet for sheet in SHEETS}
EVENTS = "events"
"""The sheet of a workbook that holds the chronology's events."""
