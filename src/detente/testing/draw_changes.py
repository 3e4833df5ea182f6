"""Changes to a plain case, drawn so that the case stays consistent in every combination."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from detente.testing.draw import Choose, Draw

Plain = dict[str, Any]
"""A case as its file has it: mappings, lists, texts and numbers."""

Maker = Callable[[], Plain]
"""Draws a change anew, in the shape of the case file."""

SCORES = (-100, -50, 0, 50, 100)
MOST_SET = 30
"""Weights that a change sets stay below it, so that those of two shocks leave room for others."""


def nested(path: tuple[str, ...], value: Any) -> Plain:
    """Return a change of one place.

    Examples
    --------
    >>> nested(("principals", "A", "reserve"), 5)
    {'principals': {'A': {'reserve': 5}}}
    """
    for key in reversed(path):
        value = {key: value}
    return dict(value)


def mode(estimate: Any) -> Fraction:
    """Return the mode of an estimate in any of its written forms."""
    value = estimate["value"] if isinstance(estimate, Mapping) else estimate
    return Fraction(str(value[1] if isinstance(value, list) else value))


class ChangeDraw(Draw):
    """Draws changes to a plain case; each maker changes places that no other one changes."""

    def __init__(self, choose: Choose, plain: Plain) -> None:
        super().__init__(choose)
        self.plain = plain
        self.rooms = {
            party: room for room in ("principals", "ratifiers") for party in plain.get(room, {})
        }

    def makers(self, about: str | None = None) -> dict[str, Maker]:
        """Return what can be changed, by a name; only what concerns one principal if named."""
        found: dict[str, Maker] = {}
        for party, room in self.rooms.items():
            if about in (None, party):
                found |= self._of_party(room, party)
        for name, promise in self.plain.get("commitments", {}).items():
            if about in (None, promise["by"]):
                found[f"commitment {name}"] = self._promise(name, promise)
        for name, linkage in self.plain.get("linkages", {}).items():
            for party in linkage["points"]:
                if about in (None, party):
                    path = ("linkages", name, "points", party)
                    found[f"linkage {name} {party}"] = self._fives(path, -4, 4)
        if about is None:
            for name in self.plain.get("constraints", {}):
                found[f"constraint {name}"] = partial(nested, ("constraints", name), None)
        return found

    def _fives(self, path: tuple[str, ...], least: int, most: int) -> Maker:
        return lambda: nested(path, 5 * self.choose(least, most))

    def _of_party(self, room: str, party: str) -> dict[str, Maker]:
        form = self.plain[room][party]
        found: dict[str, Maker] = {f"reserve {party}": partial(self._reserve, room, party)}
        weighted = [i for i, e in form["weights"]["points"].items() if mode(e) > 0]
        # the second weight is never set, so that there is one to be scaled
        for issue in {1: [], 2: weighted[:1], 3: weighted[:1]}.get(
            len(weighted), weighted[:1] + weighted[2:3]
        ):
            path = (room, party, "weights", "points", issue)
            found[f"weight {party} {issue}"] = partial(self._weight, path)
        for issue, element in self.plain["issues"].items():
            options = element["options"]
            if any(party in option.get("scores", {}) for option in options.values()):
                found[f"scores {party} {issue}"] = partial(self._scores, party, issue)
            elif any(option.get("codes", {}).get(party) for option in options.values()):
                found[f"codes {party} {issue}"] = partial(self._codes, party, issue)
        if "outside" in form:
            found[f"outside {party}"] = self._fives((room, party, "outside"), -4, 8)
        elif room == "principals":
            found[f"baseline {party}"] = self._fives((room, party, "baseline"), -4, 4)
        return found

    def _reserve(self, room: str, party: str) -> Plain:
        removable = self.plain[room][party].get("reserve_removable", False)
        value = None if not removable and self.chance(20) else 5 * self.choose(-4, 3)
        return nested((room, party, "reserve"), value)

    def _weight(self, path: tuple[str, ...]) -> Plain:
        if self.chance(10):
            return nested(path, None)
        return nested(path, 5 * self.choose(0, MOST_SET // 5))

    def moved(self, issue: str, held: str | None = None) -> list[str]:
        """Return the options of an issue that are written out, other than what holds."""
        element = self.plain["issues"][issue]
        return [o for o in element["options"] if o != (held or element.get("status_quo"))]

    def anchored(self, party: str, issue: str, held: str | None = None) -> Plain:
        """Return new scores of a party on an issue, measured from an option that holds."""
        moved = self.moved(issue, held)
        values = {option: self.pick(SCORES) for option in moved}
        if max(map(abs, values.values())) < 100:
            values[self.pick(moved)] = self.pick((-100, 100))
        return {option: {"scores": {party: value}} for option, value in values.items()}

    def _scores(self, party: str, issue: str) -> Plain:
        return {"issues": {issue: {"options": self.anchored(party, issue)}}}

    def _codes(self, party: str, issue: str) -> Plain:
        """Change the code of one option so that it differs from what holds."""
        element = self.plain["issues"][issue]
        objective = next(iter(self.plain[self.rooms[party]][party]["objectives"]))
        option = self.pick(self.moved(issue))
        held = element["options"].get(element.get("status_quo", ""), {})
        code = self.choose(-3, 3)
        if self._raw(party, option, issue, objective, code) == self._raw_held(party, held):
            code += 1 if code < 3 else -1
        return nested(("issues", issue, "options", option, "codes", party, objective), code)

    def _raw(self, party: str, option: str, issue: str, objective: str, code: int) -> Fraction:
        codes = self.plain["issues"][issue]["options"][option].get("codes", {}).get(party, {})
        return self._sum(party, {**codes, objective: code})

    def _raw_held(self, party: str, held: Plain) -> Fraction:
        return self._sum(party, held.get("codes", {}).get(party, {}))

    def _sum(self, party: str, codes: Mapping[str, Any]) -> Fraction:
        objectives = self.plain[self.rooms[party]][party]["objectives"]
        total = Fraction(0)
        for name, code in codes.items():
            value = code["code"] if isinstance(code, Mapping) else code
            total += mode(objectives[name].get("importance", 1)) * value
        return total

    def _promise(self, name: str, promise: Plain) -> Maker:
        def make() -> Plain:
            if self.chance(40):
                return nested(("commitments", name), None)
            if promise["kind"] == "hard":
                if self.chance(50):
                    changes = {"kind": "priced", "price": 5 * self.choose(0, 3)}
                    return nested(("commitments", name), changes)
                return nested(("commitments", name, "removable"), not promise.get("removable"))
            if self.chance(30):
                return nested(("commitments", name), {"kind": "hard", "price": None})
            return nested(("commitments", name, "price"), 5 * self.choose(0, 4))

        return make
