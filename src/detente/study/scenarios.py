"""Scenarios: the answer in each, by shock, and the answer fixed before it is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.situation import World, present, worlds
from detente.negotiation.bars import called_on, hold_one, leaders
from detente.negotiation.ex_ante import ExAnte, ex_ante
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import zone
from detente.negotiation.reach import most
from detente.negotiation.situations import Situations
from detente.negotiation.together import prepare
from detente.study.standing import Standing, standing

Progress = Callable[[int, int], None]


class ScenarioResult(Result):
    """One scenario: a state of every shock, its probability, and how the case stands there."""

    states: dict[str, str]
    probability: Exact
    present: bool
    standing: Standing


class StateResult(Result):
    """One state of one shock, over the scenarios that hold it.

    Attributes
    ----------
    shock, state
        Their ids.
    probability
        That the shock stands in this state.
    open
        The probability that the zone is open, given this state.
    j
        The mean of J, given this state.
    alone
        How the case stands when this shock alone stands so and the others as they do now.
    """

    shock: str
    state: str
    probability: Exact
    open: Exact
    j: Exact
    alone: Standing


class ExAnteResult(Result):
    """A package fixed before the scenario is known.

    Attributes
    ----------
    package
        ``{issue: option}``; issues left at what holds in the scenario are absent.
    expected
        Each principal's expected gain: probability × gain, summed over the scenarios in which the
        package is acceptable to all.
    acceptance
        The probability that it is acceptable to all.
    count
        How many packages have the same expected gains.
    """

    package: dict[str, str]
    expected: dict[str, Exact]
    acceptance: Exact
    count: int


class ScenariosResult(Result):
    """The answer over all scenarios.

    Attributes
    ----------
    scenarios
        Every scenario, the most likely first.
    states
        Every state of every shock.
    open
        The probability that the zone is open.
    open_leaders, open_called
        The probability that it holds a package that gives every principal more than nothing and
        has an option of the leaders' track; or an option that calls on a ratifier.
    j
        The mean of J.
    ceiling
        The shock whose states, each taken alone, move J most; ``None`` where none moves it.
    spread
        By how much, for each shock: the largest J less the smallest.
    ex_ante
        The packages whose expected gains nobody can improve without loss to another.
    choice
        Of these, the one with the largest product of expected gains; ``None`` where there is none.
    perfect_information
        Each principal's mean of the Nash gains of the scenarios: what could be expected if the
        scenario were known before the package is chosen.
    """

    scenarios: tuple[ScenarioResult, ...]
    states: tuple[StateResult, ...]
    open: Exact
    open_leaders: Exact
    open_called: Exact
    j: Exact
    ceiling: str | None
    spread: dict[str, Exact]
    ex_ante: tuple[ExAnteResult, ...]
    choice: ExAnteResult | None
    perfect_information: dict[str, Exact]
    provenance: Provenance


def scenarios(
    case: Case,
    input_hash: str = "",
    progress: Progress | None = None,
    *,
    weigh: bool = True,
    situations: Situations | None = None,
) -> ScenariosResult | None:
    """Answer over all scenarios of a case; ``None`` for a case without shocks.

    Parameters
    ----------
    case
        A consistent case.
    input_hash
        SHA-256 of the files read.
    progress
        Called with the number of scenarios answered and their total.
    weigh
        Whether to work out the answer before the scenario is known, and the two bars; without it
        ``ex_ante`` is empty and both are 0.
    situations
        Situations of the case that are compiled already, or will be asked for again.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    if not case.shocks:
        return None
    known = situations or Situations(case)
    tops = most(known.world({}))
    every = worlds(case)
    weighted = [(world.probability, known.world(world.states)) for world in every]
    compiled = [payoffs for _, payoffs in weighted]
    prepare((payoffs, zone(payoffs.case)) for payoffs in compiled)
    led = called = Fraction(0)
    if weigh:
        led = _chance(weighted, hold_one(compiled, leaders))
        called = _chance(weighted, hold_one(compiled, called_on))
    found: list[ScenarioResult] = []
    for world, payoffs in zip(every, compiled, strict=True):
        found.append(_scenario(case, world, standing(payoffs, tops)))
        if progress is not None:
            progress(len(found), len(every))
    states = _states(known, found, tops)
    spread = {
        shock: max(s.alone.j for s in states if s.shock == shock)
        - min(s.alone.j for s in states if s.shock == shock)
        for shock in case.shocks
    }
    widest = max(spread.values())
    efficient = tuple(_ex_ante(one) for one in ex_ante(weighted)) if weigh else ()
    return ScenariosResult(
        scenarios=tuple(sorted(found, key=lambda s: (-s.probability, [*s.states.values()]))),
        states=states,
        open=sum((s.probability for s in found if s.standing.open), Fraction(0)),
        open_leaders=led,
        open_called=called,
        j=sum((s.probability * s.standing.j for s in found), Fraction(0)),
        ceiling=next((s for s, value in spread.items() if value == widest), None)
        if widest
        else None,
        spread=spread,
        ex_ante=efficient,
        choice=_choice(efficient),
        perfect_information={p: _informed(found, p) for p in case.principals},
        provenance=Provenance(method="scenarios", input_hash=input_hash),
    )


def _chance(weighted: Sequence[tuple[Fraction, Payoffs]], holds: Sequence[bool]) -> Fraction:
    return sum((p for (p, _), one in zip(weighted, holds, strict=True) if one), Fraction(0))


def _scenario(case: Case, world: World, found: Standing) -> ScenarioResult:
    return ScenarioResult(
        states=dict(world.states),
        probability=world.probability,
        present=dict(world.states) == present(case),
        standing=found,
    )


def _states(
    known: Situations, found: Sequence[ScenarioResult], tops: Mapping[str, Fraction]
) -> tuple[StateResult, ...]:
    case = known.case
    result = []
    for shock, element in case.shocks.items():
        for state in element.states:
            mine = [one for one in found if one.states[shock] == state]
            chance = sum((one.probability for one in mine), Fraction(0))
            opened = sum((one.probability for one in mine if one.standing.open), Fraction(0))
            far = sum((one.probability * one.standing.j for one in mine), Fraction(0))
            alone = {**present(case), shock: state}
            same = next((one.standing for one in found if one.states == alone), None)
            result.append(
                StateResult(
                    shock=shock,
                    state=state,
                    probability=chance,
                    open=opened / chance if chance else Fraction(0),
                    j=far / chance if chance else Fraction(0),
                    alone=same or standing(known.world(alone), tops),
                )
            )
    return tuple(result)


def _informed(found: Sequence[ScenarioResult], principal: str) -> Fraction:
    return sum(
        (
            one.probability * one.standing.nash.gains[principal]
            for one in found
            if one.standing.nash is not None
        ),
        Fraction(0),
    )


def _ex_ante(found: ExAnte) -> ExAnteResult:
    return ExAnteResult(
        package=dict(found.package),
        expected=dict(found.expected),
        acceptance=found.acceptance,
        count=found.count,
    )


def _choice(found: Sequence[ExAnteResult]) -> ExAnteResult | None:
    """Return the package with most expected gains above 0, then the largest product of those."""

    def mark(one: ExAnteResult) -> tuple[int, Fraction]:
        product, positive = Fraction(1), [v for v in one.expected.values() if v > 0]
        for value in positive:
            product *= value
        return len(positive), product

    return max(found, key=mark) if found else None
