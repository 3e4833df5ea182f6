"""How moulds are made: rows, gates, and questions built alike."""

from fractions import Fraction

from detente.negotiation.compiler import build
from detente.negotiation.moulding import asks_of, mould, rows_of
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import Question, Row, feasible, obstacles, win_set, zone
from detente.testing import Bounds, random_case
from tests.solve.brute import brute


def test_rows_begin_with_what_is_maximised() -> None:
    case = random_case(1, Bounds())
    payoffs = compile_case(case)
    first = next(iter(case.principals))

    rows = rows_of(payoffs.layout, win_set(case, first))

    assert rows[: len(case.principals)] == tuple(Row(p) for p in case.principals)
    assert all(case.ratifiers[row.party].principal == first for row in rows[len(case.principals) :])


def test_floors_and_a_reserve_on_one_row_are_one_gate() -> None:
    case = random_case(1, Bounds())
    first = next(iter(case.principals))
    whole = zone(case)
    payoffs = compile_case(case)
    asked = Question(
        whole.maximise,
        whole.consent,
        whole.reserves,
        floors=((Row(first), Fraction(7)), (Row(first), Fraction(3))),
    )

    asks = asks_of(payoffs.layout, asked)

    assert asks[Row(first), None] == (True, (Fraction(7), Fraction(3)))
    gate = build(payoffs, asked).gates[0]
    assert gate.floor == max(Fraction(7), payoffs.reserve[first]) * payoffs.scale[first]


def test_built_alike_the_answers_are_the_same() -> None:
    seen = 0
    for seed in range(40):
        case = random_case(seed, Bounds())
        payoffs = compile_case(case)
        every = obstacles(case)
        kinds = [feasible(case), zone(case), zone(case, frozenset(every[:1]))]
        asks = [*dict.fromkeys(ask for one in kinds for ask in asks_of(payoffs.layout, one))]
        rows = [*dict.fromkeys((*kinds[0].maximise, *(row for row, _ in asks)))]
        for question in kinds:
            alike = mould(payoffs.layout, question, rows, asks).program(payoffs)
            seen += alike != build(payoffs, question)
            assert brute(alike) == brute(build(payoffs, question)), seed
    assert seen > 20
