"""moocore: the filter of non-dominated points by the authors of its C library."""

from __future__ import annotations

from importlib import import_module

from bench.registry import Ints


def filtered(points: Ints) -> Ints:
    """Return the efficient among points; it works in doubles, exact below 2**53."""
    # Loaded when asked: it takes a while to import.
    found: Ints = points[import_module("moocore").is_nondominated(points, maximise=True)]
    return found
