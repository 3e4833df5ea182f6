"""The reference case is whole: what it holds, and who answers for it; not what it answers."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from detente.case.case import Case
from detente.case.change import changed
from detente.case.numbers import numbers
from detente.case.outlook_numbers import every_number
from detente.case.situation import as_believed, as_judged, in_world, on_day, worlds
from detente.files.opened import OpenedCase, open_case
from detente.study.drift import days_of

NAME = "japan-russia-2017"
THIRD = {"us_line": "USA", "g7_line": "G7", "china_finance": "CHN", "korea_conduct": "PRK"}


@pytest.fixture(scope="module")
def opened() -> OpenedCase:
    return open_case(NAME)


@pytest.fixture(scope="module")
def case(opened: OpenedCase) -> Case:
    return opened.case


def test_issues_and_options(case: Case) -> None:
    controlled = [
        option
        for issue in case.issues.values()
        for name, option in issue.options.items()
        if option.controller and name != issue.status_quo
    ]

    assert len(case.issues) == 17
    assert len(controlled) == 45
    assert all(option.track and option.text for option in controlled)


def test_reform_is_russias_own(case: Case) -> None:
    reform = case.issues["reform"]

    assert all(o.controller == ("RUS",) for n, o in reform.options.items() if n != "as_now")
    assert {o.track for n, o in reform.options.items() if n != "as_now"} == {"leaders", "ministers"}
    tied = [linkage for linkage in case.linkages.values() if "reform" in linkage.when]
    assert all({"RUS", "JPN"} <= {*linkage.points} for linkage in tied)
    assert {o for linkage in tied for o in linkage.when["economy"]} >= {"equity_lng", "jbic_loans"}


@pytest.mark.parametrize(("issue", "party"), THIRD.items())
def test_third_parties_decide_what_nobody_weighs(case: Case, issue: str, party: str) -> None:
    assert all(option.controller == (party,) for option in case.issues[issue].options.values())
    assert not any(issue in found.weights.points for found in case.parties.values())
    holding = {s.holds.get(issue) for shock in case.shocks.values() for s in shock.states.values()}
    others = {*case.issues[issue].options} - {case.issues[issue].status_quo}
    assert others <= holding


def test_parties(case: Case) -> None:
    kinds = Counter((r.principal, r.kind) for r in case.ratifiers.values())

    assert [*case.principals] == ["JPN", "RUS"]
    assert {*case.third_parties} == {"G7", "USA", "CHN", "PRK"}
    assert kinds == {
        (p, k): 1 for p in ("JPN", "RUS") for k in ("parliament", "public", "constituency")
    }
    assert all(r.removable for r in case.ratifiers.values())
    called = {name for i in case.issues.values() for o in i.options.values() for name in o.calls}
    assert called == {*case.ratifiers}


def test_weights_are_whole(case: Case) -> None:
    ours = {*case.issues} - {*THIRD}

    for party in case.parties.values():
        assert sum(weight.mode for weight in party.weights.points.values()) == 100
    for principal in case.principals.values():
        assert {*principal.weights.points} == ours


def test_every_number_has_a_reason_and_a_signer(case: Case) -> None:
    for number in every_number(case):
        assert number.reason, number.key
        assert number.signer in case.signers, number.key
        assert number.low <= number.mode <= number.high
    bare = [n for n in every_number(case) if not n.facts and n not in numbers(case)]
    assert not bare, [n.key for n in bare]


def test_shocks(case: Case) -> None:
    every = worlds(case)

    assert [*case.shocks] == ["us_russia", "g7_line", "korea", "china_finance", "russia_economy"]
    assert len(every) == 48
    assert sum((world.probability for world in every), Fraction(0)) == 1
    assert all(shock.by is not None and shock.by > case.as_of for shock in case.shocks.values())
    assert len(case.scenarios) == 3


def test_every_situation_is_consistent(case: Case) -> None:
    situations = [in_world(case, world.states) for world in worlds(case)]
    situations += [on_day(case, day) for day in days_of(case)]
    situations += [as_believed(case, holder) for holder in case.principals]
    situations += [as_judged(case, name) for name in case.judgement_sets]

    for found in situations:
        for party in found.parties.values():
            assert sum(weight.mode for weight in party.weights.points.values()) == 100


def test_time(case: Case) -> None:
    before = [entry for entry in case.dated.values() if entry.from_ < case.as_of]
    league = [on_day(case, day).ratifiers["islanders_league"].reserve for day in days_of(case)]
    modes = [reserve.mode for reserve in league if reserve is not None]

    assert len(before) >= 3
    assert modes == sorted(modes, reverse=True)
    assert modes[-1] < modes[0]
    for principal in case.principals:
        falls = [on_day(case, day).principals[principal].baseline for day in days_of(case)]
        known = [fall.mode for fall in falls if fall is not None]
        assert known == sorted(known, reverse=True)
        assert known[-1] < 0


def test_order(case: Case) -> None:
    carried = [
        (i, o) for step in case.steps.values() for i, names in step.option.items() for o in names
    ]
    principals = {
        (i, name)
        for i, issue in case.issues.items()
        for name, option in issue.options.items()
        if name != issue.status_quo and {*option.controller} <= {*case.principals}
    }

    assert sorted(carried) == sorted(principals)
    assert len(case.wishes) == 6
    assert {wish.party for wish in case.wishes.values()} == {*case.principals}
    assert any(entry.bars for entry in case.calendar.values() if entry.kind == "election")


def test_claims(opened: OpenedCase) -> None:
    case = opened.case
    dates = {str(event.date) for event in opened.events}

    assert sorted(claim.number for claim in case.claims.values()) == [*range(1, 39)]
    for claim in case.claims.values():
        assert claim.elements or claim.events
        assert (claim.outcome is None) != (claim.background is None)
        assert f"claim_{claim.number}" in claim.facts
        assert {mark.date for mark in claim.events} <= dates
    background = [claim.number for claim in case.claims.values() if claim.background]
    assert background == [10]


def test_what_is_neutralised_can_be(case: Case) -> None:
    for name, claim in case.claims.items():
        if claim.outcome is not None:
            assert claim.neutral or claim.without, name
            changed(case, claim.neutral)
