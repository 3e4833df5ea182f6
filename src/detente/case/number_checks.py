"""What may be wrong with the numbers of a case's outlook: who answers for them, and their range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.case.case import Case
from detente.case.finding import Finding
from detente.case.numbers import Number, numbers
from detente.case.outlook_names import facts_known, signer_known
from detente.case.outlook_numbers import own_numbers, patch_numbers
from detente.case.patched import Patched
from detente.case.references import element_at

WHERE: Mapping[str, str] = {
    "weight": "add `reason` to the weight or to its table `weights`",
    "importance": "add `reason` to it",
    "comparison": "add `reason` to it or to its table `weights`",
    "score": "add `reason` to the score, its option or its issue",
    "code": "add `reason` to the code, its option or its issue",
    "reserve": "add `reason` to it: `{value: …, reason: …}`",
    "outside": "add `reason` to it: `{value: …, reason: …}`",
    "baseline": "add `reason` to it: `{value: …, reason: …}`",
    "exposure": "add `reason` to it: `{value: …, reason: …}`",
    "impatience": "add `reason` to it: `{value: …, reason: …}`",
    "linkage": "add `reason` to it or to its linkage",
    "price": "add `reason` to it or to its commitment",
    "probability": "add `reason` to it, to its state or to its shock",
    "transition": "add `reason` to it, to its transition or to its shock",
    "duration": "add `reason` to it or to its step",
    "wish": "add `reason` to it or to its wish",
}
"""Where the reason of each kind of number may stand."""

_OF_ORDER = "the points of a wish and the months of a step begin at zero"
_ON_THE_WAY = "the exposure and the impatience of a principal begin at zero"
BEGIN_AT_ZERO: Mapping[str, str] = {
    "wish": _OF_ORDER,
    "duration": _OF_ORDER,
    "exposure": _ON_THE_WAY,
    "impatience": _ON_THE_WAY,
}
"""The kinds of numbers of the outlook that are never negative, and how to say so."""


@dataclass(frozen=True)
class Told:
    """A number, and what stands at its place: an estimate, a code, or its written form."""

    number: Number
    given: Any

    def says(self, key: str) -> Any:
        """Return what the number itself says under a key."""
        if isinstance(self.given, Mapping):
            return self.given.get(key)
        return getattr(self.given, key, None)


def base_told(case: Case) -> Iterator[Told]:
    """Yield the numbers of a case's base."""
    for number in numbers(case):
        yield Told(number, element_at(case, number.key))


def outlook_told(case: Case, done: Iterable[Patched]) -> Iterator[Told]:
    """Yield the numbers of a case's outlook; of its changes, those that can be made."""
    for number in own_numbers(case):
        yield Told(number, element_at(case, number.key))
    for one in done:
        for number in patch_numbers(case, one.patch):
            given: Any = one.patch.given
            for key in number.key.split(".")[len(one.patch.path) :]:
                given = given[key]
            yield Told(number, given)


def outlook_checks(case: Case, told: Iterable[Told]) -> Iterator[Finding]:
    """Yield what is wrong with numbers of the outlook; their sums are told elsewhere."""
    for one in told:
        path = (*one.number.key.split("."),)
        fact, signer = one.says("fact"), one.says("signer")
        yield from facts_known(case, path, (fact,) if isinstance(fact, str) else ())
        yield from signer_known(case, path, signer if isinstance(signer, str) else None)
        if one.number.judged and not one.number.reason:
            said = f"{called(one.number)} gives no reason"
            yield Finding("C307", path, said, WHERE[one.number.kind])
        if one.number.kind in BEGIN_AT_ZERO and one.number.low < 0:
            hint = BEGIN_AT_ZERO[one.number.kind]
            yield Finding("C310", path, f"{called(one.number)} can fall below zero", hint)
        if one.number.kind == "impatience" and one.number.high > 100:
            said = f"{called(one.number)} goes beyond 100 per cent"
            yield Finding("C320", path, said)


def unsigned(told: Iterable[Told]) -> Iterator[Finding]:
    """Yield one finding for all numbers that nobody signs: one line mends them all."""
    found = [one.number for one in told if one.number.signer is None and not one.says("sourced")]
    if found:
        first, others = found[0], len(found) - 1
        yield Finding(
            "C306",
            (*first.key.split("."),),
            f"nobody signs {called(first)}" + (f", nor {others} numbers more" if others else ""),
            "add `signer` to the case or to the judgement",
        )


def called(number: Number) -> str:
    """Return a number in words, for messages."""
    if not number.party:
        return f"the {number.kind} of {number.key.rpartition('.')[0]}"
    if number.kind == "comparison":
        return f"the comparison '{number.key.rpartition('.')[2]}' of {number.party}"
    where = number.objective or number.issue
    return f"the {number.kind} of {number.party}" + (f" on {where}" if where else "")
