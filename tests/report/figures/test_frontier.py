import re

import pytest

from detente.report.figures.frontier import frontier, ticks
from detente.testing import random_case
from tests.report.figures.drawing import check
from tests.report.reading import drawn_at_random, reference, small

TWO = [s for s in range(30) if len(random_case(s).principals) == 2][:6]


def test_axes_solutions_and_no_agreement_are_named() -> None:
    case, result = reference()

    shown = check(frontier(case, result.agreement, result.reach))

    assert {"Gain to Japan (points)", "Gain to Russia (points)", "No agreement"} <= set(shown)
    joined = "".join(shown).replace(" ", "").lower()  # labels break at spaces
    for name in ("Nash", "Kalai–Smorodinsky", "egalitarian", "utilitarian", "how far"):
        assert joined.count(name.replace(" ", "").lower()) == 1


def test_solutions_at_one_point_share_a_label() -> None:
    case, result = small()
    points = {tuple(s.point.gains.values()) for s in result.agreement.solutions.values()}
    points |= {tuple(result.reach.point.gains.values())} if result.reach.point else set()

    shown = check(frontier(case, result.agreement, result.reach))

    assert sum(" / " in text for text in shown) == len(points)


@pytest.mark.parametrize("seed", TWO)
def test_any_two_principals_can_be_drawn(seed: int) -> None:
    case, result = drawn_at_random(seed)

    assert "No agreement" in check(frontier(case, result.agreement, result.reach))


@pytest.mark.parametrize(("low", "high"), [(-13.0, 43.0), (-0.2, 1.0), (-5.0, 1e6), (-1e-3, 2e-3)])
def test_ticks_are_few_and_hold_nothing(low: float, high: float) -> None:
    found = ticks(low, high)

    assert 0.0 in found
    assert 3 <= len(found) <= 9
    assert low <= min(found)
    assert max(found) <= high


def test_lines_that_may_coincide_differ_in_width_and_dash() -> None:
    case, result = reference()
    drawn = re.findall(
        r'<path [^>]*stroke-width="([^"]+)" stroke-dasharray="([^"]+)"',
        frontier(case, result.agreement, result.reach).svg,
    )

    widths = [float(width) for width, _ in drawn[:4]]
    assert widths == sorted(widths, reverse=True)
    assert len(set(drawn)) == len(set(widths)) == 4
