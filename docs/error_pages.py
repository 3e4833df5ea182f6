"""The pages of the error codes: what each means, how to mend it, and a case that shows it."""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from detente.base.codes import CODES, Entry
from detente.cli.main import run
from tests.broken import genius
from tests.broken.tables import BROKEN, build

EXAMPLES = Path(__file__).parents[1] / "tests" / "broken" / "codes"

FAMILIES = {
    "F0": "The file",
    "C1": "The form",
    "C2": "Names",
    "C3": "Numbers and judgements",
    "C4": "Logic",
    "C5": "Hindsight",
    "E5": "The chronology",
    "U6": "The command line",
    "T7": "Spreadsheets and tables",
    "G8": "GENIUS and NegMAS",
    "R9": "The record",
}

# What is asked of the broken cases, where the check alone does not show the problem.
ASKED = {
    "F001": ("check", "japan-rusia-2017"),
    "F010": ("upgrade", "F010.yaml"),
    "G809": ("convert", "G809.yaml", "river", "--to", "genius"),
    "U601": ("offers", "U601.yaml", "--from", "UPP", "--to", "BANK"),
    "U602": ("new", "C101"),
    "U603": ("offers", "U603.yaml", "--from", "UPP", "--to", "LOW"),
    "U604": ("obstacles", "U601.yaml", "--gain", "UPP=much"),
    "U605": ("drift", "U601.yaml"),
    "U606": ("offers", "U601.yaml", "--scenario", "drought"),
    "U607": ("offers", "U601.yaml@maria"),
}
PLACE = re.compile(r"^(\S+):(\d+): ", re.MULTILINE)
NEAR = 4


def error_index() -> str:
    """Return the page that lists every code."""
    lines = [
        "# Error codes\n\nEvery problem that `detente` finds in what it was given has a code. A ",
        "code keeps its meaning for ever. All problems are reported at once, each with its file ",
        "and line, and the command ends with status 2.\n",
    ]
    for family, title in FAMILIES.items():
        lines.append(f"\n## {title}\n\n| code | |\n|---|---|\n")
        for code, entry in CODES.items():
            if code.startswith(family):
                lines.append(f"| [{code}](errors/{code}.md) | {entry.title} |\n")
    lines.append("\n```{toctree}\n:hidden:\n:glob:\n\nerrors/*\n```\n")
    return "".join(lines)


def error_page(code: str, entry: Entry) -> str:
    """Return the page of one code."""
    text = f"# {code}: {entry.title}\n\n{entry.meaning}\n\n**To mend it.** {entry.mend}\n"
    arguments = ASKED.get(code, ("check", f"{code}.yaml"))
    if code in ASKED or (EXAMPLES / f"{code}.yaml").is_file():
        text += "\n## An example\n\n" + "".join(_example(code, arguments))
    if code in BROKEN:
        text += f"\n## An example\n\n{_table_example(code)}"
    if code in genius.BROKEN:
        text += f"\n## An example\n\n{_genius_example(code)}"
    return text


def _genius_example(code: str) -> str:
    """Return what the check prints of a broken scenario, and the line it is about."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        path = genius.build(code, Path())
        printed = told(("check", str(path)), Path())
        shown = ""
        for name, line in PLACE.findall(printed):
            row = Path(name).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            shown += f"In `{name}`, line {line}:\n\n```xml\n{row.strip()}\n```\n\n"
    return f"{shown}`detente check {path}` prints\n\n```text\n{printed.rstrip()}\n```\n"


def _table_example(code: str) -> str:
    """Return what the check prints of a broken spreadsheet, and the row of a table it is about."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        path = build(code, Path())
        printed = told(("check", str(path)), Path())
        shown = ""
        for name, line in PLACE.findall(printed):
            if Path(name).is_file():
                lines = Path(name).read_text(encoding="utf-8").splitlines()
                rows = "".join(
                    f"{row}\n" for row in dict.fromkeys((lines[0], lines[int(line) - 1]))
                )
                shown += f"In `{name}`, its first row, and row {line}:\n\n```text\n{rows}```\n\n"
    return f"{shown}`detente check {path}` prints\n\n```text\n{printed.rstrip()}\n```\n"


def _example(code: str, arguments: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a broken case around each problem, and what a command prints of it."""
    printed = told(arguments)
    places = [match.groups() for match in PLACE.finditer(printed)]
    for name in dict.fromkeys(name for name, _ in places):
        lines = (EXAMPLES / name).read_text(encoding="utf-8", errors="replace").splitlines()
        reported = {int(line) for where, line in places if where == name}
        yield f"In `{name}`, where all else is sound:\n\n"
        yield f"```{'yaml' if name.endswith('yaml') else 'text'}\n"
        yield from _excerpt(code, lines, reported)
        yield "```\n\n"
    yield f"`detente {' '.join(arguments)}` prints\n\n```text\n{printed.rstrip()}\n```\n"


def _excerpt(code: str, lines: list[str], reported: set[int]) -> Iterator[str]:
    """Yield the lines near those that are reported, which bear their number."""
    near = {n + step for n in reported for step in range(-NEAR, NEAR + 1)}
    last = 0
    for number in sorted(near & {*range(1, len(lines) + 1)}):
        if number > last + 1:
            yield "# …\n"
        last = number
        text = re.sub(rf"\s*# {code}: .*$", "", lines[number - 1].replace("\t", " "))
        yield f"{text}   # line {number}\n" if number in reported else f"{text}\n"


def told(arguments: tuple[str, ...], folder: Path = EXAMPLES) -> str:
    """Return the problems that a command prints, run in a folder: where the broken cases lie."""
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stderr(said):
        run([*arguments])
    return said.getvalue()
