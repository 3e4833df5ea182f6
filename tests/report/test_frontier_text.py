import io
from fractions import Fraction

from rich.console import Console

from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.report.frontier_text import gain_text, print_frontier
from detente.report.words import points_text
from detente.study.agreement import agreement
from detente.study.frontier import frontier
from detente.testing import two_issue_case


def test_every_efficient_point_stands_in_the_table() -> None:
    case = two_issue_case()
    payoffs = compile_case(case)
    agreed = agreement(payoffs)
    out = io.StringIO()

    print_frontier(Console(file=out, width=120), case, frontier(payoffs))

    for point in agreed.feasible_frontier:
        row = "  ".join(points_text(gain) for gain in point.gains.values())
        assert any(row.split() == line.split()[:2] for line in out.getvalue().splitlines()), row
    assert "Nash" in out.getvalue()


def test_a_gain_in_utility_is_shown_to_three_decimals() -> None:
    plain = written(two_issue_case())
    for party in plain["principals"].values():
        held = party["weights"]
        held["points"] = {issue: f"{points}/100" for issue, points in held["points"].items()}
        held["total"] = 1
    case = Case.model_validate(plain)

    assert gain_text(case, Fraction(5, 12)) == "0.417"
    assert gain_text(case, Fraction(-5, 12)) == "−0.417"
    assert gain_text(case, Fraction(-1, 10**6)) == "0.000"
    assert gain_text(two_issue_case(), Fraction(5, 12)) == "0.4"
