"""What a drawn case may have beyond its base: shares, shocks, dates, beliefs, judgement sets.

Everything is drawn onto the plain data of a valid case, and keeps it valid in every scenario, on
every day and in everybody's eyes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from detente.case.case import Case
from detente.case.written import written
from detente.testing.draw import Bounds, Choose
from detente.testing.draw_changes import ChangeDraw, Maker, Plain

STATES = ("calm", "tense", "war")
SPANS = (
    ("2015-01-01", "2016-01-01"),
    ("2015-06-01", "2017-01-01"),
    ("2017-08-01", None),
    ("2017-10-01", "2018-02-01"),
    ("2017-06-01", "2018-06-01"),
)
"""Spans of dated entries: none covers the date of drawn cases, 2017-05-11; some overlap."""

DAYS = ("2015-03-01", "2015-07-01", "2016-06-01", "2017-07-01", "2017-11-01", "2019-01-01")
"""Days on which drawn cases stand differently."""

KNOWN = ("2015-06-15", "2016-02-01")


def with_outlook(case: Case, choose: Choose, bounds: Bounds) -> Case:
    """Return a valid case with what the bounds ask for beyond a plain one.

    Parameters
    ----------
    case
        A valid case without any of it.
    choose
        Makes the choices.
    bounds
        What is asked for, and how much of it.
    """
    return Case.model_validate(_Outlook(choose, bounds, written(case)).drawn())


def merged(parts: Iterable[Mapping[str, Any]]) -> Plain:
    """Return nested mappings as one; of two values at one place the later one."""
    whole: Plain = {}
    for part in parts:
        for key, value in part.items():
            both = isinstance(value, Mapping) and isinstance(whole.get(key), Mapping)
            whole[key] = merged([whole[key], value]) if both else value
    return whole


def _of_promise(name: str) -> bool:
    """Whether a maker's name is that of a commitment's changes, which may take it away."""
    return name.startswith("commitment ")


class _Outlook(ChangeDraw):
    def __init__(self, choose: Choose, bounds: Bounds, plain: Plain) -> None:
        super().__init__(choose, plain)
        self.bounds = bounds

    def drawn(self) -> Plain:
        """Return the plain case with everything drawn."""
        if self.bounds.reserves and self.chance(50):
            self._befriend()
        if self.bounds.reserves:
            for form in self.plain["principals"].values():
                if self.chance(50):
                    form["reserve"] = {"value": 5 * self.choose(1, 8), "reason": "drawn"}
                if "reserve" in form:
                    form["reserve_removable"] = self.chance(70)
        if self.chance(self.bounds.divisible):
            self._share(self.pick([*self.plain["issues"]]))
        third = self._third() if self.bounds.shocks[1] else None
        shocks = self._shocks(third)
        dated = self._dated()
        beliefs = self._beliefs()
        sets = self._sets()
        rooms = {"shocks": shocks, "dated": dated, "beliefs": beliefs, "judgement_sets": sets}
        return {**self.plain, **{room: held for room, held in rooms.items() if held}}

    def _befriend(self) -> None:
        """Let each principal want most what costs the others little: there is much to open."""
        issues = [*self.plain["issues"]]
        for number, (party, form) in enumerate(self.plain["principals"].items()):
            own = issues[number % len(issues)]
            points = {issue: 10 * self.choose(1, 2) for issue in issues if issue != own}
            points[own] = 100 - sum(points.values())
            form["weights"]["points"] = points
            for issue in issues:
                sign = 1 if issue == own or self.chance(40) else -1
                moved = self.moved(issue)
                best = self.pick(moved)
                for name, option in self.plain["issues"][issue]["options"].items():
                    option.get("codes", {}).pop(party, None)
                    option.get("scores", {}).pop(party, None)
                    if name in moved:
                        score = 100 if name == best else self.pick((0, 50, 100))
                        option.setdefault("scores", {})[party] = sign * score

    def _share(self, issue: str) -> None:
        """Let an issue be settled by a share: its options stand at shares, in any order."""
        element = self.plain["issues"][issue]
        options = [*element["options"]]
        steps = self.choose(2, 4)
        inner = ["1/2", "1/3", f"1/{steps}", "2/3", "1/7"]
        shares: list[Any] = [0, 1]
        while len(shares) < len(options):
            share = inner.pop(self.choose(0, len(inner) - 1))
            if share not in shares:
                shares.append(share)
        for option in options:
            share = shares.pop(self.choose(0, len(shares) - 1))
            element["options"][option]["share"] = share
        element["divisible"] = {"steps": steps}
        self._promise_shares(issue)

    def _promise_shares(self, issue: str) -> None:
        """Let some commitments name shares that the file does not write out."""
        made = [*Case.model_validate(self.plain).issues[issue].options]
        made = [option for option in made if option not in self.plain["issues"][issue]["options"]]
        for promise in self.plain.get("commitments", {}).values():
            if made and issue in promise["options"] and self.chance(50):
                promise["options"][issue] = [*promise["options"][issue], self.pick(made)]

    def _third(self) -> tuple[str, str] | None:
        """Give an option to the third party, so that it can hold in a state."""
        if self.plain.get("no_agreement") == "outside" or not self.chance(50):
            return None
        issue = self.pick([*self.plain["issues"]])
        element = self.plain["issues"][issue]
        held = self.pick(self.moved(issue))
        promised = [
            promise["options"].get(issue, ())
            for promise in self.plain.get("commitments", {}).values()
        ]
        if "divisible" in element or any(held in names for names in promised):
            return None
        status_quo = {i: e["status_quo"] for i, e in self.plain["issues"].items()} | {issue: held}
        if self._refused(status_quo):
            return None
        option = element["options"][held]
        option["controller"] = ["X"]
        option.pop("calls", None)
        before = element["options"][element["status_quo"]]
        before["controller"] = [self.pick(["X", *self.plain["principals"]])]
        before["track"] = "leaders"
        return issue, held

    def _refused(self, status_quo: Mapping[str, str]) -> bool:
        """Whether no agreement would break a constraint, or a linkage would hold at it."""

        def holds(selection: Mapping[str, Any]) -> list[bool]:
            return [status_quo[issue] in names for issue, names in selection.items()]

        broken = any(
            all(holds(rule["if"]))
            and (not all(holds(rule.get("requires", {}))) or any(holds(rule.get("excludes", {}))))
            for rule in self.plain.get("constraints", {}).values()
        )
        linked = any(all(holds(link["when"])) for link in self.plain.get("linkages", {}).values())
        return broken or linked

    def _shocks(self, third: tuple[str, str] | None) -> Plain:
        count = self.choose(*self.bounds.shocks)
        left = self.makers()
        if third is not None:  # scores of that issue change with what holds, and with it alone
            left = {name: make for name, make in left.items() if not name.endswith(f" {third[0]}")}
        shocks: Plain = {}
        for number in range(count):
            states = STATES[: 3 if self.chance(30) else 2]
            given = self.pick([*shocks]) if shocks and self.chance(50) else None
            now = self.pick(states)
            mine = [self._taken(left) for _ in range(self.choose(1, 4)) if left]
            forms: Plain = {state: {"name": state} for state in states}
            self._chances(forms, [*shocks[given]["states"]] if given else None)
            for state in states:
                if state == now:
                    continue
                made = [make() for make in mine if self.chance(80)]
                if third is not None and number == 0 and self.chance(70):
                    forms[state]["holds"] = dict([third])
                    made.append(self._rescored(*third))
                forms[state] |= {"changes": merged(made), "reason": "drawn"}
            shocks[f"s{number}"] = {"name": "drawn", "now": now, "states": forms, "reason": "drawn"}
            if given:
                shocks[f"s{number}"]["given"] = given
        return shocks

    def _taken(self, left: dict[str, Maker]) -> Maker:
        return left.pop(self.pick([*left]))

    def _chances(self, forms: Plain, given: list[str] | None) -> None:
        """Give the states probabilities, in tenths, under each state that they are given."""
        for other in given or [""]:
            units = 10
            for place, form in enumerate(forms.values()):
                last = place == len(forms) - 1
                mine = units if last else self.choose(0, units)
                units -= mine
                share = f"{mine}/10"
                if not other:
                    form["probability"] = share
                else:
                    form.setdefault("probabilities", {})[other] = share

    def _rescored(self, issue: str, held: str) -> Plain:
        """Return new scores on an issue, measured from what holds there in a state."""
        options = self.plain["issues"][issue]["options"]
        made: list[Plain] = []
        for party in self.rooms:
            if any(party in option.get("scores", {}) for option in options.values()):
                made.append(self.anchored(party, issue, held))
                made.append({held: {"scores": {party: 0 if self.chance(50) else None}}})
        return {"issues": {issue: {"options": merged(made)}}} if made else {}

    def _some(self, about: str | None = None, promises: bool = True) -> Plain:
        left = self.makers(about)
        if not promises:
            left = {name: make for name, make in left.items() if not _of_promise(name)}
        count = self.choose(1, 3)
        return merged(self._taken(left)() for _ in range(min(count, len(left))))

    def _dated(self) -> Plain:
        count = self.choose(*self.bounds.dated)
        if count:
            for room in ("linkages", "commitments", "constraints"):
                for element in self.plain.get(room, {}).values():
                    if self.chance(20):
                        element["known_from"] = self.pick(KNOWN)
        promises = {name for name in self.makers() if _of_promise(name)}
        spans = [*SPANS]
        entries: Plain = {}
        before: list[str] = []
        for number in range(count):
            begins, ends = spans.pop(self.choose(0, len(spans) - 1))
            entry: Plain = {"name": "drawn", "from": begins, "reason": "drawn"}
            # entries may overlap: each changes commitments of its own, and the rest as it likes
            left = {
                name: make
                for name, make in self.makers().items()
                if name in promises or not _of_promise(name)
            }
            names = [self.pick([*left]) for _ in range(self.choose(1, 3))]
            if before and self.chance(60):
                names[0] = self.pick(before)
            promises -= {*names}
            before = [name for name in names if not _of_promise(name)]
            made = [left[name]() for name in dict.fromkeys(names)]
            entries[f"d{number}"] = {**entry, "changes": merged(made)}
            if ends:
                entries[f"d{number}"]["until"] = ends
        return entries

    def _beliefs(self) -> Plain:
        principals = [*self.plain["principals"]]
        beliefs: Plain = {}
        for number in range(self.choose(*self.bounds.beliefs)):
            about = self.pick(principals)
            holder = self.pick([p for p in principals if p != about])
            form = {"name": "drawn", "holder": holder, "about": about, "reason": "drawn"}
            # several beliefs may overlap: the first alone concerns promises
            beliefs[f"b{number}"] = {**form, "changes": self._some(about, promises=not number)}
        return beliefs

    def _sets(self) -> Plain:
        return {
            f"j{number}": {
                "name": "drawn",
                "signer": "author",
                "reason": "drawn",
                "changes": self._some(),
            }
            for number in range(self.choose(*self.bounds.judgement_sets))
        }
