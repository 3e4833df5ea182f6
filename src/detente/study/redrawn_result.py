"""What is said of draws that are answered anew: how often things hold, and how far they run."""

from __future__ import annotations

from detente.base.result import Result
from detente.study.robustness_share import Quantiles, Share


class PackageRedrawn(Result):
    """One package, where every draw is answered anew.

    Attributes
    ----------
    package
        One option for every issue.
    in_zone
        In which share of the draws it is acceptable to all who must assent.
    efficient
        In which share it is, and no package of the zone is better for one side and worse for none.
    solutions
        For each bargaining solution, in which share it is among the packages chosen; ties count.
    """

    package: dict[str, str]
    in_zone: Share
    efficient: Share
    solutions: dict[str, Share]


class ChoiceRedrawn(Result):
    """A package that is the Nash choice in some draws; of tied packages the canonical one."""

    package: dict[str, str]
    nash: Share


class OptionRedrawn(Result):
    """One option, where every draw is answered anew.

    Attributes
    ----------
    issue, option
        The option.
    nash
        In which share of the draws the Nash package holds it.
    efficient
        In which share some efficient package of the zone does, the canonical one of its point.
    """

    issue: str
    option: str
    nash: Share
    efficient: Share


class RedrawnResult(Result):
    """What could be agreed in every draw, each answered anew.

    Attributes
    ----------
    solves
        How many draws are answered.
    scenarios
        Whether each draw also stands in a scenario drawn by its probability; otherwise the outside
        world is as it is now.
    rounded
        In how many draws some party's amounts are rounded to a millionth of a point.
    zone, open
        In which share the zone holds a package, and in which one that gives every side a gain.
    j
        Quantiles of how far it can go, 0 where the zone is not open.
    nash_gains
        Quantiles of each principal's gain from the Nash package, over the draws that have one;
        empty where none has.
    packages
        The packages told of as judged, in the same order.
    choices
        The packages most often the Nash choice: ten at most, the most frequent first.
    different
        How many different packages are the Nash choice in some draw.
    options
        Every option that may be chosen, in the order of the file.
    """

    solves: int
    scenarios: bool
    rounded: int
    zone: Share
    open: Share
    j: Quantiles
    nash_gains: dict[str, Quantiles]
    packages: tuple[PackageRedrawn, ...]
    choices: tuple[ChoiceRedrawn, ...]
    different: int
    options: tuple[OptionRedrawn, ...]


class Held(Result):
    """One thing that a sentence of the brief says, and how often it holds.

    Attributes
    ----------
    topic
        The sentence: ``offers``, ``agreement`` or ``reach``.
    says
        What it says, in words.
    holds
        In which share of the draws answered anew the same is so; ``None`` for a number.
    between
        Quantiles of a number, over the draws in which there is one; ``None`` otherwise.
    share
        Whether the number is a share of 1, told in per cent; otherwise it is points.
    """

    topic: str
    says: str
    holds: Share | None = None
    between: Quantiles | None = None
    share: bool = False
