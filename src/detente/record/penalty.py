"""What a change point must be worth: a rule fixed on synthetic series."""

from __future__ import annotations

import math


def price(n: int) -> float:
    """Return x."""
    return 18.0 + 2.0 * max(0.0, math.log(n / 400))
