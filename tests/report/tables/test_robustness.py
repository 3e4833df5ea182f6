from detente.files.opened import open_case
from detente.negotiation.payoff import compile_case
from detente.report.tables.robustness import robustness_sheets
from detente.study.robustness import robustness
from detente.testing import two_issue_case
from tests.negotiation.compared import RANKED, compared
from tests.report.sure import sure


def test_every_package_has_its_row_and_what_it_changes() -> None:
    case, result = sure()

    packages, contents, *_ = robustness_sheets(case, result)

    numbered = [str(place) for place in range(1, len(result.packages) + 1)]
    assert [row[0] for row in packages.rows] == numbered
    assert [row[0] for row in contents.rows] == numbered
    assert all(len(row) == len(packages.columns) for row in packages.rows)
    nash = next(n for n, one in enumerate(result.packages) if "nash" in one.solutions)
    assert "Nash" in packages.rows[nash][-1]


def test_who_refuses_most_is_named_or_nobody_is() -> None:
    case, result = sure()

    packages, *_ = robustness_sheets(case, result)

    for row, one in zip(packages.rows, result.packages, strict=True):
        if one.refuses_most is None:
            assert row[-3:-1] == ("nobody", "")
        else:
            assert row[-3].lower() == case.parties[one.refuses_most].name.lower()


def test_offers_stand_by_how_often_they_help_and_cost_nothing() -> None:
    case, result = sure()

    offers = next(s for s in robustness_sheets(case, result) if s.title.startswith("Offers"))

    assert len(offers.rows) == len(result.options)
    both = [float(row[1].removesuffix(" %").removeprefix("under ")) for row in offers.rows]
    assert both == sorted(both, reverse=True)


def test_judgements_are_told_by_name_and_chance_where_none_is() -> None:
    case = open_case("japan-russia-2017").case
    result = robustness(compile_case(case), draws=400, seed=1, solves=100)

    moved = [s for s in robustness_sheets(case, result) if s.title.startswith("What moves")]

    assert [sheet.title for sheet in moved] == [
        "What moves whether the Nash package is acceptable",
        "What moves Japan's gain from the Nash package",
        "What moves Russia's gain from the Nash package",
        "What moves how far it can go",
    ]
    for sheet, answer in zip(moved, result.sensitivity, strict=True):
        assert len(sheet.rows) == len(answer.influences)
        assert any("chance" in note for note in sheet.notes) == (not answer.influences)
    assert moved[1].rows[0][-1].startswith("Japan: ")


def test_a_case_without_ranges_says_so() -> None:
    case = two_issue_case()

    first, *_ = robustness_sheets(case, robustness(compile_case(case), draws=5))

    assert any("No number has a range" in note for note in first.notes)


def test_a_range_that_is_never_used_is_named() -> None:
    case, result = sure()

    first, *_ = robustness_sheets(case, result)

    # One weight of each principal has a range, the party's others have none.
    assert len(result.held) == 2
    assert any("the seller: weight of Price" in note for note in first.notes)


def test_what_comparisons_leave_open_stands_after_the_packages() -> None:
    case = compared(RANKED)

    titles = [one.title for one in robustness_sheets(case, robustness(compile_case(case), draws=5))]

    assert titles[1:5] == [
        "What these packages change",
        "Which packages hold whatever the weights",
        "What comparisons leave open of A's weights",
        "Packages over all weights of A",
    ]
