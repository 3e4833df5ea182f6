"""Small scenarios of GENIUS, as text and as files."""

from pathlib import Path
from xml.sax.saxutils import quoteattr

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import Case
from detente.files.genius.elements import Element, parse
from detente.files.opened import open_case

Table = dict[str, dict[str, str]]

TABLE: Table = {"Price": {"low": "1", "high": "4"}, "Colour": {"red": "3", "blue": "2"}}
OTHER: Table = {"Price": {"low": "9", "high": "3"}, "Colour": {"red": "0", "blue": "5"}}


def element(text: str) -> Element:
    """Return the root of an XML text."""
    document = parse(text.encode(), "a.xml")
    assert document.root is not None
    assert document.problem is None
    return document.root


def domain_text(table: Table = TABLE) -> str:
    """Return a domain with the issues and values of a table."""
    issues = "\n".join(
        f"<issue index='{n}' name={quoteattr(issue)} type='discrete'>\n"
        + "\n".join(f"<item index='1' value={quoteattr(value)}/>" for value in row)
        + "\n</issue>"
        for n, (issue, row) in enumerate(table.items(), 1)
    )
    return (
        "<negotiation_template><utility_space><objective index='0'>\n"
        f"{issues}\n</objective></utility_space></negotiation_template>\n"
    )


def space_text(
    table: Table, weights: tuple[str, ...] = ("0.4", "0.6"), rest: str = "", kind: str = ""
) -> str:
    """Return a utility space with the evaluations of a table."""
    issues = "\n".join(
        f"<issue index='{n}' name={quoteattr(issue)}>\n"
        + "\n".join(
            f"<item index='1' value={quoteattr(value)} evaluation='{number}'/>"
            for value, number in row.items()
        )
        + "\n</issue>"
        for n, (issue, row) in enumerate(table.items(), 1)
    )
    weighed = "\n".join(f"<weight index='{n}' value='{w}'/>" for n, w in enumerate(weights, 1))
    return (
        f"<utility_space{kind}><objective index='0'>\n{issues}\n{weighed}\n</objective>\n"
        f"{rest}\n</utility_space>\n"
    )


def scenario(folder: Path, **files: str) -> Path:
    """Write a sound scenario, with some of its files otherwise; "" leaves a file out."""
    sound = {
        "domain": domain_text(),
        "one": space_text(TABLE, rest='<reservation value="0.25"/>'),
        "two": space_text(OTHER, ("0.5", "0.5"), '<discount_factor value="0.9"/>'),
    }
    for name, text in {**sound, **files}.items():
        if text:
            (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    return folder


def opened(folder: Path) -> Case:
    """Return the case of a folder."""
    return open_case(str(folder)).case


def refused(folder: Path) -> tuple[Problem, ...]:
    """Return why a folder is no case."""
    try:
        open_case(str(folder))
    except InputError as error:
        return error.problems
    raise AssertionError("the folder was read")
