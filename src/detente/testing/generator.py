"""Small valid cases, drawn at random: one recipe, whatever makes the choices.

The recipe asks a chooser for whole numbers only, so that a seed of the standard library and a
Hypothesis strategy draw from the same cases. Identifiers sort in another order than they stand
in, and numbers are few and round, so that ties are frequent.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.issue import CODE_LIMIT, Code
from detente.testing.draw import DEFAULT, Bounds, Choose, Draw
from detente.testing.outlook import with_outlook

PRINCIPALS = ("B", "A", "C", "F", "D", "E")
RATIFIERS = ("senate", "diet", "crowd", "board")
ISSUES = ("trade", "border", "visas", "energy", "arms")
OPTIONS = ("o2", "keep", "o10", "Full", "a")
TRACKS = ("leaders", "ministers", "officials", "civic")
KINDS = ("parliament", "public", "constituency", "other")
SCORES = (-100, -50, 0, 50, 100, 100)


def random_case(seed: int, bounds: Bounds = DEFAULT) -> Case:
    """Return a small valid case; the same one for the same seed and bounds.

    Examples
    --------
    >>> random_case(7) == random_case(7)
    True
    """
    return build_case(random.Random(seed).randint, bounds)  # noqa: S311 - no secret


def build_case(choose: Choose, bounds: Bounds = DEFAULT) -> Case:
    """Return the case that follows from a chooser's answers; it is valid whatever they are."""
    case = _Recipe(choose, bounds).case()
    return with_outlook(case, choose, bounds) if bounds.outlook else case


@lru_cache(maxsize=4096)
def _estimate(mode: Fraction | int, spread: int = 0, reason: str | None = None) -> Estimate:
    low = max(Fraction(0) if mode >= 0 else Fraction(-100), Fraction(mode - spread))
    high = min(Fraction(100), Fraction(mode + spread))
    return Estimate(low=low, mode=Fraction(mode), high=high, reason=reason)


@lru_cache(maxsize=16)
def _code(value: int) -> Code:
    return Code.model_validate({"code": value})


def _importance(objective: Mapping[str, Any]) -> Fraction:
    given: Estimate | None = objective.get("importance")
    return given.mode if given else Fraction(1)


