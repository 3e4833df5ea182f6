import io

from rich.console import Console

from detente.negotiation.payoff import compile_case
from detente.report.offers_text import print_offers
from detente.study.offers import offers
from detente.testing import two_issue_case


def test_offers_name_both_sides_and_the_most() -> None:
    case = two_issue_case()
    out = io.StringIO()

    print_offers(Console(file=out, width=120), case, offers(compile_case(case), "A", "B"))

    giver, taker = case.principals["A"].name, case.principals["B"].name
    assert f"What {giver} can offer {taker}" in out.getvalue()
    assert f"The most {giver} can bring {taker}" in out.getvalue()
