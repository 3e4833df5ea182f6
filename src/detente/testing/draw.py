"""How cases are drawn: within which bounds, and by which few kinds of choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

T = TypeVar("T")
Choose = Callable[[int, int], int]
"""Return a whole number from the first to the second, both included."""


@dataclass(frozen=True)
class Bounds:
    """How large and of which kind the cases are; each pair is the least and the most.

    ``no_agreement`` is drawn where it is ``None``; ``rules`` is the most constraints, linkages
    and commitments there are of each; ``packages`` limits the product of the issues' options.

    The rest is left out unless it is asked for: ``shocks``, ``beliefs``, ``judgement_sets`` and
    ``dated`` entries; ``divisible`` is the chance, in percent, that an issue is settled by a
    share, which adds options beyond ``packages``; with ``reserves`` some reserves are removable.

    Raises
    ------
    ValueError
        When a pair leaves 2–6 principals, 0–4 ratifiers, 1–5 issues, 2–5 options, 0–3 shocks,
        beliefs, judgement sets or dated entries, or when the limit of packages has no room for
        the least options of every issue.
    """

    principals: tuple[int, int] = (2, 3)
    ratifiers: tuple[int, int] = (0, 4)
    issues: tuple[int, int] = (2, 5)
    options: tuple[int, int] = (2, 4)
    rules: int = 2
    packages: int = 400
    no_agreement: Literal["status_quo", "outside"] | None = None
    shocks: tuple[int, int] = (0, 0)
    beliefs: tuple[int, int] = (0, 0)
    judgement_sets: tuple[int, int] = (0, 0)
    dated: tuple[int, int] = (0, 0)
    divisible: int = 0
    reserves: bool = False

    def __post_init__(self) -> None:
        limits = {"principals": (2, 6), "ratifiers": (0, 4), "issues": (1, 5), "options": (2, 5)}
        limits |= dict.fromkeys(("shocks", "beliefs", "judgement_sets", "dated"), (0, 3))
        for name, (least, most) in limits.items():
            low, high = getattr(self, name)
            if not least <= low <= high <= most:
                raise ValueError(f"{name} run from {least} to {most}, the least first")
        if self.packages < self.options[0] ** self.issues[1]:
            raise ValueError("so few packages leave no room for the least options")

    @property
    def outlook(self) -> bool:
        """Whether anything beyond a plain case is asked for."""
        drawn = (self.shocks, self.beliefs, self.judgement_sets, self.dated)
        return any(most for _, most in drawn) or self.divisible > 0 or self.reserves


DEFAULT = Bounds()
"""2–3 principals, 0–4 ratifiers, 2–5 issues of 2–4 options, at most 400 packages."""


class Draw:
    """Choices made with whole numbers alone; the smallest answers make the simplest choices."""

    def __init__(self, choose: Choose) -> None:
        self.choose = choose

    def chance(self, percent: int) -> bool:
        """Return True about so often; a chooser's smallest answers give False."""
        return self.choose(0, 99) >= 100 - percent

    def few(self, least: int, most: int) -> int:
        """Return a number in the range, most often the least."""
        return self.choose(least, most) if self.chance(60) else least

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.choose(0, len(items) - 1)]

    def some(self, items: Sequence[T], most: int) -> tuple[T, ...]:
        """Return one to ``most`` different items in their order."""
        left = list(range(len(items)))
        count = self.choose(1, min(most, len(items)))
        taken = {left.pop(self.choose(0, len(left) - 1)) for _ in range(count)}
        return tuple(items[i] for i in sorted(taken))