class _Recipe(Draw):
    """The parts of a case, in the order they are drawn."""

    def __init__(self, choose: Choose, bounds: Bounds) -> None:
        super().__init__(choose)
        self.bounds = bounds
        drawn = "outside" if self.chance(20) else "status_quo"
        self.no_agreement = bounds.no_agreement or drawn
        self.principals = PRINCIPALS[: self.few(*bounds.principals)]
        self.ratifiers = {
            name: {
                "name": name,
                "principal": self.pick(self.principals),
                "kind": self.pick(KINDS),
                "removable": not self.chance(30),
            }
            for name in RATIFIERS[: choose(*bounds.ratifiers)]
        }
        self.parties = (*self.principals, *self.ratifiers)
        self.status_quo: dict[str, str | None] = {}
        self.options: dict[str, tuple[str, ...]] = {}
        self.even = self.chance(30)  # principals weigh alike, and contest issues: many ties
        self.shared: dict[str, Estimate] = {}
        self.first: dict[str, dict[str, int]] = {}
        self._shape()

    def _shape(self) -> None:
        count = self.choose(*self.bounds.issues)
        least, most = self.bounds.options
        product = 1
        for place, issue in enumerate(ISSUES[:count]):
            room = self.bounds.packages // (product * least ** (count - place - 1))
            size = self.choose(least, max(least, min(most, room)))
            product *= size
            first = self.choose(0, len(OPTIONS) - 1)
            ring = OPTIONS[first:] + OPTIONS[:first]
            self.options[issue] = ring[:size]
            held = None if self.no_agreement == "outside" else self.pick(ring[:size])
            self.status_quo[issue] = held

    def moved(self, issue: str) -> tuple[str, ...]:
        """Return the options other than that of no agreement."""
        return tuple(o for o in self.options[issue] if o != self.status_quo[issue])

    def case(self) -> Case:
        """Draw the rest, and return the case."""
        issues = {issue: self._issue(issue) for issue in self.options}
        forms = {party: self._party(party, issues) for party in self.parties}
        rules = range(self.bounds.rules)
        constraints = {f"c{n}": self._constraint() for n in rules if self.chance(35)}
        linkages = {f"l{n}": self._linkage() for n in rules if self.chance(35)}
        commitments = {f"m{n}": self._commitment() for n in rules if self.chance(35)}
        return Case.model_validate(
            {
                "detente": 1,
                "id": "drawn",
                "title": "A case drawn at random",
                "as_of": date(2017, 5, 11),
                "signer": "author",
                "signers": {"author": {"name": "drawn at random"}},
                "no_agreement": self.no_agreement,
                "principals": {p: forms[p] for p in self.principals},
                "ratifiers": {r: {**forms[r], **self.ratifiers[r]} for r in self.ratifiers},
                "third_parties": {"X": {"name": "X"}},
                "issues": issues,
                "constraints": {k: v for k, v in constraints.items() if v},
                "linkages": {k: v for k, v in linkages.items() if v},
                "commitments": commitments,
            }
        )

    def _issue(self, issue: str) -> dict[str, Any]:
        options = {option: self._option(issue, option) for option in self.options[issue]}
        return {
            "name": issue,
            "status_quo": self.status_quo[issue],
            "options": options,
            "reason": "drawn",
        }

    def _option(self, issue: str, option: str) -> dict[str, Any]:
        form: dict[str, Any] = {"name": option, "codes": {}, "scores": {}}
        if option == self.status_quo[issue]:
            if self.chance(10):
                form["controller"] = "X"
            return form
        kind = self.choose(0, 99)
        if kind >= 92:
            form["controller"] = "X"
        elif kind >= 70:
            form["controller"] = self.some(self.principals, len(self.principals))
        else:
            form["controller"] = self.pick(self.principals)
        form["track"] = self.pick(TRACKS)
        form["confidential"] = self.chance(20)
        form["calls"] = tuple(
            name
            for name, ratifier in self.ratifiers.items()
            if self.chance(30) and not (form["confidential"] and ratifier["kind"] == "public")
        )
        return form

    def _party(self, party: str, issues: dict[str, Any]) -> dict[str, Any]:
        ratifier = party in self.ratifiers
        objectives = {
            name: {"text": name, "importance": _estimate(self.choose(1, 3), self.choose(0, 1))}
            if self.chance(40)
            else {"text": name}
            for name in ("wealth", "honour")[: self.choose(1, 2)]
        }
        even = self.even and not ratifier
        weights = self.shared if even else {}
        if not weights:
            weights = self._weights(self.some(tuple(issues), 3 if ratifier else len(issues)))
        if even:
            self.shared = weights
        points = dict(weights)
        for issue in issues:
            if issue in weights or self.chance(20):
                judge = self._codes if not even and self.chance(50) else self._scores
                judge(party, issue, issues[issue]["options"], objectives)
                if issue not in weights and self.chance(30):
                    points[issue] = _estimate(0)
        form: dict[str, Any] = {
            "name": party,
            "objectives": objectives,
            "weights": {"points": points, "reason": "drawn"},
        }
        least = 5 * self.choose(-6, 2) if ratifier else 5 * self.choose(-3, 3)
        if self.chance(50):
            form["reserve"] = _estimate(least, self.choose(0, 5), "drawn")
        if self.no_agreement == "outside":
            form["outside"] = _estimate(5 * self.choose(-4, 8), self.choose(0, 5), "drawn")
        return form

    def _weights(self, weighted: tuple[str, ...]) -> dict[str, Estimate]:
        if len(weighted) == 3 and self.chance(10):
            return {issue: _estimate(Fraction(100, 3)) for issue in weighted}
        grain = 10 if self.even or self.chance(50) else 5
        left = 100 // grain
        points = {}
        for place, issue in enumerate(weighted):
            after = len(weighted) - place - 1
            units = self.choose(1, min(40 // grain, left - after)) if after else left
            left -= units
            points[issue] = _estimate(grain * units, 5 * self.choose(0, 1))
        return points

    def _scores(self, party: str, issue: str, options: dict[str, Any], _: dict[str, Any]) -> None:
        values = {option: self.pick(SCORES) for option in self.moved(issue)}
        if party == self.principals[0]:
            self.first[issue] = values
        elif self.even and party in self.principals and issue in self.first and self.chance(50):
            values = {option: -value for option, value in self.first[issue].items()}
        if max(map(abs, values.values())) < 100:
            values[self.pick(self.moved(issue))] = self.pick((-100, 100))
        if self.status_quo[issue] is not None and self.chance(20):
            values[str(self.status_quo[issue])] = 0
        for option, value in values.items():
            options[option]["scores"][party] = _estimate(value)

    def _codes(
        self, party: str, issue: str, options: dict[str, Any], objectives: dict[str, Any]
    ) -> None:
        codes = {
            option: {objective: self.choose(-3, 3) for objective in objectives}
            for option in self.options[issue]
            if not self.chance(80 if option == self.status_quo[issue] else 10)
        }
        raw = {
            option: sum(n * _importance(objectives[name]) for name, n in codes[option].items())
            if option in codes
            else Fraction(0)
            for option in self.options[issue]
        }
        base = raw.get(self.status_quo[issue] or "", Fraction(0))
        if all(value == base for value in raw.values()):
            first = codes.setdefault(self.moved(issue)[0], {"wealth": 0})
            first["wealth"] += 1 if first["wealth"] < CODE_LIMIT else -1
        for option, of in codes.items():
            options[option]["codes"][party] = {name: _code(code) for name, code in of.items()}

    def _constraint(self) -> dict[str, Any] | None:
        tied = self.some(tuple(self.options), 3)
        if len(tied) < 2:
            return None
        cut = self.choose(1, len(tied) - 1)
        when = {issue: self.some(self.options[issue], 2) for issue in tied[:cut]}
        rule: dict[str, Any] = {"requires": {}, "excludes": {}}
        broken = False
        for issue in tied[cut:]:
            word = self.pick(("requires", "excludes"))
            rule[word][issue] = self.some(self.options[issue], 2)
            broken |= (self.status_quo[issue] in rule[word][issue]) == (word == "excludes")
        if broken and all(self.status_quo[issue] in names for issue, names in when.items()):
            when[tied[0]] = (self.pick(self.moved(tied[0])),)
        return {"text": "drawn", "if": when, "removable": self.chance(50), **rule}

    def _linkage(self) -> dict[str, Any] | None:
        names = tuple(self.options)
        if len(names) == 1:
            return None
        first = self.choose(0, len(names) - 1)
        other = (first + self.choose(1, len(names) - 1)) % len(names)
        when = {
            names[first]: self.some(self.moved(names[first]), 2),
            names[other]: self.some(self.options[names[other]], 2),
        }
        points = {
            party: _estimate(5 * self.choose(-4, 4), self.choose(0, 5), "drawn")
            for party in self.some(self.parties, 3)
        }
        return {"text": "drawn", "when": when, "points": points, "reason": "drawn"}

    def _commitment(self) -> dict[str, Any]:
        form: dict[str, Any] = {
            "text": "drawn",
            "by": self.pick(self.principals),
            "to": "X",
            "kind": "hard",
            "options": {
                issue: self.some(self.moved(issue), 2)
                for issue in self.some(tuple(self.options), 2)
            },
            "removable": not self.chance(30),
            "reason": "drawn",
        }
        if self.chance(50):
            form |= {"kind": "priced", "price": _estimate(5 * self.choose(0, 3), self.choose(0, 3))}
        return form
