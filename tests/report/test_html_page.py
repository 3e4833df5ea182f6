import pytest

from detente.report.html_page import SECTIONS, Page
from tests.report.full_case import full
from tests.report.reading import drawn_at_random, reference, small


def test_solutions_that_pick_one_package_stand_together() -> None:
    page = Page(*small())

    names = [name for found, _ in page.solutions() for name in found]
    packages = [tuple(s.point.package.values()) for _, s in page.solutions()]

    assert sorted(names) == ["egalitarian", "kalai_smorodinsky", "nash", "utilitarian"]
    assert len(set(packages)) == len(packages)


@pytest.mark.parametrize("seed", range(20))
def test_the_frontier_holds_every_efficient_point_once(seed: int) -> None:
    case, result = drawn_at_random(seed)
    rows = Page(case, result).frontier()

    gains = [tuple(row.point.gains.values()) for row in rows]
    assert len(set(gains)) == len(gains)
    assert sum(row.feasible for row in rows) == len(result.agreement.feasible_frontier)
    assert sum(row.zone for row in rows) == len(result.agreement.zone_frontier)
    for principal, points in result.agreement.win_set_frontiers.items():
        assert sum(principal in row.win_sets for row in rows) == len(points)


def test_flips_are_the_moves_that_change_the_answer() -> None:
    page = Page(*reference())
    opened = page.brief.agreement.open

    assert len(page.flips()) == sum(m.open != opened for m in page.brief.judgements.moves)


def test_names_come_from_the_case() -> None:
    page = Page(*reference())

    assert page.party("JPN") == "Japan"
    assert page.word("no_such_word") == "no such word"
    assert page.option("sanctions", "lift") == page.case.issues["sanctions"].options["lift"].name
    assert page.worth_target("JPN", "sanctions") in {f"n-{n.key}" for n in page.brief.numbers}


def test_sections_are_those_that_the_brief_holds_in_their_order() -> None:
    few, every = Page(*small()).sections(), Page(*full()).sections()

    assert every == list(SECTIONS)
    assert {name for name, _ in every} - {name for name, _ in few} == {
        "scenarios",
        "drift",
        "window",
        "views",
    }
    assert Page(*small()).no("tracks") == few.index(("tracks", "Levels, order, division")) + 1


def test_claims_stand_in_the_first_annex_of_a_case_that_has_them() -> None:
    letters = {ident: letter for ident, letter, _ in Page(*full()).annexes()}

    assert letters == {
        "claims": "A",
        "annex-events": "B",
        "packages": "C",
        "numbers": "D",
        "facts": "E",
    }
