"""How figures are written."""

from __future__ import annotations

from bench.measure import Row


def seconds_text(row: Row) -> str:
    """Return a time, such as "1.25 ms"; "> 60 s" where the call was stopped."""
    if row.seconds is None:
        return "–"
    if row.stopped:
        return f"> {row.seconds:.0f} s"
    if row.seconds >= 1:
        return f"{row.seconds:.1f} s"
    return f"{1000 * row.seconds:.3g} ms" if row.seconds < 0.9995 else "1.0 s"


def ratio_text(row: Row) -> str:
    """Return a ratio such as "1,310×" or "> 12×"."""
    if row.ratio is None:
        return "–"
    number = f"{row.ratio:,.0f}" if row.ratio >= 10 else f"{row.ratio:.2g}"
    return f"> {number}×" if row.stopped else f"{number}×"


def mib_text(mib: float | None) -> str:
    """Return an amount of memory."""
    if mib is None:
        return "–"
    return f"{mib:,.0f}" if mib >= 10 else f"{mib:.1f}"


def points_text(row: Row) -> str:
    """Return how many points were found."""
    return "–" if row.found is None else f"{row.found.points:,}"


HEADS = ("problem", "who", "time", "rounds", "ratio", "points", "traced MiB", "process MiB", "note")


def cells(row: Row) -> tuple[str, ...]:
    """Return a row as texts under ``HEADS``."""
    return (
        row.size,
        row.name,
        seconds_text(row),
        str(row.rounds or "–"),
        ratio_text(row),
        points_text(row),
        mib_text(row.traced_mib),
        mib_text(row.process_mib),
        row.note,
    )
