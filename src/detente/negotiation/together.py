"""Many questions answered at once: those whose programs have one shape are solved side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from detente.negotiation.compiler import answer, bearing
from detente.negotiation.moulding import asks_of, mould
from detente.negotiation.payoff import Payoffs
from detente.negotiation.question import Point, Question
from detente.solve.batch import solve_batch

Pair = tuple[Payoffs, Question]


def prepare(asked: Iterable[Pair]) -> None:
    """Answer questions beforehand: :func:`detente.negotiation.compiler.answer` then knows them.

    Questions that maximise the same rows are built alike, whatever else they ask: an obstacle that
    one of them lifts becomes a gate that nothing fails.

    Parameters
    ----------
    asked
        Compiled cases and questions to them, of one case in different situations or with different
        numbers; what is known already is left out.

    Raises
    ------
    NotProved
        When a case is too large for the engine.

    Examples
    --------
    >>> from detente.negotiation.compiler import answer
    >>> from detente.negotiation.payoff import compile_case
    >>> from detente.negotiation.question import feasible, zone
    >>> from detente.testing import two_issue_case
    >>> payoffs = compile_case(two_issue_case())
    >>> prepare([(payoffs, zone(payoffs.case)), (payoffs, feasible(payoffs.case))])
    >>> len(payoffs.solved), len(answer(payoffs, zone(payoffs.case)))
    (2, 2)
    """
    groups: dict[Hashable, dict[Hashable, Pair]] = {}
    for payoffs, whole in asked:
        question = bearing(payoffs, whole)
        if (question.key, False) not in payoffs.solved:
            key = (_pattern(question), payoffs.layout.order)
            groups.setdefault(key, {})[id(payoffs), question.key] = payoffs, question
    for group in groups.values():
        _solve([*group.values()])


def answers(compiled: Sequence[Payoffs], question: Question) -> tuple[tuple[Point, ...], ...]:
    """Answer one question for a case compiled several times, with numbers or situations otherwise.

    Raises
    ------
    NotProved
        When a case is too large for the engine.
    """
    prepare((payoffs, question) for payoffs in compiled)
    return tuple(answer(payoffs, question) for payoffs in compiled)


def _pattern(question: Question) -> Hashable:
    """Return what decides at which place a row stands among those of questions built alike."""
    pinned = all(row.pins for row in question.maximise)
    return len(question.maximise) if pinned else question.maximise


def _solve(pairs: Sequence[Pair]) -> None:
    """Answer questions of one pattern; those alike but for numbers share a mould."""
    kinds = {(id(p.layout), question.key): (p.layout, question) for p, question in pairs}
    asks = [*dict.fromkeys(ask for kind in kinds.values() for ask in asks_of(*kind))]
    soft = _lifted_by_some([question for _, question in kinds.values()])
    moulds = {
        key: mould(
            layout,
            question,
            [*dict.fromkeys((*question.maximise, *(row for row, _ in asks)))],
            asks,
            soft,
        )
        if len(kinds) > 1
        else mould(layout, question)
        for key, (layout, question) in kinds.items()
    }
    programs = [moulds[id(p.layout), question.key].program(p) for p, question in pairs]
    for (payoffs, question), found in zip(pairs, solve_batch(programs), strict=True):
        payoffs.solved[question.key, False] = found


def _lifted_by_some(questions: Sequence[Question]) -> list[str]:
    """Return the constraints that some questions lift and others do not."""
    counts = Counter(
        place.removeprefix("constraints.")
        for question in questions
        for place in question.lifted
        if place.startswith("constraints.")
    )
    return sorted(name for name, count in counts.items() if count < len(questions))
