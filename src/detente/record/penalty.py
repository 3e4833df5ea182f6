r"""What a change point must be worth: a rule fixed on synthetic series.

A cut is made where it lowers the cost by more than :data:`PRICE` times the long-run variance of the
series' own noise (:func:`detente.record.noise.noise`). The multiple was read off stationary series,
made at random, of 30 to 3,000 periods: counts that are Poisson or overdispersed, sparse or busy,
with a weekly cycle, with a level that wanders about its mean with a correlation of neighbours of up
to 0.5; and tones of events in bursts, wandering alike. Of each such kind at most about one series
in twenty shows any change point. Most kinds show far fewer: the rule is set by the worst of them,
series that remember. One that remembers more (0.7) shows some in about one of seven.

The multiple does not depend on the length. In longer series chance has more places to fall on, in
shorter ones the noise is known less well, and over these lengths the two weigh about the same. The
dispersion enters through the noise, which is measured on the scale on which the cuts are made.
"""

from __future__ import annotations

PRICE = 19.0
"""Price of a cut, in long-run variances of the noise."""
