"""The brief for the terminal: one screen first, then the tables beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.case.case import Case
from detente.report import tables
from detente.report.words import measure
from detente.study.brief import BriefResult
from detente.study.sentences import Sentence, date_text

WORD = 12
"""Letters up to which a word is not broken over lines."""

NUMBER = "bold cyan"
QUIET = "dim"


def print_brief(console: Console, case: Case, result: BriefResult) -> None:
    """Print a brief: title, the answer in a few sentences, then a table for each question."""
    with console.capture() as captured:
        console.print(_head(case, result))
        for place, sentence in enumerate(result.sentences, start=1):
            console.print(Padding(_sentence(place, sentence), (0, 0, 1, 0)))
        for renderable in _sections(case, result):
            console.print(renderable)
    write(console, captured.get())


def write(console: Console, text: str) -> None:
    """Write rendered text, without the blanks that fill its lines."""
    console.file.write("\n".join(line.rstrip() for line in text.splitlines()) + "\n")


def _head(case: Case, result: BriefResult) -> RenderableType:
    title = Text(result.title, style="bold")
    signers = "; ".join(signer.name for signer in case.signers.values()) or "nobody"
    note = Text(
        f"As of {date_text(result.as_of)}. Judgements signed by: {signers}. {measure(case)}",
        style=QUIET,
    )
    return Padding(Group(title, note), (1, 0))


def _sentence(place: int, sentence: Sentence) -> Table:
    text = Text()
    for part in sentence.parts:
        text.append(part.text, style=NUMBER if part.section else None)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2, justify="right", style=QUIET)
    grid.add_column(ratio=1)
    grid.add_row(f"{place}.", text)
    return grid


def section(title: str) -> RenderableType:
    """Return a section's heading."""
    return Padding(Rule(Text(title, style="bold"), align="left", style=QUIET), (1, 0, 0, 0))


def table(columns: tuple[tables.Column, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """Return a table; numbers stand right, words left."""
    drawn = Table(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        header_style="bold",
        show_header=any(column.title for column in columns),
    )
    for place, column in enumerate(columns):
        words = " ".join(row[place] for row in rows).split()
        drawn.add_column(
            column.title,
            justify="right" if column.number else "left",
            no_wrap=column.number,
            ratio=column.ratio or None,
            overflow="fold",
            min_width=min(WORD, max(map(len, words), default=1)),
        )
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    return drawn


def _sections(case: Case, result: BriefResult) -> Iterator[RenderableType]:
    for sheet in tables.sheets(case, result):
        yield from _sheet(sheet)
    yield Padding(
        Text(
            "Every number above rests on the case file; `--out DIR` writes a brief in which each "
            "links to its source or signer.",
            style=QUIET,
        ),
        (1, 0),
    )


def print_sheets(console: Console, sheets: Iterable[tables.Sheet]) -> None:
    """Print tables, each under its heading and notes."""
    with console.capture() as captured:
        for sheet in sheets:
            for renderable in _sheet(sheet):
                console.print(renderable)
    write(console, captured.get())


def _sheet(sheet: tables.Sheet) -> Iterator[RenderableType]:
    yield section(sheet.title)
    for note in sheet.notes:
        yield Text(note, style=QUIET)
    if sheet.rows:
        yield Padding(table(sheet.columns, sheet.rows), (1, 0, 0, 0))
