"""What looking at many things costs: probabilities corrected for the number of looks."""

from __future__ import annotations

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    r"""Return Holm's corrected probabilities, in the order given.

    .. math:: \tilde p_{(i)} = \max_{j \le i} \min(1, (m - j + 1) \, p_{(j)})

    The chance that any true null falls at or below α is at most α, whatever ties the looks
    together.

    Raises
    ------
    ValueError
        If a probability is not between 0 and 1.

    References
    ----------
    Holm (1979).
    """
    if any(not 0 <= p <= 1 for p in p_values):
        raise ValueError("a probability lies between 0 and 1")
    m = len(p_values)
    out = [0.0] * m
    highest = 0.0
    for rank, index in enumerate(sorted(range(m), key=lambda i: p_values[i])):
        highest = max(highest, min(1.0, (m - rank) * p_values[index]))
        out[index] = highest
    return tuple(out)


def warning(looks: int, raw: float, corrected: float, level: float = 0.05) -> str | None:
    """Return what must be said beside a finding that was one of several; None of one alone.

    Parameters
    ----------
    looks
        How many dyads or measures were looked at.
    raw, corrected
        The probability alone, and after the correction for all looks.
    level
        The probability at or below which a finding counts.
    """
    if looks < 2:
        return None
    told = f"One of {looks} looks: p = {raw:.3g} alone, {corrected:.3g} corrected for all of them."
    if raw <= level < corrected:
        return f"{told} Among so many, one like this is to be expected by chance."
    return told
