"""What holds for every weight that comparisons allow, and in how large a part of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from detente.case.case import Case
from detente.case.comparison import in_words
from detente.case.naming import possessive
from detente.negotiation.over_weights import Held
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import capital, joined, points_text, share_text
from detente.study.partial_result import PackageAcross, Part, PartialResult, PartyAcross

_HELD: dict[Held, str] = {"every": "always", "none": "never"}


def partial_sheets(case: Case, result: PartialResult) -> Iterator[Sheet]:
    """Yield which packages hold whatever the weights, and for each party what is left open."""
    yield _together(case, result)
    for party in result.parties:
        yield _weights(case, party)
        yield _packages(case, result, party)
        refusals = _refusals(case, party)
        if refusals is not None:
            yield refusals


def places(numbers: Sequence[int]) -> str:
    """Return numbers as a list in which neighbours are drawn together.

    Examples
    --------
    >>> places([1, 2, 3, 5, 7, 8]), places([])
    ('1–3, 5, 7–8', 'none')
    """
    runs = []
    for _, run in groupby(enumerate(numbers), lambda item: item[1] - item[0]):
        found = [number for _, number in run]
        runs.append(str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}")
    return ", ".join(runs) or "none"


def _together(case: Case, result: PartialResult) -> Sheet:
    who = joined([case.parties[party.party].name for party in result.parties])
    notes = [f"Weights of {who} are known by comparisons. Packages are numbered as above."]
    for held, words in (
        ("every", "whatever weights these allow"),
        ("some", "for some of these weights"),
        ("none", "for none of them"),
    ):
        numbers = [n for n, found in enumerate(result.acceptable, 1) if found == held]
        if numbers or held == "every":
            notes.append(f"Acceptable to all who must assent, {words}: {places(numbers)}.")
    return Sheet("Which packages hold whatever the weights", tuple(notes), (), ())


def _weights(case: Case, party: PartyAcross) -> Sheet:
    name = case.parties[party.party].name
    names = {issue: found.name for issue, found in case.issues.items()}
    comparisons = case.parties[party.party].weights.comparisons
    notes = [f"{in_words(comparisons[said], names)}." for said in party.comparisons]
    if not party.dimensions:
        notes.append("Only one choice of weights keeps all this.")
    fixed = [i for i in case.parties[party.party].weights.points if i not in party.weights]
    if fixed:
        notes.append(
            "Nothing is compared with these, and they stay at their points: "
            f"{'; '.join(names[issue] for issue in fixed)}."
        )
    rows = [
        (
            names[issue],
            points_text(found.as_judged),
            points_text(found.least),
            points_text(found.most),
            points_text(Fraction(found.mean)),
        )
        for issue, found in party.weights.items()
    ]
    columns = (
        Column("issue", ratio=5),
        Column("points", number=True),
        Column("least", number=True),
        Column("most", number=True),
        Column("on average", number=True),
    )
    return Sheet(
        f"What comparisons leave open of {possessive(name)} weights", tuple(notes), columns, rows
    )


def _packages(case: Case, result: PartialResult, party: PartyAcross) -> Sheet:
    name = case.parties[party.party].name
    notes = [
        "Least and most: of the gain over all these weights, exactly. Accepts, best: in which part "
        "of these weights the gain reaches the reserve "
        f"({points_text(party.reserve)}), and in which no other of the packages brings more. Last, "
        "the packages that bring no more, whatever the weights."
    ]
    parts = [p for one in party.packages for p in (one.accepts, one.best) if p.worth is not None]
    if parts:
        worth = min(p.worth for p in parts if p.worth is not None)
        apart = max(p.high - p.low for p in parts) / 2
        notes.append(
            f"{result.samples:,} weightings drawn evenly, seed {result.provenance.seed}; they are "
            f"worth {worth:,.0f} independent ones or more, and others would move a share by "
            f"{100 * apart:.1f} of 100 at most (95 %)."
        )
    rows = [
        (
            str(place),
            points_text(one.as_judged),
            points_text(one.least.value),
            points_text(one.most.value),
            _part(one.accepts),
            _part(one.best),
            places(one.never_less),
        )
        for place, one in enumerate(party.packages, 1)
    ]
    columns = (
        Column("", number=True),
        Column("points", number=True),
        Column("least", number=True),
        Column("most", number=True),
        Column("accepts", number=True),
        Column("best", number=True),
        Column("never brings less than", ratio=1),
    )
    return Sheet(f"Packages over all weights of {name}", tuple(notes), columns, rows)


def _refusals(case: Case, party: PartyAcross) -> Sheet | None:
    """Return where a party that accepts for some weights gains least: its weights there."""
    open_ = [(n, one) for n, one in enumerate(party.packages, 1) if one.accepts.holds == "some"]
    if not open_:
        return None
    return Sheet(
        f"Weights by which {case.parties[party.party].name} gains least",
        ("Of the packages it accepts for some weights only.",),
        (Column("", number=True), Column("gain", number=True), Column("weights", ratio=1)),
        [(str(n), points_text(one.least.value), _at(case, party, one)) for n, one in open_],
    )


def _at(case: Case, party: PartyAcross, one: PackageAcross) -> str:
    return "; ".join(
        f"{capital(case.issues[issue].name)} {points_text(one.least.weights[issue])}"
        for issue in party.weights
        if one.least.weights[issue]
    )


def _part(found: Part) -> str:
    """Return a part in per cent; what holds for some weights is told as neither none nor all."""
    if found.holds != "some":
        return _HELD[found.holds]
    ends = {0.0: "under 0.1 %", 1.0: "over 99.9 %"}
    return ends.get(found.share) or share_text(Fraction(found.share), 1)
