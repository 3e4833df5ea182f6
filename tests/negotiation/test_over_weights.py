"""Packages over all weights that comparisons leave open, against closed forms and the corners."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import numpy as np
import pytest

from detente.case.case import Case
from detente.case.consistency import findings
from detente.case.written import written
from detente.negotiation.over_weights import ALIKE, across, drawn_weights
from detente.negotiation.payoff import Payoffs, compile_case
from detente.negotiation.polytope import Polytope, polytope
from detente.solve.hit_and_run import mean_of
from tests.negotiation.compared import RANKED, compared, moved
from tests.negotiation.small import exact
from tests.solve.test_linear import _vertices

EVERY = [moved(*issues) for n in range(4) for issues in itertools.combinations("abc", n)]


def _both(case: Case) -> tuple[Payoffs, Polytope]:
    found = polytope(case, "A")
    assert found is not None
    return compile_case(case), found


def test_a_ranking_orders_packages_whatever_the_weights() -> None:
    """A gains by a and b, and loses by c, with w_a ≥ w_b ≥ w_c."""
    payoffs, found = _both(compared(RANKED))
    packages = [moved("a", "b"), moved("a"), moved("b"), moved(), moved("a", "c"), moved("c")]

    ab, a, b, none, ac, c = across(payoffs, found, packages)

    assert exact((ab.best, a.best, b.best, none.best)) == ("every", "some", "none", "none")
    assert ab.never_less == (1, 2, 3, 4, 5)
    assert a.never_less == (2, 3, 4, 5)
    assert b.never_less == (3, 5)
    assert ac.never_less == (3, 5)
    assert (none.never_less, c.never_less) == ((5,), ())
    assert [one.accepts for one in (ab, a, b, none, ac, c)] == [*["every"] * 5, "some"]
    assert exact((c.least.value, c.most.value)) == (-Fraction(100, 3), 0)


def test_a_reserve_is_reached_for_every_weight_some_or_none() -> None:
    third = 100 / 3
    for reserve, held in (("100/3", "every"), (34, "some"), (100, "some"), (101, "none")):
        case = compared(RANKED, reserves={"A": reserve})
        payoffs, found = _both(case)

        [one] = across(payoffs, found, [moved("a")])

        assert one.accepts == held
        assert float(one.least.value) == pytest.approx(third)


def _random(seed: int) -> Case | None:
    """Return a case with comparisons that its points keep, drawn at random."""
    rng = random.Random(seed)
    points = {"a": 50, "b": 30, "c": 20}
    said = {}
    for n in range(rng.randint(1, 3)):
        more, than = rng.sample("abc", 2)
        top = Fraction(points[more], points[than])
        said[f"n{n}"] = {"more": more, "than": than, "times": str(top / rng.choice((1, 2)))}
    weights = {"a": [30, 50, 60], "b": 30, "c": 20} if seed % 2 else None
    case = compared(said, weights, reserves={"A": rng.randint(-20, 60)})
    return None if findings(case) else case


@pytest.mark.parametrize("seed", range(40))
def test_what_is_said_agrees_with_every_corner(seed: int) -> None:
    case = _random(seed)
    assert case is not None
    payoffs, found = _both(case)
    corners = sorted(_vertices(found.region))
    told = across(payoffs, found, EVERY)
    gains = [
        [
            sum((f * w for f, w in zip(one.terms.factors, corner, strict=True)), one.terms.constant)
            for corner in corners
        ]
        for one in told
    ]

    for place, one in enumerate(told):
        assert (one.least.value, one.most.value) == (min(gains[place]), max(gains[place]))
        assert one.never_less == tuple(
            other
            for other in range(len(told))
            if other != place
            and all(x >= y for x, y in zip(gains[place], gains[other], strict=True))
        )
        assert (one.best == "every") == (len(one.never_less) == len(told) - 1)
        if one.best == "none":
            assert not any(
                all(gains[place][n] >= other[n] for other in gains) for n in range(len(corners))
            )


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_nothing_drawn_contradicts_what_is_exact(seed: int) -> None:
    case = _random(seed)
    assert case is not None
    payoffs, found = _both(case)
    told = across(payoffs, found, EVERY)
    drawn = drawn_weights(found, 1_000, seed)
    preferred = drawn.preferred(told)

    assert preferred.any(axis=0).all()
    for place, one in enumerate(told):
        gain = drawn.gain(one.terms)
        assert float(one.least.value) - ALIKE <= gain.min()
        assert gain.max() <= float(one.most.value) + ALIKE
        assert one.best != "every" or preferred[place].all()
        assert one.best != "none" or not preferred[place].any()
        for other in one.never_less:
            assert (gain >= drawn.gain(told[other].terms) - ALIKE).all()


def test_a_share_is_the_area_that_geometry_says() -> None:
    """Of all weights with a ≥ b ≥ c, a's move beats both others together in half: a ≥ 1/2."""
    plain = written(compared(RANKED))
    plain["issues"]["c"]["options"]["moved"]["scores"]["A"] = 100
    payoffs, found = _both(Case.model_validate(plain))
    told = across(payoffs, found, [moved("a"), moved("b", "c")])
    drawn = drawn_weights(found, 10_000, 1)

    share = mean_of(drawn.preferred(told)[0])

    # The triangle of corners (1,0,0), (1/2,1/2,0), (1/3,1/3,1/3), cut at a = 1/2: of the sides that
    # meet in (1,0,0) the whole of one is left and three quarters of the other.
    assert abs(share.value - 3 / 4) <= 4 * share.error
    assert share.error < 0.02


def test_every_party_has_a_stream_of_its_own_and_the_same_seed_the_same_bytes() -> None:
    _, found = _both(compared(RANKED))
    other = Polytope("B", found.issues, found.fixed, found.region)

    first, again = (drawn_weights(found, 500, 3).sample.points.tobytes() for _ in range(2))

    assert first == again
    assert first != drawn_weights(found, 500, 4).sample.points.tobytes()
    assert first != drawn_weights(other, 500, 3).sample.points.tobytes()


def test_weights_on_average_are_the_rank_order_centroid() -> None:
    _, found = _both(compared(RANKED))
    means = drawn_weights(found, 5_000, 2).weights()

    for issue, exactly in zip("abc", (1100 / 18, 500 / 18, 200 / 18), strict=True):
        assert abs(means[issue].value - exactly) <= 4 * means[issue].error
    assert np.isclose(sum(mean.value for mean in means.values()), 100)
