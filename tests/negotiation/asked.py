"""What the studies ask of one case, and what is answered, alone or together."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from detente.case.case import Case
from detente.negotiation.bargaining import nash
from detente.negotiation.compiler import answer
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.question import Question, Row, feasible, obstacles, win_set, zone
from detente.negotiation.reach import farther, how_far, is_open, most
from detente.negotiation.stand import stand
from detente.negotiation.together import prepare


def questions(case: Case) -> list[Question]:
    """Questions that ask of one case what the studies ask, many of them built alike."""
    tops = most(compile_case(case))
    every = obstacles(case)
    lifted = [frozenset[str](), *(frozenset({name}) for name in every), frozenset(every)]
    found = [zone(case, one) for one in lifted]
    found += [farther(zone(case, one), tops, Fraction(1, 5)) for one in lifted]
    found += [win_set(case, p, one) for p in case.principals for one in lifted]
    whole = zone(case)
    low = tuple((Row(p), Fraction(-1000)) for p in case.principals)
    found.append(Question(whole.maximise, whole.consent, whole.reserves, floors=low))
    found += [feasible(case), Question((), consent=tuple(case.principals))]
    for name, issue in case.issues.items():
        for option in issue.options:
            whole = zone(case, lifted[-1])
            found.append(
                Question(
                    whole.maximise[:1],
                    whole.consent,
                    whole.reserves,
                    {name: (option,)},
                    lifted=whole.lifted,
                )
            )
            if case.no_agreement == "status_quo":
                pinned = Row(next(iter(case.principals)), {name: issue.status_quo or option})
                found.append(
                    Question(
                        (pinned,),
                        allowed={name: (option,)},
                        floors=((Row([*case.principals][-1]), Fraction(0)),),
                    )
                )
    return found


def told_alone(case: Case) -> list[Any]:
    """Return the answers of a case, each question asked by itself; last, how the case stands."""
    payoffs = compile_case(case)
    tops = most(payoffs)
    points = answer(payoffs, zone(case))
    reserves = tuple(payoffs.reserve[p] for p in case.principals)
    best = nash(points, reserves).point.package if points else None
    last = (is_open(points), how_far(points, tops)[0], None if best is None else dict(best))
    return [*_told(payoffs, questions(case)), last]


def told_together(case: Case) -> list[Any]:
    """Return the same, the questions asked at once."""
    payoffs = compile_case(case)
    asked = questions(case)
    prepare((payoffs, question) for question in asked)
    found = stand(payoffs, most(compile_case(case)))
    last = (found.open, found.j, None if found.nash is None else dict(found.nash))
    return [*_told(payoffs, asked), last]


def _told(payoffs: Payoffs, asked: list[Question]) -> list[Any]:
    return [
        [(point.values, dict(point.package), point.count) for point in answer(payoffs, question)]
        for question in asked
    ]
