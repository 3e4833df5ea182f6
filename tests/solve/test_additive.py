"""The additive merge beside every package looked at."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.solve.additive import is_additive, merge_additive
from detente.solve.exhaustive import efficient, products
from detente.solve.program import Charge, Gate, Program, Rule, Term


@st.composite
def programs(draw: st.DrawFn) -> Program:
    rows = draw(st.integers(1, 3))
    unit = draw(st.sampled_from([1, 1, 10**9, 10**30]))
    amounts = st.integers(-3, 3).map(lambda x: x * unit)
    vectors = st.tuples(*[amounts] * rows)
    sizes = draw(st.lists(st.integers(1, 4), max_size=5))
    goals = draw(st.permutations(range(rows)))[: draw(st.integers(1, min(2, rows)))]
    floors = st.integers(-5, 5).map(lambda x: x * unit + 1)
    gates = draw(st.lists(st.builds(Gate, st.sampled_from(goals), floors), max_size=2))
    least = 0 if draw(st.integers(0, 9)) == 0 else 1
    return Program(
        domains=tuple(
            tuple(sorted(draw(st.sets(st.integers(0, n - 1), min_size=least)))) for n in sizes
        ),
        order=tuple(tuple(draw(st.permutations(range(n)))) for n in sizes),
        start=draw(vectors),
        unary=tuple(tuple(draw(vectors) for _ in range(n)) for n in sizes),
        objectives=tuple(goals),
        gates=tuple(gates),
    )


@given(programs())
def test_points_counts_and_packages_are_those_of_the_definition(program: Program) -> None:
    def rows(chosen: tuple[int, ...]) -> list[int]:
        picked = [program.unary[v][o] for v, o in enumerate(chosen)]
        return [sum(column) for column in zip(program.start, *picked, strict=True)]

    def value(chosen: tuple[int, ...]) -> tuple[Fraction, ...]:
        return tuple(Fraction(rows(chosen)[goal]) for goal in program.objectives)

    ordered = [
        sorted(domain, key=order.__getitem__)
        for domain, order in zip(program.domains, program.order, strict=True)
    ]
    feasible = [
        chosen
        for chosen in products(ordered)
        if all(rows(chosen)[gate.row] >= gate.floor for gate in program.gates)
    ]
    expected = efficient(feasible, value)[::-1]

    found = merge_additive(program)
    frontier = found.frontier()

    assert frontier.points == tuple(point for point, _ in expected)
    assert frontier.packages == tuple(packages[0] for _, packages in expected)
    assert frontier.counts == tuple(len(packages) for _, packages in expected)
    for number, (_, packages) in enumerate(expected):
        assert found.count(number) == len(packages)
        assert tuple(found.packages(number)) == packages


def test_counts_beyond_64_bits() -> None:
    wide = Program(((0, 1),) * 70, ((0, 1),) * 70, (0, 0), (((1, 2), (1, 2)),) * 70, (0, 1))
    found = merge_additive(wide)

    assert found.frontier().counts == (2**70,)
    assert found.count(0) == 2**70
    assert found.frontier(counts=False).counts == (None,)


def test_progress_and_what_is_not_additive() -> None:
    plain = Program(((0,), (0,)), ((0,), (0,)), (0, 0, 0), (((1, 2, 3),),) * 2, (0, 1))
    seen: list[tuple[int, int]] = []
    merge_additive(plain, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]

    def other(**what: object) -> Program:
        parts = {name: getattr(plain, name) for name in plain.__slots__} | what
        return Program(**parts)

    refused = [
        other(objectives=()),
        other(objectives=(0, 1, 2)),
        other(terms=(Term((0,), {}),)),
        other(rules=(Rule((0,), frozenset()),)),
        other(charges=(Charge(frozenset(), (0, 0, 0)),)),
        other(gates=(Gate(2, 0),)),
        other(gates=(Gate(0, 0, frozenset({(0, 0)})),)),
    ]
    assert is_additive(plain)
    for program in refused:
        assert not is_additive(program)
        with pytest.raises(ValueError, match="not additive"):
            merge_additive(program)
    assert [*product(*plain.domains)] == [*merge_additive(plain).packages(0)]
