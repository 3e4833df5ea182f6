import io

from rich.console import Console

from detente.negotiation.payoff import compile_case
from detente.report.frontier_text import print_frontier
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
