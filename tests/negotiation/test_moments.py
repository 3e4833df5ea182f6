from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.negotiation.moments import moments, violated
from detente.testing.oracle_sequence import flow, shares, state
from tests.negotiation.walks import course, drawn, sale


def test_a_sale_from_date_to_date() -> None:
    found = moments(course(sale()), (1, 4, 2))

    assert [dict(m.gains) for m in found] == [
        {"A": 0, "B": 0}, {"A": 42, "B": -16}, {"A": 12, "B": 44}, {"A": 12, "B": 44},
        {"A": 40, "B": 20}, {"A": 40, "B": 20},
    ]  # fmt: skip
    assert [m.exposure["B"] for m in found] == [0, 16, 0, 0, 0, 0]
    assert [m.done for m in found][1:3] == [("halfway",), ("halfway", "shipped")]
    assert found[-1].earned == {"A": Fraction(42 + 12 + 12 + 40, 5), "B": Fraction(92, 5)}
    assert found[2].if_stopped == {"A": Fraction(42 + 3 * 12, 5), "B": Fraction(-16 + 3 * 44, 5)}
    assert found[1].refused == ("principals.B.reserve",)
    assert found[-1].refused == ()


def test_stopping_at_the_end_changes_nothing() -> None:
    last = moments(course(sale()), (1, 4, 2))[-1]

    assert last.earned == last.if_stopped


def test_a_wish_costs_while_it_is_violated() -> None:
    wish = {"text": "x", "party": "A", "first": {"price": "high"}, "then": {"delivery": "early"},
            "points": 7, "reason": "x"}  # fmt: skip
    case = sale(wishes={"first": wish})

    found = moments(course(case), (None, 4, 2))

    assert [m.violated["A"] for m in found] == [0, 0, 7, 7, 0, 0]
    assert violated(case, "B", found[2].package) == 0


@given(st.integers(min_value=0, max_value=10**9))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_every_date_is_as_the_definitions_have_it(seed: int) -> None:
    both = drawn(seed)

    found = moments(both.course, both.plan.ends)

    for moment in found:
        done, package = state(both.walk, both.plan.ends, moment.date)
        assert (frozenset(moment.done), tuple(moment.package.values())) == (done, package)
        for principal in both.course.case.principals:
            net = moment.gains[principal] - moment.violated[principal]
            assert net == flow(both.walk, principal, done, package)
    for principal, share in shares(both.walk, both.plan.ends).items():
        assert found[-1].earned[principal] / both.course.tops[principal] == share
