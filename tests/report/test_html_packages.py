"""A package taken apart adds up to the gain that the brief shows for it."""

import pytest

from detente.case.case import Case
from detente.report.html_packages import Packages, alone
from detente.report.words import points_text
from detente.study.brief import BriefResult
from tests.report.full_case import full
from tests.report.reading import SEEDS, drawn_at_random, reference


def check(case: Case, result: BriefResult) -> int:
    packages = Packages(case, result)
    accounts = {account.ident: account for account in packages.accounts()}
    assert len({*accounts}) == len(list(packages.accounts()))
    for account in accounts.values():
        for party, gain in account.gains.items():
            lines = [line.shares[party].points for line in account.lines if party in line.shares]
            assert sum(lines) == gain
    for solution in result.agreement.solutions.values():
        found = accounts[packages.anchor(solution.point.package)]
        for principal, gain in solution.point.gains.items():
            assert found.gains[principal] == gain
    for way in result.offers:
        sides = [("", way.gift, way.most), *((x.obstacle, x.gift, x.most) for x in way.lifted)]
        for lifted, *pair in sides:
            for most in pair:
                if most is not None:
                    anchor = packages.anchor(most.package, frozenset({lifted} if lifted else ()))
                    assert accounts[anchor].gains[way.taker] == most.value
                    assert accounts[anchor].gains[way.giver] == most.own
        for offer in way.offers:
            for party, points in ((way.taker, offer.worth), (way.giver, offer.own)):
                anchor = packages.alone(party, offer.issue, offer.option)
                if anchor in accounts:
                    assert accounts[anchor].gains[party] == points
                else:
                    known = {(w.party, w.issue, w.option): w.points for w in result.worth}
                    assert known[party, offer.issue, offer.option] == points
            if offer.price is not None:
                anchor = packages.anchor(alone(case, offer.price.returned))
                assert -accounts[anchor].gains[way.taker] == offer.price.loss
    return len(accounts)


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_add_up_to_the_gain(seed: int) -> None:
    check(*drawn_at_random(seed))


def test_lines_add_up_in_the_reference_case() -> None:
    assert check(*reference()) > 10


def test_a_package_that_plays_several_parts_stands_once() -> None:
    case, result = reference()
    titles = [title for a in Packages(case, result).accounts() for title in a.titles]

    assert len(titles) == len(set(titles))
    assert points_text(result.agreement.solutions["nash"].point.gains["JPN"])


def test_what_levels_and_believers_would_agree_is_taken_apart() -> None:
    case, result = full()
    packages = Packages(case, result)
    check(case, result)

    titles = {title for account in packages.accounts() for title in account.titles}
    assert "What the seller would propose as it sees the case" in titles
    assert "Nash package of what can be decided by officials and below" in titles
