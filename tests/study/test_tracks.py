from detente.case.case import Case
from detente.case.written import written
from detente.negotiation.payoff import compile_case
from detente.study.tracks import LEVELS, tracks
from detente.testing import two_issue_case


def test_the_levels_run_from_the_lowest_to_the_highest() -> None:
    assert LEVELS == ("civic", "officials", "ministers", "leaders")


def test_what_each_level_can_decide() -> None:
    case = written(two_issue_case())
    price, delivery = (case["issues"][name]["options"] for name in ("price", "delivery"))
    price["middle"]["track"] = "officials"
    price["high"]["track"] = "leaders"
    delivery["early"] |= {"track": "civic", "confidential": True}

    found = tracks(compile_case(Case.model_validate(case)))

    assert [(t.track, t.options, t.packages, t.open) for t in found.tracks] == [
        ("civic", 1, 1, False),
        ("officials", 2, 2, True),
        ("ministers", 2, 2, True),
        ("leaders", 3, 3, True),
    ]
    assert found.confidential == ("issues.delivery.options.early",)
