"""How the tests read a drawing."""

import re
from xml.etree import ElementTree

from detente.report.figures.svg import Figure


def texts(figure: Figure) -> list[str]:
    """Return the texts that a drawing shows, without its title and description."""
    root = ElementTree.fromstring(figure.svg.replace("xlink:", ""))
    return ["".join(e.itertext()).replace("\u200b", "") for e in root.iter() if e.tag == "text"]


def check(figure: Figure) -> list[str]:
    """Check what holds for every drawing, and return its texts."""
    root = ElementTree.fromstring(figure.svg)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == f"{figure.ident}-title {figure.ident}-desc"
    idents = re.findall(r'\bid="([^"]+)"', figure.svg)
    assert len(set(idents)) == len(idents)
    assert all(ident.startswith(f"{figure.ident}-") for ident in idents)
    assert not re.search(r'(?:fill|stroke)="(?:#|rgb|black|white)', figure.svg)
    return texts(figure)
