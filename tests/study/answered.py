"""Answers of the record made by hand, for tests of what is shown of them."""

from __future__ import annotations

from typing import Any

from detente.base.result import Provenance
from detente.study.ceiling import CeilingResult, SeriesPoint, TailsResult
from detente.study.coupling import CoupledResult, CouplingResult, LagResult
from detente.study.recorded_result import (
    ActCount,
    ChangeResult,
    CoverageResult,
    Measure,
    PeriodResult,
    RecordedResult,
    Sample,
    TopicResult,
    TopicShiftResult,
    WarmingResult,
    YearlyResult,
)

NOTHING = Measure(value=None, low=None, high=None)
PERIOD = PeriodResult(
    name="2018-11",
    first="2018-11-01",
    last="2018-11-30",
    state="covered",
    events=12,
    outside=0,
    forward=7,
    backward=5,
    mean=-1.25,
    low=-2.0,
    high=-0.5,
    quads=(4, 2, 5, 1),
    cooperative=0.5,
    cooperative_low=0.25,
    cooperative_high=0.75,
    contacts=3,
    gap=0.5,
    topics={"economy": 12},
)
MISSING = PERIOD.model_copy(
    update={
        "name": "2018-12",
        "first": "2018-12-01",
        "last": "2018-12-31",
        "state": "missing",
        **dict.fromkeys(
            ("events", "forward", "backward", "mean", "low", "high", "quads", "cooperative",
             "cooperative_low", "cooperative_high", "contacts", "gap")
        ),
        "topics": {},
    }
)  # fmt: skip
PARTIAL = PERIOD.model_copy(
    update={"name": "2018-10", "first": "2018-10-01", "last": "2018-10-31", "state": "partial"}
)
EMPTY = PERIOD.model_copy(
    update={
        "name": "2019-01",
        "first": "2019-01-01",
        "last": "2019-01-31",
        "events": 0,
        "forward": 0,
        "backward": 0,
        "contacts": 0,
        "quads": (0, 0, 0, 0),
        **dict.fromkeys(
            ("mean", "low", "high", "cooperative", "cooperative_low", "cooperative_high", "gap")
        ),
    }
)
CHANGE = ChangeResult(
    what="tone",
    day="2018-11-25",
    earliest="2018-11-24",
    latest="2018-11-26",
    before=Measure(value=1.5, low=1.0, high=2.0),
    after=Measure(value=-4.0, low=-5.0, high=-3.0),
    acts=(ActCount(act="use military force", events=2), ActCount(act="accuse", events=1)),
    samples=(
        Sample(
            day="2018-11-25", actor="Navy (Russia)", target="Ukraine", act="use military force",
            intensity=-10.0, file="a.tab", row=7,
        ),
        Sample(
            day="2018-11-26", actor="Ukraine", target="Russia", act="act of no known kind",
            intensity=None, file="b.tab", row=8,
        ),
    ),
)  # fmt: skip
TOPICS = TopicShiftResult(
    before=("2018-10-04", "2018-12-09"),
    after=("2018-12-10", "2018-12-31"),
    distance=0.25,
    expected=0.05,
    p=0.01,
    verdict="shifted",
    topics=(
        TopicResult(
            topic="security",
            before=Measure(value=0.25, low=0.1, high=0.4),
            after=Measure(value=0.75, low=0.5, high=0.9),
            p=0.02,
            moved=True,
        ),
    ),
)
WARMING = WarmingResult(
    verdict="cools",
    index=Measure(value=-1.5, low=-2.0, high=-1.0),
    slope=Measure(value=-3.0, low=-4.0, high=-2.0),
    recent=("2018-12-10", "2018-12-31"),
    before=("2018-10-04", "2018-12-09"),
)
UNTOLD = WarmingResult(
    verdict="too little to tell", index=NOTHING, slope=NOTHING, recent=None, before=None
)
COVERAGE = CoverageResult(
    rule="by volume.", first="2018-10-04", last="2018-12-31", days=88, gaps=("2018-10-06",)
)


