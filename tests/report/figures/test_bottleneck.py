from fractions import Fraction

from detente.report.figures.bottleneck import DASHES, bottleneck, rising
from detente.study.obstacles import CurveResult, RiseResult
from tests.report.figures.drawing import check
from tests.report.full_case import full


def test_only_parties_that_can_raise_it_have_a_line() -> None:
    case, result = full()
    shown = check(bottleneck(case, result.obstacles))

    for curve in result.obstacles.curves:
        assert (case.parties[curve.party].name in shown) == bool(curve.rises)
    assert [c.party for c in rising(result.obstacles)] == ["board"]


def test_a_line_a_party_and_ratifiers_lines_are_broken() -> None:
    case, result = full()
    step = RiseResult(fall=Fraction(3), j=Fraction(1, 2), package={})
    curves = tuple(
        CurveResult(party=p, most=Fraction(9), share=Fraction(1, 3), rises=(step,))
        for p in case.parties
    )
    drawn = bottleneck(case, result.obstacles.model_copy(update={"curves": curves}))

    assert {found.name for found in case.parties.values()} <= set(check(drawn))
    assert ",".join(map(str, DASHES[1])) in drawn.svg
