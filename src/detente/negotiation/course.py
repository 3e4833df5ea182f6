"""Courses: what is asked of a sequence, how much each month counts, and who must accept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from detente.case.case import Case, Package
from detente.negotiation.effects import AfterSteps
from detente.negotiation.payoff import Payoffs
from detente.negotiation.steps import Candidate

FINE = 10**6
"""Where gains are discounted the months share out so many parts; rounded shares are so fine."""


@dataclass(frozen=True)
class Course:
    """What is asked: steps, dates and conditions.

    Attributes
    ----------
    after
        The case after any steps.
    package
        Where the steps should lead.
    steps
        Those that may be taken.
    dates
        The last date of the grid, in months after the case's own.
    tops
        M of each principal.
    reach
        Whether as many options of the package as can be must be in force at the last date.
    effects
        Whether completed steps change what comes after.
    """

    after: AfterSteps
    package: Package
    steps: tuple[Candidate, ...]
    dates: int
    tops: Mapping[str, Fraction]
    reach: bool = True
    effects: bool = True

    @property
    def case(self) -> Case:
        """The case before any step."""
        return self.after.case

    @property
    def counted(self) -> tuple[str, ...]:
        """Principals whose gains are compared: those whose M is more than 0."""
        return tuple(p for p, top in self.tops.items() if top > 0)

    @property
    def asked(self) -> tuple[str, ...]:
        """Ratifiers that some step calls on."""
        called = {ratifier for step in self.steps for ratifier in calls(self.case, step)}
        return tuple(name for name in self.case.ratifiers if name in called)

    @property
    def able(self) -> tuple[str, ...]:
        """Steps whose effects may bear on the plan; none where effects are switched off."""
        names = [step.name for step in self.steps if step.stated]
        return self.after.bearing(names, self.asked) if self.effects else ()


def calls(case: Case, step: Candidate) -> tuple[str, ...]:
    """Return the ratifiers that a step's option calls on."""
    return case.issues[step.issue].options[step.option].calls


def month_weights(course: Course) -> dict[str, tuple[int, ...]]:
    """Return how much each month counts for each principal whose gains are compared.

    1 for every month where no principal is impatient. Otherwise the parts of ``FINE`` that the
    months share out in proportion to q^t, q = (1 - impatience / 100)^(1/12), each bound between
    months being rounded: for every principal they add up to ``FINE``.
    """
    rates = {p: course.case.principals[p].impatience for p in course.counted}
    if not any(rate is not None and rate.mode for rate in rates.values()):
        return dict.fromkeys(rates, (1,) * course.dates)
    return {
        p: shared_out(float(1 - rate.mode / 100) if rate is not None else 1.0, course.dates)
        for p, rate in rates.items()
    }


def shared_out(yearly: float, dates: int) -> tuple[int, ...]:
    """Return ``FINE`` parts shared out among months that count less by a yearly factor.

    Examples
    --------
    >>> shared_out(1.0, 4), shared_out(0.0, 3)
    ((250000, 250000, 250000, 250000), (1000000, 0, 0))
    """
    monthly = yearly ** (1 / 12)
    bounds = [0.0]
    for date in range(dates):
        bounds.append(bounds[-1] + monthly**date)
    rounded = [round(FINE * bound / bounds[-1]) for bound in bounds]
    return tuple(late - early for early, late in pairwise(rounded))


def accepts(payoffs: Payoffs, ratifier: str, package: Package) -> bool:
    """Whether a ratifier accepts a whole package; one that effects have taken away is not asked."""
    if ratifier not in payoffs.case.ratifiers:
        return True
    return payoffs.gain(ratifier, package) >= payoffs.reserve[ratifier]
