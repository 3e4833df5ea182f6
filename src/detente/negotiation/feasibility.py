"""Whether one given package is feasible, whom it calls on, and who or what blocks it."""

from __future__ import annotations

from collections.abc import Iterable

from detente.case.case import Case, Package
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import NOTHING, Lifted


def broken(case: Case, package: Package) -> tuple[str, ...]:
    """Return the constraints that a package breaks."""
    return tuple(
        name
        for name, rule in case.constraints.items()
        if all(package[issue] in options for issue, options in rule.if_.items())
        and (
            any(package[issue] not in options for issue, options in rule.requires.items())
            or any(package[issue] in options for issue, options in rule.excludes.items())
        )
    )


def is_feasible(case: Case, package: Package) -> bool:
    """Whether all constraints hold."""
    return not broken(case, package)


def called(case: Case, package: Package, principal: str) -> tuple[str, ...]:
    """Return the ratifiers of a principal that a package calls on."""
    asked = {
        ratifier
        for issue, option in package.items()
        if option != case.issues[issue].status_quo
        for ratifier in case.issues[issue].options[option].calls
    }
    return tuple(
        name
        for name, ratifier in case.ratifiers.items()
        if name in asked and ratifier.principal == principal
    )


def blockers(
    payoffs: Payoffs, package: Package, principals: Iterable[str], lifted: Lifted = NOTHING
) -> tuple[str, ...]:
    """Return the places that keep some principals from giving a package.

    Constraints it breaks; the principals' hard commitments that forbid one of its options; their
    ratifiers that it calls on and whose gain falls short of their reserve. The principals' own
    reserves are not asked.
    """
    case = payoffs.case
    found = [f"constraints.{name}" for name in broken(case, package)]
    for principal in principals:
        found += [
            f"commitments.{name}"
            for name, promise in case.commitments.items()
            if promise.kind == "hard"
            and promise.by == principal
            and any(package[issue] in options for issue, options in promise.options.items())
        ]
        found += [
            f"ratifiers.{name}"
            for name in called(case, package, principal)
            if payoffs.gain(name, package) < payoffs.reserve[name]
        ]
    return tuple(place for place in found if place not in lifted)
