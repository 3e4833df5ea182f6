"""The page of the documentation that shows a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.chart import TITLE, growth
from bench.measure import Row
from bench.registry import Question
from bench.versions import machine
from bench.words import HEADS, cells, mib_text, points_text, seconds_text

FIGURE = "benchmarks.svg"

INTRO = """# Benchmarks

What answers cost, beside others who answer the same question, in one run on one machine: {machine}.
Times differ from machine to machine; ratios differ less. `make bench` repeats the run.

Everybody is given the same whole numbers. Short calls are timed in turn, round by round, and the
median is shown; a call of more than {long} seconds is timed once; peers that may take long run in a
process of their own and are stopped when their time is up, which is shown as *>*. *Ratio* is the
peer's time over that of our first line. The points that a peer finds are compared with ours in the
same run, and a difference ends it. *Traced* memory is the peak of what Python and NumPy allocate
during a call. *Process* memory is the peak of a process that makes the problem and answers it once,
interpreter and compiled libraries included. Making a problem is not timed.

The draws are *opposed*: most of what an option brings one principal it costs the others, so that
frontiers are long. The generators are `bench/draws.py` and `detente.testing.programs`.

**Peers.** The *plain merge* is the least code that finds the points of an additive problem, without
the packages that reach them. *NegMAS* is asked as its documentation recommends: `pareto_frontier`
from utility functions, `pareto_frontier_numpy` from points, and `MOBANOSParetoSampler`, the exact
sampler it takes for large spaces; it works in doubles. The *CP-SAT loop* maximises the first
objective, then the second with the first held, then asks more of the second; it has two workers,
default parameters, and the last solution as a hint. *moocore* filters given points.

Measures of the record are asked of Parquet files that the disk cache may hold. Our time includes
that the expression is built and written as SQL, which is most of it where events are few. The
*hand-written SQL* gives the same columns on the same DuckDB. *pandas* reads the columns that it
needs, or no more rows than it needs either, or has them *in memory* before the clock starts. A
point is a month of a dyad with its volume, the number of intensities and ten times their sum;
months that are alike in all of these count once. Where memory is the question, *process* has the
answer. Ingest stands beside DuckDB's own reader of CSV, which writes what it reads to Parquet as it
is.
"""

GROWTH = """## Growth

One thing is swept, the others are held; ours alone.

![{title}]({figure})
"""


def write(folder: Path, questions: Sequence[Question], rows: Sequence[Row]) -> list[Path]:
    """Write the page and its figure into a folder, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"benchmarks.md": page(questions, rows), FIGURE: growth(questions, rows)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


def page(questions: Sequence[Question], rows: Sequence[Row]) -> str:
    """Return the page as Markdown: a table for each question, and the growth at its end."""
    parts = [INTRO.format(machine=machine(), long="five")]
    swept = [q for q in questions if any(p.place is not None for p in q.problems)]
    for question in questions:
        mine = [row for row in rows if row.question == question.name]
        if question not in swept and mine:
            about = dict.fromkeys(problem.about for problem in question.problems)
            parts.append(f"## {question.title}\n\nProblems: {'; '.join(about)}.\n")
            parts.append(_table(mine))
    parts.append(GROWTH.format(title=TITLE, figure=FIGURE))
    for question in swept:
        parts.append(f"### {question.title}\n")
        held = {problem.size: problem.about for problem in question.problems}
        mine = [row for row in rows if row.question == question.name]
        parts.append(_growth_table(mine, held))
    return "\n".join(parts)


def _table(rows: Sequence[Row]) -> str:
    kept = [n for n, head in enumerate(HEADS) if _told(rows, n) or head == "problem"]
    lines = [_line([HEADS[n] for n in kept]), _line(["---" if n < 2 else "--:" for n in kept])]
    lines += [_line([cells(row)[n] for n in kept]) for row in rows]
    return "\n".join(lines) + "\n"


def _told(rows: Sequence[Row], column: int) -> bool:
    return any(cells(row)[column] not in {"", "–"} for row in rows)


def _growth_table(rows: Sequence[Row], held: dict[str, str]) -> str:
    lines = [
        _line(["kind", "held", "swept", "time", "points", "traced MiB", "process MiB"]),
        _line(["---", "---", "--:", "--:", "--:", "--:", "--:"]),
    ]
    for row in rows:
        kind, _, place = row.size.partition(": ")
        memory = [mib_text(row.traced_mib), mib_text(row.process_mib)]
        lines.append(
            _line([kind, held[row.size], place, seconds_text(row), points_text(row), *memory])
        )
    return "\n".join(lines) + "\n"


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"
