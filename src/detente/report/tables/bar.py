"""Shares as bars of characters."""

from __future__ import annotations

BAR = 8
"""Characters of a bar that stands for all draws."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(share: float) -> str:
    """Return a share of 0…1 as a bar of characters; what is not 0 shows, nor is it full below 1.

    Examples
    --------
    >>> bar(0.5), bar(0.0), bar(0.001), bar(0.999)
    ('████', '', '▏', '███████▉')
    """
    whole = BAR * 8
    eighths = min(max(round(share * whole), int(share > 0)), whole if share >= 1 else whole - 1)
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).strip()
