"""Every package evaluated, beside the table worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from detente.case.case import Case
from detente.case.consistency import findings
from detente.testing import oracle_table
from detente.testing.oracle_table import tabulate
from tests.testing.worked import judged, made, outside, party, treaty, whole


def test_the_worked_cases_are_consistent() -> None:
    assert findings(treaty()) == ()
    assert findings(outside()) == ()


def test_scores_from_codes() -> None:
    # raw: none 2·(-1) = -2, half 2·1 - 1 = 1, all 2·2 = 4; less none's: 0, 3, 6; 6 becomes 100.
    found = [oracle_table.score(treaty(), "A", "land", name) for name in ("none", "half", "all")]
    assert found == [0, 50, 100]


def test_scores_given_directly_and_absent() -> None:
    assert oracle_table.score(treaty(), "B", "land", "half") == -50
    assert oracle_table.score(treaty(), "duma", "aid", "grant") == 0


def test_gains_by_hand() -> None:
    table = tabulate(treaty())
    found = {" ".join(row.package): whole(*table.vector(row)) for row in table.rows}
    assert found == {
        "none no": (0, 0),
        "none loan": (-23, 30),
        "none grant": (-40, 60),
        "none guest": (0, 60),
        "half no": (30, -20),
        "half loan": (7, 10),
        "half grant": (-10, 45),
        "half guest": (30, 40),
        "all no": (60, -40),
        "all loan": (37, -10),
        "all grant": (20, 25),
        "all guest": (60, 20),
    }
    ratifiers = {
        " ".join(row.package): whole(row.gains["diet"], row.gains["duma"]) for row in table.rows
    }
    assert ratifiers["none grant"] == (-50, 0)
    assert ratifiers["half loan"] == (50, -50)
    assert ratifiers["all grant"] == (-10, -100)


def test_a_priced_commitment_is_lifted_by_name() -> None:
    assert oracle_table.gain(treaty(), "A", ("half", "loan")) == 7
    assert (
        oracle_table.gain(treaty(), "A", ("half", "loan"), frozenset({"commitments.loans"})) == 10
    )


def test_a_price_is_paid_once() -> None:
    case = treaty()
    both = case.commitments["loans"].model_copy(
        update={"options": {"aid": ("loan",), "land": ("half",)}}
    )
    case = case.model_copy(update={"commitments": {"loans": both}})
    assert oracle_table.gain(case, "A", ("half", "loan")) == 7
    assert oracle_table.gain(case, "A", ("half", "no")) == 27


def test_feasible_by_hand() -> None:
    feasible = {" ".join(row.package) for row in tabulate(treaty()).feasible}
    assert feasible == {
        *("none no", "none loan", "none grant", "half no", "half loan", "half grant"),
        *("all loan", "all grant"),
    }
    assert oracle_table.is_feasible(treaty(), ("all", "no"), frozenset({"constraints.paid"}))
    assert not oracle_table.is_feasible(treaty(), ("all", "guest"), frozenset({"constraints.paid"}))


def test_excluded_options() -> None:
    case = treaty()
    rule = case.constraints["paid"].model_copy(
        update={"requires": {}, "excludes": {"aid": ("no", "loan")}}
    )
    case = case.model_copy(update={"constraints": {"paid": rule}})
    assert [oracle_table.is_feasible(case, ("all", aid)) for aid in ("no", "loan", "grant")] == [
        False,
        False,
        True,
    ]
    assert oracle_table.is_feasible(case, ("half", "loan"))


def test_a_third_partys_option_holds_where_it_is_the_status_quo() -> None:
    case = treaty()
    aid = case.issues["aid"]
    held = aid.options["no"].model_copy(update={"controller": ("X",)})
    aid = aid.model_copy(update={"options": {**aid.options, "no": held}})
    case = case.model_copy(update={"issues": {**case.issues, "aid": aid}})
    assert oracle_table.is_feasible(case, ("half", "no"))


def test_who_is_called_on() -> None:
    assert oracle_table.called_on(treaty(), ("none", "no")) == frozenset()
    assert oracle_table.called_on(treaty(), ("all", "grant")) == {"diet", "duma"}
    assert oracle_table.called_on(treaty(), ("all", "grant"), frozenset({"ratifiers.diet"})) == {
        "duma"
    }


def accepted(case: Case, principal: str, *lifted: str) -> set[str]:
    rows = tabulate(case, lifted).rows
    return {" ".join(row.package) for row in rows if principal in row.accepting}


def zone(case: Case, *lifted: str) -> set[str]:
    return {" ".join(row.package) for row in tabulate(case, lifted).zone}


def test_win_sets_and_the_zone_by_hand() -> None:
    case = treaty()
    # A accepts a gain of 0, and the diet's refusal of a grant binds A alone.
    assert accepted(case, "A") == {"none no", "half no", "half loan", "all loan"}
    # B wants 5, and is bound by its promise and by the duma wherever all the land goes.
    assert accepted(case, "B") == {"none loan", "none grant", "half loan", "half grant"}
    assert zone(case) == {"half loan"}


def test_lifting_obstacles_by_hand() -> None:
    case = treaty()
    assert accepted(case, "A", "ratifiers.diet") == accepted(case, "A") | {"all grant"}
    assert zone(case, "ratifiers.diet", "commitments.keep") == {"half loan"}
    every = ("ratifiers.diet", "ratifiers.duma", "commitments.keep")
    assert zone(case, *every) == {"half loan", "all grant"}


def test_an_unknown_obstacle_is_refused() -> None:
    with pytest.raises(ValueError, match="no obstacle"):
        tabulate(treaty(), {"ratifiers.senate"})


def test_removable_obstacles() -> None:
    assert oracle_table.removable(treaty()) == {
        "ratifiers.diet",
        "constraints.paid",
        "commitments.loans",
        "commitments.keep",
    }


def test_codes_count_from_zero_where_no_agreement_is_outside() -> None:
    case = outside()
    deal_ = case.issues["deal"]
    coded = {
        name: {"name": name, "codes": {"A": {"goal": code}}}
        for name, code in {"a": 3, "b": -1, "c": 0}.items()
    }
    case = made(
        no_agreement="outside",
        principals={
            "A": party({"deal": 100}, objectives={"goal": {"text": "goal"}}, outside=judged(0)),
            "B": party({"deal": 100}, outside=judged(0)),
        },
        issues={"deal": {"name": deal_.name, "options": coded}},
    )
    assert [oracle_table.score(case, "A", "deal", o) for o in "abc"] == [100, Fraction(-100, 3), 0]
