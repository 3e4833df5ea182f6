"""Run the registered benchmarks: ``python -m bench [--only WORD]... [--quick] [--docs]``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from bench.child import apart
from bench.load import load
from bench.measure import MismatchError, Row, rows_of
from bench.page import write
from bench.registry import REGISTRY
from bench.versions import machine
from bench.words import HEADS, cells

WIDTHS = (38, 38, 10, 7, 10, 9, 11, 12)
REFERENCE = Path(__file__).parents[1] / "docs" / "reference"


def main() -> int:
    """Measure, and print a line for each problem and each who answered it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument(
        "--only", action="append", default=[], metavar="WORD", help="questions that hold this word"
    )
    parser.add_argument(
        "--quick", action="store_true", help="without peers that need a limit, and whole memory"
    )
    parser.add_argument(
        "--docs", action="store_true", help="write docs/reference/benchmarks.md and its figure"
    )
    options = parser.parse_args()
    if options.docs and (options.only or options.quick):
        parser.error("the page of the documentation shows the whole run")
    load()
    chosen = [*REGISTRY.chosen(options.only)]
    if not chosen:
        parser.error(f"no question holds {' or '.join(options.only)}")
    print(machine())
    rows: list[Row] = []
    started = time.monotonic()
    for question in chosen:
        print(f"\n{question.name}: {question.title}")
        for about in dict.fromkeys(problem.about for problem in question.problems):
            print(f"  {about}")
        print(_line(HEADS), flush=True)
        for problem in question.problems:
            print(
                f"[{time.monotonic() - started:6.0f} s] {question.name}, {problem.size}",
                file=sys.stderr,
                flush=True,
            )
            try:
                for row in rows_of(question, problem, None if options.quick else apart):
                    rows.append(row)
                    print(_line(cells(row)), flush=True)
            except MismatchError as fault:
                print(f"bench: {fault}", file=sys.stderr)
                return 1
    if options.docs:
        for path in write(REFERENCE, chosen, rows):
            print(f"wrote {path}", file=sys.stderr)
    return 0


def _line(texts: tuple[str, ...]) -> str:
    left = [text.ljust(width) for text, width in zip(texts[:2], WIDTHS[:2], strict=True)]
    right = [text.rjust(width) for text, width in zip(texts[2:8], WIDTHS[2:], strict=True)]
    return f"  {''.join(left)}{''.join(right)}  {texts[8]}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
