"""How the tests read a page: its anchors, its links, and where its numbers lead in the end."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.case.case import Case
from detente.files.opened import open_case
from detente.study.brief import BriefResult, brief
from detente.testing import random_case, two_issue_case

SEEDS = [*range(12), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(12, 60))]
"""Random cases: a few for every change, all of them in ``make test-all``."""

NO_DRAWING = '<svg width="4" height="2" viewBox="0 0 4 2"><g></g></svg>'


@lru_cache(maxsize=1)
def reference() -> tuple[Case, BriefResult]:
    opened = open_case("japan-russia-2017")
    return opened.case, brief(opened.case, opened.events, opened.input_hash)


@lru_cache(maxsize=128)
def drawn_at_random(seed: int) -> tuple[Case, BriefResult]:
    case = random_case(seed)
    return case, brief(case, draws=40)


@lru_cache(maxsize=1)
def small() -> tuple[Case, BriefResult]:
    case = two_issue_case()
    return case, brief(case, draws=40)


def with_events() -> tuple[Case, BriefResult]:
    """Return the small case with a chronology of three events, one of them known to the year."""
    chronology = {"file": "c.csv", "selection": "Made up.", "rules": [{"counts": "cooperative"}]}
    case = Case.model_validate({**tree_of(two_issue_case()), "chronology": chronology})
    dates = ("2015", "2016-02", "2017-03-04")
    return case, brief(
        case, [event(row, text) for row, text in enumerate(dates, start=2)], draws=40
    )


def tree_of(case: Case) -> dict[str, Any]:
    """Return a case as a file would hold it."""
    tree: dict[str, Any] = _written(case.model_dump(by_alias=True))
    return tree


def _written(found: Any) -> Any:
    if not isinstance(found, dict):
        return found
    held = {key: _written(value) for key, value in found.items() if value is not None}
    if "mode" in held:
        held["value"] = [held.pop(end) for end in ("low", "mode", "high")]
    return held


def event(row: int, text: str, source: str = "https://example.org/", word: str = "visit") -> Event:
    return Event(PartialDate.parse(text), "A", "B", word, word, "A visit.", source, "high", row)


class Reading:
    """A page, parsed as browsers parse it."""

    def __init__(self, page: str) -> None:
        self.root: Element = html5lib.parse(page, namespaceHTMLElements=False)
        self.elements = list(self.root.iter())

    @cached_property
    def idents(self) -> Counter[str]:
        return Counter(found["id"] for found in self._attributes() if "id" in found)

    @cached_property
    def hrefs(self) -> list[str]:
        return [found["href"] for found in self._attributes() if "href" in found]

    @property
    def names(self) -> set[str]:
        return {str(element.tag) for element in self.elements}

    @cached_property
    def numbers(self) -> list[Element]:
        return [e for e in self.elements if "n" in e.attrib.get("class", "").split()]

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        return {e.attrib["id"]: e for e in self.elements if "id" in e.attrib}

    @cached_property
    def _next(self) -> dict[str, set[str]]:
        """The anchors an element leads to: those it links to, and those that stand in it."""
        return {
            ident: {
                after
                for e in element.iter()
                for after in (e.attrib.get("href", "").removeprefix("#"), e.attrib.get("id", ""))
                if after in self._by_id and after != ident
            }
            for ident, element in self._by_id.items()
        }

    @cached_property
    def ends(self) -> set[str]:
        """Anchors at which somebody answers: a source, the record's files, or a signer."""
        return {
            ident
            for ident, element in self._by_id.items()
            if ident.startswith(("fact-", "event-", "signer-", "record"))
            and any(
                "data-signer" in e.attrib
                or "data-source" in e.attrib
                or e.attrib.get("href", "").startswith(("http:", "https:", "#signer-"))
                for e in element.iter()
            )
        }

    @cached_property
    def _far(self) -> dict[str, int]:
        before: dict[str, set[str]] = {}
        for ident, after in self._next.items():
            for one in after:
                before.setdefault(one, set()).add(ident)
        far = dict.fromkeys(self.ends, 0)
        ahead = deque(self.ends)
        while ahead:
            here = ahead.popleft()
            for ident in before.get(here, set()) - far.keys():
                far[ident] = far[here] + 1
                ahead.append(ident)
        return far

    def steps(self, ident: str) -> int | None:
        """Return how many links lead from an anchor to an end; ``None`` when none does."""
        return self._far.get(ident)

    def text(self) -> str:
        return " ".join("".join(self.root.itertext()).split())

    def _attributes(self) -> Iterable[dict[str, str]]:
        return (element.attrib for element in self.elements)