def recorded_result(*periods: PeriodResult, **other: Any) -> RecordedResult:
    """Return a dyad's record of some periods."""
    told: dict[str, Any] = {
        "a": "JPN",
        "others": ("RUS",),
        "direction": "both",
        "source": "icews",
        "hand_selected": False,
        "by": "month",
        "since": "2018-10-01",
        "until": "2018-12-31",
        "files": 2,
        "coverage": COVERAGE,
        "periods": periods,
        "warming": UNTOLD,
        "changes": (),
        "turned": {"volume": "no change", "tone": "no change"},
        "looks": 2,
        "topics": None,
        "yearly": (),
        "provenance": Provenance(method="recorded"),
    }
    return RecordedResult(**{**told, **other})


def fact(year: int, value: float | None, variable: str = "defense") -> YearlyResult:
    """Return a yearly fact of Japan and the United States."""
    return YearlyResult(
        source="alliances", variable=variable, subject="JPN–USA", year=year, value=value,
        low=None, high=None,
    )  # fmt: skip


def tails(dyad: str, upper: float, lower: float) -> TailsResult:
    """Return tails with a range of half a spread either side."""
    numbers = (upper, lower, upper - lower)
    one, other, gap = (Measure(value=n, low=n - 0.5, high=n + 0.5) for n in numbers)
    return TailsResult(dyad=dyad, upper=one, lower=other, asymmetry=gap)


def ceiling_result(**other: Any) -> CeilingResult:
    """Return a ceiling that binds, of three years, one of which is missing for a placebo."""
    names = ("JPN–RUS", "USA–RUS", "GBR–RUS")
    told: dict[str, Any] = {
        "dyad": "JPN–RUS",
        "given": "USA–RUS",
        "placebos": ("GBR–RUS",),
        "shared_state": "RUS",
        "on": "ideal_points",
        "by": "year",
        "since": "2001",
        "until": "2003",
        "verdict": "binds",
        "reason": "because",
        "periods": 3,
        "raw": (tails("USA–RUS", 0.9, 0.1), tails("GBR–RUS", 0.2, 0.3)),
        "net": (tails("USA–RUS", 0.8, -0.2),),
        "margin": Measure(value=0.7, low=0.1, high=1.2),
        "common": Measure(value=0.5, low=0.25, high=0.75),
        "shared": Measure(value=-0.25, low=-0.5, high=0.0),
        "own": {"JPN–RUS": -0.75},
        "series": tuple(
            SeriesPoint(period=str(year), values=dict(zip(names, values, strict=True)))
            for year, values in (
                (2001, (-1.0, -2.0, -1.5)),
                (2002, (-1.25, -2.25, None)),
                (2003, (-0.5, -1.75, -1.25)),
            )
        ),
        "provenance": Provenance(method="ceiling"),
    }
    return CeilingResult(**{**told, **other})


def coupled(other: str = "USA–RUS", **more: Any) -> CoupledResult:
    """Return a look at another dyad that follows one period later."""
    told: dict[str, Any] = {
        "other": other,
        "verdict": "JPN–RUS leads",
        "lag": 1,
        "correlation": 0.5,
        "p": 0.01,
        "corrected": 0.02,
        "warning": None,
        "periods": 80,
        "lags": tuple(
            LagResult(lag=lag, correlation=0.5 if lag == 1 else -0.1, pairs=79, p=0.01)
            for lag in (-1, 0, 1)
        ),
    }
    return CoupledResult(**{**told, **more})


def coupling_result(*looks: CoupledResult, **other: Any) -> CouplingResult:
    """Return a coupling with some looks."""
    told: dict[str, Any] = {
        "dyad": "JPN–RUS",
        "on": "tone",
        "by": "day",
        "since": "2018-10-04",
        "until": "2018-12-31",
        "looks": len(looks),
        "coupled": looks,
        "provenance": Provenance(method="coupling"),
    }
    return CouplingResult(**{**told, **other})
