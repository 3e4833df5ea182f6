"""The sentence on what could be agreed: what it holds, whom it asks, and what cannot be moved."""

from __future__ import annotations

from detente.case.case import Case, Package
from detente.case.naming import moves, option_name
from detente.study.agreement import AgreementResult
from detente.study.blocks import BlocksResult
from detente.study.sentence_parts import Sentence, Writer, inside, joined, points_text

CLOSED = 3
"""Issues that nothing can move which are named before the rest are counted."""

UNASKED = {"parliament": "needs no vote in any parliament", "public": "asks no public"}
"""What a package that calls on nobody does without, by kind of ratifier."""


def agreement_sentence(
    case: Case, result: AgreementResult, blocks: BlocksResult | None = None
) -> Sentence:
    """Say what could be agreed: the Nash package, whom it calls on, and what no package moves."""
    said = Writer("agreement", "agreement")
    everyone = "both governments" if len(case.principals) == 2 else "all governments"
    assent = " and everyone whose assent it needs" if case.ratifiers else ""
    if not result.solutions:
        said.say("Of ").number(f"{result.feasible:,}").say(" feasible packages ").number("0")
        said.say(f" would be accepted by {everyone}{assent}, not even no agreement")
        return said.say(".").end()
    if not result.open:
        said.say("The zone of agreement is not open: of ").number(f"{result.feasible:,}")
        said.say(" feasible packages ").number(f"{result.zone:,}")
        said.say(f" would be accepted by {everyone}{assent}, and each leaves some side ")
        return said.say("without a gain.").end()
    nash = result.solutions["nash"].point
    moved = moves(case, nash.package)
    said.say(
        f"The zone of agreement is open: {everyone} would accept packages that give each side "
    )
    said.say("a gain, and the one with the largest product of gains above the reserves (Nash) ")
    said.say("holds: ")
    said.names([option_name(case, i, o) for i, o in moved.items()], "package-nash")
    said.say("; it brings ")
    for place, (principal, gain) in enumerate(nash.gains.items()):
        said.say(" and " if place else "").say(f"{inside(case.principals[principal].name)} ")
        said.number(points_text(gain), "package-nash")
    said.say(" points")
    if case.ratifiers:
        said.say(f"; {_asked(case, moved)}")
    if blocks is not None:
        _closed(said, case, blocks)
    return said.say(".").end()


def _asked(case: Case, moved: Package) -> str:
    """Return whom a package calls on, in words, or that it calls on nobody."""
    called = [
        inside(case.ratifiers[name].name)
        for name in case.ratifiers
        if any(name in case.issues[i].options[o].calls for i, o in moved.items())
    ]
    if called:
        return f"it needs the assent of {joined(called)}, and would have it"
    kinds = {ratifier.kind for ratifier in case.ratifiers.values()}
    unasked = [words for kind, words in UNASKED.items() if kind in kinds]
    unasked = unasked or ["needs nobody else's assent"]
    return f"it {joined(unasked)}, which is why none stands in its way"


def closed_issues(case: Case, blocks: BlocksResult) -> list[str]:
    """Return the issues of which no option but no agreement can be part of an agreement."""
    return [
        issue
        for issue in case.issues
        if (found := [b for b in blocks.options if b.issue == issue])
        and not any(b.possible for b in found)
        and not all(b.needs == "third party" for b in found)
    ]


def _closed(said: Writer, case: Case, blocks: BlocksResult) -> None:
    names = [inside(case.issues[issue].name) for issue in closed_issues(case, blocks)]
    if not names:
        return
    said.say("; no package that all accept moves ")
    if len(names) <= CLOSED + 1:
        *before, last = names
        said.say(f"{', '.join(before)} or {last}" if before else last)
        return
    said.say(f"{', '.join(names[:CLOSED])} or ")
    said.number(f"{len(names) - CLOSED} other issues", "blocks")
