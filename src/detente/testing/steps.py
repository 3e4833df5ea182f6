"""Small cases with steps, wishes, a calendar and what principals bear, drawn at random."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from detente.case.case import Case
from detente.case.consistency import findings
from detente.case.written import written
from detente.testing.draw import Bounds, Choose
from detente.testing.draw_changes import ChangeDraw
from detente.testing.generator import build_case
from detente.testing.outlook import merged

SMALL = Bounds(
    principals=(2, 3),
    ratifiers=(0, 2),
    issues=(3, 4),
    options=(2, 3),
    rules=1,
    packages=100,
    no_agreement="status_quo",
)
"""Cases whose plans can be looked at one by one."""

MONTHS = (None, 0, 1, 1, 2, "3/2", 3)
DAYS = ("2017-05-11", "2017-06-11", "2017-07-01", "2017-08-11", "2017-09-20")
MOST_STEPS = 6


def random_steps(seed: int, bounds: Bounds = SMALL) -> tuple[Case, dict[str, str]]:
    """Return a small case with steps, and a package that they may lead to.

    Examples
    --------
    >>> case, package = random_steps(3)
    >>> len(case.steps) > 0, [*package] == [*case.issues]
    (True, True)
    """
    choose = random.Random(seed).randint  # noqa: S311 - no secret
    return with_steps(build_case(choose, bounds), choose)


def with_steps(case: Case, choose: Choose) -> tuple[Case, dict[str, str]]:
    """Return a case with steps drawn for it, and a package; effects that cannot be are left out."""
    drawn = _Steps(choose, dict(written(case)))
    package = drawn.package()
    plain = drawn.drawn(package)
    found = Case.model_validate(plain)
    if any(findings(found)):
        for step in plain["steps"].values():
            step.pop("effects", None)
        found = Case.model_validate(plain)
    return found, package


class _Steps(ChangeDraw):
    """Draws steps to a package, and what stands beside them."""

    def package(self) -> dict[str, str]:
        """Return one option of every issue, most of them moved."""
        return {
            issue: self.pick(self.moved(issue)) if self.chance(90) else element["status_quo"]
            for issue, element in self.plain["issues"].items()
        }

    def drawn(self, package: Mapping[str, str]) -> dict[str, Any]:
        """Return the plain case with everything drawn."""
        steps: dict[str, Any] = {}
        options = [(i, o) for i in self.plain["issues"] for o in self.moved(i)]
        wanted = [item for item in options if item in package.items()]
        others = [item for item in options if item not in wanted]
        left = [item for item in wanted if self.chance(85)] + others
        makers = self.makers()
        while left and len(steps) < self.choose(3, MOST_STEPS):
            issue, option = left.pop(0 if self.chance(60) else self.choose(0, len(left) - 1))
            steps[f"s{len(steps)}"] = self._step(issue, option, [*steps], makers)
        self.plain["steps"] = steps or {"s0": self._step(*options[0], [], makers)}
        self._bear()
        self.plain["wishes"] = {f"w{number}": self._wish() for number in range(self.choose(0, 2))}
        self.plain["calendar"] = {
            f"k{number}": self._entry() for number in range(self.choose(0, 2))
        }
        return self.plain

    def _step(
        self, issue: str, option: str, before: list[str], makers: dict[str, Any]
    ) -> dict[str, Any]:
        step: dict[str, Any] = {"name": "drawn", "option": {issue: option}, "reason": "drawn"}
        months = self.pick(MONTHS)
        if months is not None:
            step["months"] = months
        if before and self.chance(25):
            step["after"] = [self.pick(before)]
        if self.chance(40) and makers:
            made = []
            for _ in range(self.choose(1, 2)):
                name = self.pick([*makers])
                made.append(makers[name]())
                if name.startswith(("commitment", "constraint")):  # no two steps change one
                    del makers[name]
            step["effects"] = merged(made)
        return step

    def _bear(self) -> None:
        """Say what each principal bears on the way."""
        hurried = self.chance(25)
        for form in self.plain["principals"].values():
            if self.chance(50):
                form["exposure"] = {"value": 5 * self.choose(1, 12), "reason": "drawn"}
            if self.chance(40):
                form["capacity"] = self.choose(1, 2)
            if hurried and self.chance(70):
                form["impatience"] = {"value": 10 * self.choose(0, 10), "reason": "drawn"}

    def _wish(self) -> dict[str, Any]:
        issues = [*self.plain["issues"]]
        first, then = self.pick(issues), self.pick(issues)
        return {
            "text": "drawn",
            "party": self.pick([*self.plain["principals"]]),
            "first": {first: [self.pick(self.moved(first))]},
            "then": {then: [self.pick(self.moved(then))]},
            "points": self.choose(0, 12),
            "reason": "drawn",
        }

    def _entry(self) -> dict[str, Any]:
        issue = self.pick([*self.plain["issues"]])
        begins = self.choose(0, len(DAYS) - 2)
        entry: dict[str, Any] = {
            "name": "drawn",
            "from": DAYS[begins],
            "bars": {issue: [self.pick(self.moved(issue))]},
        }
        if self.chance(70):
            entry["until"] = DAYS[self.choose(begins + 1, len(DAYS) - 1)]
        return entry
