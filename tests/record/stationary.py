"""Series without any change of level, of many kinds: what a change point must not be found in.

Run as a program, it prints the table by which the price of a cut was fixed: for each kind of series
and length the price, in long-run variances of the noise, at which one series in twenty would still
be cut. DRAWS is the number of series each (400), LONGEST the largest length (1,000).

    python -m tests.record.stationary [DRAWS [LONGEST]]
"""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detente.record.change import (
    SHORTEST,
    event_weights,
    stabilised,
    tone_changes,
    volume_changes,
)
from detente.record.noise import cycle_of, noise
from detente.record.pelt import dearest, squares

Floats = NDArray[np.float64]
Make = Callable[[int, np.random.Generator], Floats]

WEEK = np.log(np.array([1.2, 1.3, 1.3, 1.2, 1.1, 0.5, 0.4]))
SCALE = np.array([0, 1, 3.4, 4, -2, -5, -10, 7])
SHARES = np.array([0.2, 0.25, 0.15, 0.1, 0.15, 0.07, 0.05, 0.03])


def wandering(n: int, memory: float, rng: np.random.Generator) -> Floats:
    """Return a series of mean 0 and variance 1 that forgets by the factor ``memory`` a period."""
    out = np.empty(n)
    now = rng.standard_normal()
    for at in range(n):
        out[at] = now
        now = memory * now + np.sqrt(1 - memory**2) * rng.standard_normal()
    return out


def spread_out(mean: Floats | float, size: float, n: int, rng: np.random.Generator) -> Floats:
    """Return negative binomial counts, of variance mean + mean² / size."""
    return np.asarray(rng.poisson(mean * rng.gamma(size, 1 / size, n)), dtype=float)


def week(n: int) -> Floats:
    return np.asarray(WEEK[np.arange(n) % 7])


def remembering(mean: float, spread: float, memory: float, weekly: bool) -> Make:
    def make(n: int, rng: np.random.Generator) -> Floats:
        level = spread * wandering(n, memory, rng) + (week(n) if weekly else 0.0)
        return rng.poisson(mean * np.exp(level)).astype(float)

    return make


COUNTS: dict[str, Make] = {
    "Poisson, mean 0.3": lambda n, rng: rng.poisson(0.3, n).astype(float),
    "Poisson, mean 5": lambda n, rng: rng.poisson(5, n).astype(float),
    "negative binomial, mean 1, size 0.5": lambda n, rng: spread_out(1.0, 0.5, n, rng),
    "negative binomial, mean 20, size 2": lambda n, rng: spread_out(20.0, 2.0, n, rng),
    "the same, size 5, weekly": lambda n, rng: spread_out(20 * np.exp(week(n)), 5.0, n, rng),
    "wandering, memory 0.3, mean 20": remembering(20, 0.4, 0.3, False),
    "wandering, memory 0.5, mean 20": remembering(20, 0.5, 0.5, False),
    "wandering, memory 0.5, weekly": remembering(20, 0.4, 0.5, True),
    "wandering, memory 0.5, mean 2": remembering(2, 0.8, 0.5, False),
}
BEYOND: dict[str, Make] = {"wandering, memory 0.7, mean 20": remembering(20, 0.5, 0.7, False)}
"""Outside the rule: told, not promised."""

TONES: dict[str, tuple[float, float, float, float]] = {
    "few events": (1.0, 0.7, 0.0, 0.0),
    "many events": (20.0, 3.0, 0.0, 0.0),
    "many, days of their own": (20.0, 3.0, 1.5, 0.0),
    "many, wandering, memory 0.3": (20.0, 3.0, 1.0, 0.3),
    "many, wandering, memory 0.5": (20.0, 3.0, 1.0, 0.5),
    "some, wandering, memory 0.5": (5.0, 1.0, 1.5, 0.5),
}
"""Mean and size of the counts; spread and memory of the day's own tone."""


def toned(name: str, n: int, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return mean intensities, NaN on days without events, and the events behind them."""
    mean, size, spread, memory = TONES[name]
    events = spread_out(mean, size, n, rng)
    own = spread * wandering(n, memory, rng)
    said = [float(rng.choice(SCALE, size=int(k), p=SHARES).mean()) if k else np.nan for k in events]
    return own + np.array(said), events


def alarms_in_volume(make: Make, n: int, draws: int, seed: int = 1) -> float:
    rng = np.random.default_rng(seed)
    return float(np.mean([bool(volume_changes(make(n, rng)).points) for _ in range(draws)]))


def alarms_in_tone(name: str, n: int, draws: int, seed: int = 1) -> float:
    rng = np.random.default_rng(seed)
    return float(np.mean([bool(tone_changes(*toned(name, n, rng)).points) for _ in range(draws)]))


def worth(levels: Floats, weights: Floats) -> float:
    """Return the largest price at which a series is still cut, in long-run variances."""
    if len(levels) < 2 * SHORTEST:
        return 0.0
    heard = noise(levels, weights)
    if heard.variance <= 0:
        return 0.0
    return dearest(squares(levels, weights), len(levels), SHORTEST) / heard.long_run


def worth_in_volume(make: Make, n: int, rng: np.random.Generator) -> float:
    scaled = stabilised(make(n, rng))
    return worth(scaled - cycle_of(scaled, 7), np.ones(n))


def worth_in_tone(name: str, n: int, rng: np.random.Generator) -> float:
    tone, events = toned(name, n, rng)
    kept = events > 0
    return worth(tone[kept], event_weights(tone[kept], events[kept])[1])


def main(draws: int, longest: int) -> None:
    lengths = [n for n in (30, 60, 90, 180, 365, 1000, 3000) if n <= longest]
    kinds: dict[str, Make | str] = {**COUNTS, **BEYOND, **{f"tone: {one}": one for one in TONES}}
    sys.stdout.write(f"| series | {' | '.join(map(str, lengths))} |\n")
    sys.stdout.write("|---|" + "---|" * len(lengths) + "\n")
    for name, kind in kinds.items():
        row = []
        for n in lengths:
            rng = np.random.default_rng(1)
            found = [
                worth_in_tone(kind, n, rng)
                if isinstance(kind, str)
                else worth_in_volume(kind, n, rng)
                for _ in range(draws)
            ]
            row.append(f"{np.quantile(found, 0.95):.1f}")
        sys.stdout.write(f"| {name} | {' | '.join(row)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:]]
    main(*asked, *(400, 1000)[len(asked) :])
