"""What a package breaks, whom it calls on, and what keeps principals from giving it."""

from __future__ import annotations

from detente.negotiation.feasibility import blockers, broken, called, is_feasible
from detente.negotiation.payoff import compile_case
from tests.negotiation.small import small_case

CASE = small_case(
    {
        "A": {"land": 50, "trade": 50},
        "B": {"land": 50, "trade": 50},
        "diet": {"land": 100},
        "senate": {"land": 100},
    },
    {
        "land": {
            "held": {},
            "split": {"A": 50, "B": -50, "diet": -50, "senate": 10},
            "ceded": {"A": 100, "B": -100, "diet": -100, "senate": 100},
        },
        "trade": {"none": {}, "some": {"A": 50, "B": 50}, "free": {"A": 100, "B": 100}},
    },
    ratifiers={"diet": "A", "senate": "B"},
    reserves={"diet": -50, "senate": 10},
    calls={("land", "split"): ["diet", "senate"], ("land", "ceded"): ["diet"]},
    constraints={
        "law": {"text": "law", "if": {"land": "ceded"}, "requires": {"trade": ["some", "free"]}},
        "bar": {"text": "bar", "if": {"trade": "free"}, "excludes": {"land": ["split"]}},
    },
    commitments={
        "bloc": {
            "text": "bloc",
            "by": "A",
            "to": "X",
            "kind": "hard",
            "options": {"trade": ["free"]},
            "reason": "worked",
        }
    },
)


def test_requires_and_excludes() -> None:
    assert broken(CASE, {"land": "ceded", "trade": "none"}) == ("law",)
    assert broken(CASE, {"land": "ceded", "trade": "free"}) == ()
    assert broken(CASE, {"land": "split", "trade": "free"}) == ("bar",)
    assert is_feasible(CASE, {"land": "held", "trade": "free"})


def test_a_package_calls_on_a_principals_own_ratifiers() -> None:
    split = {"land": "split", "trade": "none"}

    assert called(CASE, split, "A") == ("diet",)
    assert called(CASE, split, "B") == ("senate",)
    assert called(CASE, {"land": "held", "trade": "free"}, "A") == ()


def test_blockers_name_every_place() -> None:
    payoffs = compile_case(CASE)

    # diet gains −50 at split, just its reserve; −100 at ceded.
    assert blockers(payoffs, {"land": "split", "trade": "none"}, ("A", "B")) == ()
    assert blockers(payoffs, {"land": "ceded", "trade": "none"}, ("A",)) == (
        "constraints.law",
        "ratifiers.diet",
    )
    assert blockers(payoffs, {"land": "split", "trade": "free"}, ("A",)) == (
        "constraints.bar",
        "commitments.bloc",
    )
    # B gave no promise; a constraint binds whoever is asked.
    assert blockers(payoffs, {"land": "split", "trade": "free"}, ("B",)) == ("constraints.bar",)
    lifted = frozenset({"constraints.law", "ratifiers.diet"})
    assert blockers(payoffs, {"land": "ceded", "trade": "none"}, ("A",), lifted) == ()
