"""A folder of GENIUS XML: which file is the domain, which are utility spaces, which are neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.files.genius.elements import Element, parse
from detente.files.genius.paths import xml_files
from detente.files.plain_file import read_bytes

DOMAIN, SPACE = "negotiation_template", "utility_space"
FILES = 100
"""Most XML files of a folder."""

PARTIES = 20
"""Most utility spaces of a scenario: as many as a case may have principals."""


@dataclass(frozen=True)
class XmlFile:
    """A file of the folder: its name without the ending, how problems name it, its root."""

    stem: str
    name: str
    shown: str
    root: Element


@dataclass(frozen=True)
class Scenario:
    """The files of a scenario.

    Attributes
    ----------
    domain
        The domain.
    spaces
        The utility spaces, in the order of their names.
    unread
        Names of XML files that are neither.
    """

    domain: XmlFile
    spaces: tuple[XmlFile, ...]
    unread: tuple[str, ...]


def read_scenario(folder: Path, shown: str, digest: Callable[[bytes], None]) -> Scenario:
    """Return the files of a scenario.

    Parameters
    ----------
    folder, shown
        The folder, and how problems name it.
    digest
        Called with all bytes that are read.

    Raises
    ------
    InputError
        When a file of the scenario is no XML (G802) or not safe to read (G803), or the folder holds
        not one domain and at least two utility spaces (G801).
    """
    problems: list[Problem] = []
    domains: list[XmlFile] = []
    spaces: list[XmlFile] = []
    unread: list[str] = []
    paths = xml_files(folder)
    if len(paths) > FILES:
        raise InputError([Problem("G801", f"the folder holds over {FILES} XML files", shown)])
    for path in paths:
        label = str(Path(shown) / path.name)
        try:
            data = read_bytes(path, label)
        except InputError as error:
            problems.extend(error.problems)
            continue
        document = parse(data, label)
        name = document.root.name if document.root is not None else None
        unsafe = document.problem is not None and document.problem.code == "G803"
        if document.problem is not None and (unsafe or name in (None, DOMAIN, SPACE)):
            problems.append(document.problem)
        elif document.root is None or name not in (DOMAIN, SPACE):
            unread.append(path.name)
        else:
            found = XmlFile(path.stem, path.name, label, document.root)
            (domains if name == DOMAIN else spaces).append(found)
            digest(data)
    if not problems:
        problems.extend(_count(shown, domains, spaces, unread))
    if problems:
        raise InputError(problems)
    return Scenario(domains[0], tuple(spaces), tuple(unread))


def _count(
    shown: str, domains: list[XmlFile], spaces: list[XmlFile], unread: list[str]
) -> list[Problem]:
    neither = f"; neither domain nor utility space: {', '.join(unread)}" if unread else ""
    hint = f"a scenario is one <{DOMAIN}> and a <{SPACE}> for each party{neither}"
    found = []
    if len(domains) != 1:
        named = ", ".join(file.name for file in domains) or "none"
        said = f"a scenario has one domain, and the folder has {len(domains)}: {named}"
        found.append(Problem("G801", said, shown, hint=hint))
    if not 2 <= len(spaces) <= PARTIES:
        said = f"2 to {PARTIES} utility spaces are read, and the folder has {len(spaces)}"
        found.append(Problem("G801", said, shown, hint=hint))
    return found
