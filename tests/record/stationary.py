"""Series without any change of level, of many kinds: what a change point must not be found in.

Run as a program, it prints the share of such series in which the rule finds one:

    python -m tests.record.stationary [DRAWS]
"""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detente.record.change import tone_changes, volume_changes

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
    return rng.poisson(mean * rng.gamma(size, 1 / size, n)).astype(float)


def week(n: int) -> Floats:
    return WEEK[np.arange(n) % 7]


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


def main(draws: int) -> None:
    lengths = (30, 60, 90, 180, 365, 1000, 3000)
    sys.stdout.write(f"| series | {' | '.join(map(str, lengths))} |\n")
    sys.stdout.write("|---|" + "---|" * len(lengths) + "\n")
    few = {1000: max(1, draws // 2), 3000: max(1, draws // 5)}
    for name, make in (COUNTS | BEYOND).items():
        found = [alarms_in_volume(make, n, few.get(n, draws), seed=7) for n in lengths]
        sys.stdout.write(f"| {name} | {' | '.join(f'{100 * one:.1f}' for one in found)} |\n")
        sys.stdout.flush()
    for name in TONES:
        found = [alarms_in_tone(name, n, few.get(n, draws) // 2, seed=7) for n in lengths[:-1]]
        sys.stdout.write(f"| tone: {name} | {' | '.join(f'{100 * x:.1f}' for x in found)} | |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
