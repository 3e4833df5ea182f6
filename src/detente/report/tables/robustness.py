"""How often packages and offers hold over draws, and which judgements move the answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.case.case import Case
from detente.case.naming import possessive
from detente.case.numbers import numbers
from detente.report.figures.labels import judgement_name
from detente.report.tables.bar import bar
from detente.report.tables.partial import partial_sheets
from detente.report.tables.redrawn import claim_sheet, redrawn_sheets
from detente.report.tables.sheet import Column, Sheet
from detente.report.words import (
    SOLUTION_NAMES,
    capital,
    option_name,
    points_text,
    share_text,
    told_apart,
)
from detente.study.robustness_result import (
    AnswerSensitivity,
    PackageRobustness,
    RobustnessResult,
)
from detente.study.robustness_share import Share

LEAST = 0.0005
"""What would be shown as no part of a per cent is told in words."""

_SHAPES = {"pert": "PERT", "triangular": "triangular"}


def sure_sheets(case: Case, result: RobustnessResult) -> Iterator[Sheet]:
    """Yield what a brief tells of draws: what holds, how packages fare, and what moves answers."""
    yield from claim_sheet(result)
    yield _packages(case, result)
    for answer in result.sensitivity:
        if answer.influences:
            yield _moved(case, answer)


def robustness_sheets(case: Case, result: RobustnessResult) -> Iterator[Sheet]:
    """Yield how packages fare, how offers alone do, and what moves each answer."""
    yield _packages(case, result)
    if result.packages:
        yield _contents(case, result)
    if result.partial is not None:
        yield from partial_sheets(case, result.partial)
    yield from redrawn_sheets(case, result)
    if result.options:
        yield _options(case, result)
    for answer in result.sensitivity:
        yield _moved(case, answer)


def _packages(case: Case, result: RobustnessResult) -> Sheet:
    many = len(result.packages) < result.points
    kind = "of the zone" if result.zone else "that are feasible"
    which = f"{len(result.packages)} of the {result.points} efficient packages {kind}"
    ends = [(one.acceptable.low, one.acceptable.high) for one in result.packages]
    widest = max((high - low for low, high in ends), default=0.0) / 2
    ranges = "1 range" if result.ranged == 1 else f"{result.ranged} ranges"
    reach = f"{100 * widest:.1f}" if widest >= LEAST else "less than 0.1"
    notes = [
        f"{result.draws:,} draws from {ranges}, {_SHAPES[result.shape]}; seed "
        f"{result.provenance.seed}. Accepted: the share in which all who must assent accept; more "
        f"draws would move it by {reach} of 100 at most (95 %). Beside it, in points, "
        "between what each side gains in 90 of 100 draws.",
        f"{which}, as judged; solutions are always among them."
        if many
        else f"All {result.points} efficient packages {kind}, as judged.",
    ]
    if not result.zone:
        notes.append("As judged, no package is acceptable to all who must assent.")
    if not result.ranged:
        notes.append("No number has a range to be drawn from: every draw is the case as judged.")
    if result.held:
        known = {number.key: number for number in numbers(case)}
        names = "; ".join(judgement_name(case, known[key]) for key in result.held)
        notes.append(
            "A range that is never used, since the party's other weights have none and all must "
            f"add up: {names}."
        )
    rows = [
        (
            str(place),
            bar(one.acceptable.share),
            _share(one.acceptable, result.draws),
            *(_span(one.gains[p].p05, one.gains[p].p95) for p in case.principals),
            *_refusal(case, one, result.draws),
            ", ".join(SOLUTION_NAMES[name] for name in one.solutions),
        )
        for place, one in enumerate(result.packages, 1)
    ]
    columns = (
        Column("", number=True),
        Column(""),
        Column("accepted", number=True),
        *(Column(p, number=True) for p in case.principals),
        Column("refuses most"),
        Column("", number=True),
        Column("solution"),
    )
    return Sheet("How often each package would be acceptable", tuple(notes), columns, rows)


def _contents(case: Case, result: RobustnessResult) -> Sheet:
    shared, rest = told_apart(case, [one.package for one in result.packages])
    note = (f"All of them hold: {'; '.join(shared)}.",) if shared else ()
    rows = [
        (str(place), "; ".join(found) or ("nothing else" if shared else "no change"))
        for place, found in enumerate(rest, 1)
    ]
    columns = (Column("", number=True), Column("what changes", ratio=8))
    return Sheet("What these packages change", note, columns, rows)


def _refusal(case: Case, one: PackageRobustness, draws: int) -> tuple[str, str]:
    if one.barred:
        return "barred always", ""
    if one.refuses_most is None:
        return "nobody", ""
    return (
        capital(case.parties[one.refuses_most].name),
        _share(one.refused[one.refuses_most], draws),
    )


def _options(case: Case, result: RobustnessResult) -> Sheet:
    ordered = sorted(result.options, key=lambda one: -one.both.hits)
    return Sheet(
        "Offers that help the one and cost the other nothing",
        (
            "Each option alone, all else at no agreement: the share of draws in which it costs its "
            "giver nothing, in which it is worth something to the other, and in which both hold.",
        ),
        (
            Column("", ratio=2),
            Column("both", number=True),
            Column("free", number=True),
            Column("welcome", number=True),
            Column("giver", ratio=2),
            Column("to", ratio=2),
            Column("option", ratio=7),
        ),
        [
            (
                bar(one.both.share),
                *(_share(share, result.draws) for share in (one.both, one.free, one.welcome)),
                capital(case.principals[one.giver].name),
                capital(case.principals[one.taker].name),
                option_name(case, one.issue, one.option),
            )
            for one in ordered
        ],
    )


def _moved(case: Case, answer: AnswerSensitivity) -> Sheet:
    known = {number.key: number for number in numbers(case)}
    gain = answer.answer == "gain"
    what = moved_name(case, answer)
    mean = points_text(Fraction(answer.mean)) if gain else share_text(Fraction(answer.mean), 1)
    around = ""
    if gain:
        around = f" points, give or take {points_text(Fraction(answer.spread))}"
    elif answer.answer == "how far":
        around = f", give or take {points_text(100 * Fraction(answer.spread))} percentage points"
    first = (
        f"On average {mean}{around}. How much of what varies each judgement explains by itself; "
        "and the average where it is among the lowest tenth of its draws, and the highest."
    )
    if not answer.spread:
        held = "It is in every draw." if answer.mean else "It is not, in any draw."
        still = f"It is {mean}{' points' if gain else ''} in every draw."
        told = held if answer.answer == "acceptable" else still
        return Sheet(f"What moves {what}", (told,), (), ())
    none = f"No judgement explains more than chance may ({share_text(Fraction(answer.noise), 1)})."
    return Sheet(
        f"What moves {what}",
        (first,) if answer.influences else (first, none),
        (
            Column("", ratio=2),
            Column("explains", number=True),
            Column("95 %", number=True),
            Column("low", number=True),
            Column("high", number=True),
            Column("judgement", ratio=8),
        ),
        [
            (
                bar(one.explains),
                share_text(Fraction(one.explains), 1),
                f"{100 * max(0.0, one.least):.1f}–{100 * one.most:.1f}",
                *(
                    points_text(Fraction(end)) if gain else share_text(Fraction(end), 1)
                    for end in (one.low, one.high)
                ),
                judgement_name(case, known[one.key]),
            )
            for one in answer.influences
        ],
    )


def moved_name(case: Case, answer: AnswerSensitivity) -> str:
    """Return what an answer is about, to stand after *what moves*."""
    if answer.party is not None:
        return f"{possessive(case.principals[answer.party].name)} gain from the Nash package"
    if answer.answer == "how far":
        return "how far it can go"
    return "whether the Nash package is acceptable"


def _share(found: Share, draws: int) -> str:
    return share_text(Fraction(found.hits, draws), 1)


def _span(low: float, high: float) -> str:
    return f"{points_text(Fraction(low))}…{points_text(Fraction(high))}"
