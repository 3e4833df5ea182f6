import io

from rich.console import Console

from detente.case.case import Case
from detente.case.change import changed
from detente.report.compare_text import print_compare
from detente.study.compare import compare
from detente.testing import two_issue_case
from tests.study.situations import stormy, wary


def _printed(first: Case, second: Case) -> str:
    console = Console(width=100, file=io.StringIO(), highlight=False)
    print_compare(console, ("one", "other"), first, compare(first, second))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_both_standings_and_the_difference_are_shown() -> None:
    text = _printed(two_issue_case(), changed(two_issue_case(), wary()))

    assert "33.3 %" in text
    assert "17.1 %" in text
    assert "principals.B.reserve" in text


def test_nothing_that_bears_on_the_answer_is_said_to_be_so() -> None:
    text = _printed(two_issue_case(), stormy())

    assert "Nothing that bears on the present answer differs." in text
    assert "shocks 1, scenarios 1" in text


def test_other_issues_are_named() -> None:
    case = two_issue_case()

    text = _printed(case, case.model_copy(update={"issues": {"price": case.issues["price"]}}))

    assert "issues.delivery (first)" in text
