"""What is said of robustness: packages, options and judgements over many draws."""

from __future__ import annotations

from typing import Literal

from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.solve.law import Shape
from detente.study.partial_result import PartialResult
from detente.study.redrawn_result import Held, RedrawnResult
from detente.study.robustness_share import Quantiles, Share


class PackageRobustness(Result):
    """One package over all draws.

    Attributes
    ----------
    package
        One option for every issue.
    solutions
        The bargaining solutions it is, by the modes.
    as_judged
        Each principal's gain by the modes, exact.
    barred
        Places that keep it from being acceptable in any draw.
    acceptable
        In which share of the draws it is acceptable to all principals.
    to
        For each principal, in which share it is acceptable to it and to its ratifiers called on.
    refused
        For each principal and each ratifier called on, in which share its gain falls short of its
        reserve.
    refuses_most
        Who refuses in most draws; ``None`` where nobody ever does.
    gains
        Quantiles of the gain of each principal and each ratifier, in points.
    """

    package: dict[str, str]
    solutions: tuple[str, ...]
    as_judged: dict[str, Exact]
    barred: tuple[str, ...]
    acceptable: Share
    to: dict[str, Share]
    refused: dict[str, Share]
    refuses_most: str | None
    gains: dict[str, Quantiles]


class OptionRobustness(Result):
    """One option that a principal controls, given alone, all else at no agreement.

    Attributes
    ----------
    giver, taker, issue, option
        Who gives what to whom.
    free
        In which share of the draws it costs its giver nothing.
    welcome
        In which share it is worth something to the taker.
    both
        In which share both hold: an offer that helps the one and costs the other nothing.
    """

    giver: str
    taker: str
    issue: str
    option: str
    free: Share
    welcome: Share
    both: Share


class InfluenceResult(Result):
    """How one judgement moves an answer.

    Attributes
    ----------
    key, kind, party
        The number: its path in the case, what it measures, and whose it is.
    explains
        The share of the answer's variance that it explains by itself (first-order index), what
        chance explains taken off.
    least, most
        The 95 % interval of ``explains``, by resampling the draws.
    low, high
        The answer's mean over the tenth of the draws with the number's lowest, and highest, values.
    """

    key: str
    kind: str
    party: str
    explains: float
    least: float
    most: float
    low: float
    high: float


class AnswerSensitivity(Result):
    """Which judgements move one answer.

    Attributes
    ----------
    answer
        ``acceptable`` (the Nash package as judged, to all: 1 or 0), ``gain`` (of ``party`` from it,
        in points), or ``how far`` (J, in the draws answered anew).
    party
        Whose gain it is; ``None`` otherwise.
    mean, spread
        The answer's mean and standard deviation over the draws.
    noise
        The largest share that any number explained once the answer was shuffled.
    influences
        At most ten judgements that explain more than that, the strongest first.
    """

    answer: Literal["acceptable", "gain", "how far"]
    party: str | None
    mean: float
    spread: float
    noise: float
    influences: tuple[InfluenceResult, ...]


class RobustnessResult(Result):
    """How often packages and offers hold when every judgement is drawn from its range.

    Attributes
    ----------
    draws, shape
        How many draws, and by which law: ``pert`` or ``triangular``.
    numbers, ranged
        How many numbers of the case could move what is told here, and how many of these have a
        range and differ between draws.
    held
        Keys of weights that have a range and differ in no draw: where a party's other weights have
        none, the one must stay, for they add up.
    zone
        Whether the zone of agreement, by the modes, holds a package.
    points
        Efficient packages there are, by the modes: within the zone, or, where it is empty, among
        all that is feasible.
    packages
        Solutions, and others of these, evenly spread: 20 at most.
    options
        Options that one principal controls, given alone; empty where no agreement is ``outside``.
    sensitivity
        Which judgements move the Nash package's acceptability and each principal's gain from it,
        where there is one; and how far it can go, where draws are answered anew.
    redrawn
        The first draws answered anew, the outside world as it is now; ``None`` where none is.
    ahead
        The same draws, each in a scenario drawn by its probability; ``None`` where it is not asked,
        or the case has no shocks.
    claims
        What sentences of the brief say, and how often it holds in ``redrawn``.
    partial
        What holds of these packages for every weight that comparisons allow; ``None`` where no
        party's weights are compared.
    """

    draws: int
    shape: Shape
    numbers: int
    ranged: int
    held: tuple[str, ...]
    zone: bool
    points: int
    packages: tuple[PackageRobustness, ...]
    options: tuple[OptionRobustness, ...]
    sensitivity: tuple[AnswerSensitivity, ...]
    redrawn: RedrawnResult | None = None
    ahead: RedrawnResult | None = None
    claims: tuple[Held, ...] = ()
    partial: PartialResult | None = None
    provenance: Provenance
