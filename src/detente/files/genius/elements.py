"""XML read safely, with the line of every element: no entities, no links, no endless depth."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax import ContentHandler, SAXException, SAXParseException
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from detente.base.problem import Problem

DEPTH = 50
"""How deep elements may lie in each other."""

ELEMENTS = 100_000


@dataclass(frozen=True)
class Element:
    """An element: its name, its attributes, what lies in it, and its line."""

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list[Element] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """Return an attribute; ``None`` where it is absent or says null, as GENIUS writes it."""
        value = self.attributes.get(name)
        return None if value is None or value == "null" else value

    def named(self, *names: str) -> list[Element]:
        """Return the elements of some names that lie directly in this one."""
        return [child for child in self.children if child.name in names]

    def within(self, *names: str) -> Iterator[Element]:
        """Yield the elements of some names at any depth, in the order of the file."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.within(*names)


@dataclass(frozen=True)
class Document:
    """What could be read of a file.

    Attributes
    ----------
    root
        The outermost element; ``None`` where the file does not begin as XML.
    problem
        Why the file cannot be read as a whole; ``None`` where it can.
    """

    root: Element | None
    problem: Problem | None = None


class _TooMuchError(SAXException):
    """More elements, or deeper ones, than a scenario can need."""


class _Builder(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self._open: list[Element] = []
        self._count = 0
        self._locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the name of SAX
        self._locator = locator

    @property
    def line(self) -> int:
        return (self._locator.getLineNumber() if self._locator else None) or 1

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self._count += 1
        if self._count > ELEMENTS:
            raise _TooMuchError(f"the file holds over {ELEMENTS:,} elements")
        if len(self._open) >= DEPTH:
            raise _TooMuchError(f"elements lie over {DEPTH} deep in each other")
        made = Element(name, dict(attrs.items()), self.line)
        if self._open:
            self._open[-1].children.append(made)
        else:
            self.root = self.root or made
        self._open.append(made)

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002
        self._open.pop()


def parse(data: bytes, shown: str) -> Document:
    """Read an XML document.

    Parameters
    ----------
    data
        The bytes of the file.
    shown
        How problems name it.

    Returns
    -------
    Document
        The root as far as it could be read, and the problem (G802 for broken XML, G803 for
        entities and for what is too large) where the rest could not.

    Examples
    --------
    >>> parse(b"<a><b c='1'/></a>", "a.xml").root.named("b")[0].get("c")
    '1'
    """
    builder = _Builder()
    parser = make_parser()
    parser.setContentHandler(builder)
    try:
        parser.parse(io.BytesIO(data))
    except DefusedXmlException:
        said = "the file declares entities or links to other files"
        return Document(builder.root, Problem("G803", said, shown, builder.line))
    except _TooMuchError as error:
        return Document(builder.root, Problem("G803", str(error), shown, builder.line))
    except SAXParseException as error:
        said = f"this is no XML from here on: {error.getMessage()}"
        found = Problem("G802", said, shown, error.getLineNumber() or 1)
        return Document(builder.root, found if _begins(data) else None)
    except (SAXException, ValueError, LookupError) as error:  # an encoding that is not known
        return Document(builder.root, Problem("G802", f"this is no XML: {error}", shown, 1))
    return Document(builder.root)


def _begins(data: bytes) -> bool:
    """Whether bytes begin as XML does."""
    marks = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    bare = data
    for mark in marks:
        bare = bare.removeprefix(mark)
    return bare.replace(b"\0", b"").lstrip()[:1] in (b"<", b"")
