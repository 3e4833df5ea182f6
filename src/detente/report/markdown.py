"""The brief as Markdown: the sentences, the tables, the facts with their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from detente.case.case import Case
from detente.report.html_links import web_host
from detente.report.tables import Sheet, sheets
from detente.report.words import measure
from detente.study.brief import BriefResult
from detente.study.sentences import date_text

MARKS = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        **{mark: f"\\{mark}" for mark in "\\`*_[]|~$#"},
    }
)
"""What GitHub's Markdown would read as more than itself."""

ADDRESS = "/:?#[]@!$&'*+,;=%~"
"""Signs that stand in an address as they are; brackets of a link do not."""


def render_markdown(case: Case, brief: BriefResult) -> str:
    """Return the brief of a case as Markdown.

    Parameters
    ----------
    case
        The case; its texts are untrusted and escaped, and only its web addresses become links.
    brief
        What :func:`detente.study.brief.brief` answered for it.

    Examples
    --------
    >>> from detente.study.brief import brief
    >>> from detente.testing import two_issue_case
    >>> case = two_issue_case()
    >>> render_markdown(case, brief(case)).splitlines()[0]
    '# A price and a delivery'
    """
    return "\n\n".join(block for block in _blocks(case, brief) if block) + "\n"


def plain(text: str) -> str:
    r"""Return a text on one line that Markdown shows as it is, in a table too.

    Examples
    --------
    >>> print(plain("a | b\n*c* <d>"))
    a \| b \*c\* &lt;d&gt;
    """
    line = " ".join(text.split()).translate(MARKS)
    line = re.sub(r"^([-+=])", r"\\\1", line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)


def source(text: str) -> str:
    """Return a source as a link where it is a web address, as text where it is anything else.

    Examples
    --------
    >>> print(source("https://example.org/a(b)"))
    [example.org](https://example.org/a%28b%29)
    >>> print(source("javascript:alert(1)"))
    javascript:alert(1)
    """
    host = web_host(text)
    return plain(text) if host is None else f"[{plain(host)}]({quote(text, safe=ADDRESS)})"


def table(sheet: Sheet) -> str:
    """Return a sheet's rows as a table."""
    head = " | ".join(plain(column.title) for column in sheet.columns)
    rule = " | ".join("---:" if column.number else "---" for column in sheet.columns)
    rows = (" | ".join(plain(cell) for cell in row) for row in sheet.rows)
    return "\n".join(f"| {line} |" for line in (head, rule, *rows))


def _blocks(case: Case, brief: BriefResult) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    if brief.question:
        yield plain(brief.question)
    signers = "; ".join(
        plain(case.signers[s].name if s in case.signers else s) for s in brief.judgements.by_signer
    )
    yield f"As of {date_text(brief.as_of)}. Judgements signed by: {signers or 'nobody'}."
    yield measure(case)
    yield "## The answer"
    yield "\n".join(f"{n}. {plain(s.text)}" for n, s in enumerate(brief.sentences, start=1))
    for sheet in sheets(case, brief):
        yield f"## {plain(sheet.title)}"
        yield from (plain(note) for note in sheet.notes)
        if sheet.rows:
            yield table(sheet)
    yield from _events(brief)
    yield from _facts(case)
    yield "## How this was made"
    said = f"Détente {brief.provenance.version}, case {plain(brief.case)}."
    read = brief.provenance.input_hash
    yield f"{said} SHA-256 of what was read: `{read}`." if read else said


def _events(brief: BriefResult) -> Iterator[str]:
    if brief.relation is None or not brief.relation.events:
        return
    yield "## Events"
    yield "\n".join(
        f"- {event.date}: {plain(event.summary)} ({event.counts}; {source(event.source)})"
        for event in brief.relation.events
    )


def _facts(case: Case) -> Iterator[str]:
    if not case.facts:
        return
    yield "## Facts and sources"
    lines = []
    for name, fact in case.facts.items():
        signer = case.signers[fact.signer].name if fact.signer else ""
        answers = [source(fact.source)] if fact.source else []
        answers += [f"signed by {plain(signer)}"] if signer else []
        lines.append(
            f"- **{plain(name.replace('_', ' '))}**: {plain(fact.text)} "
            f"({'; '.join([*answers, f'confidence {fact.confidence}'])})"
        )
    yield "\n".join(lines)
