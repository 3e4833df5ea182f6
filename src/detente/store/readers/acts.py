"""Columns that follow from others by the ontologies: what an act is, its topic, and states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.base.state import System, find
from detente.record.ontology import cameo, plover
from detente.record.ontology.plover import ORDER
from detente.record.ontology.sector import Source
from detente.record.ontology.topic import of_sectors, topic_of
from detente.store.readers.rule import JointRule, Rule, to_day

_TEXT = pa.string()
_NO_CODE = frozenset({"", "---", "NULL", "None"})


class Cameo:
    """What CAMEO's codes mean: ``code``, ``kind``, ``quad``, ``intensity``.

    A code is kept as it is written, with its zero in front where a program dropped it. One that is
    empty, ``---`` or unknown leaves the other three empty.
    """

    def __init__(self) -> None:
        self._code = Rule(_cameo_code, _TEXT)
        self._kind = Rule(lambda c: getattr(cameo.act(c), "kind", None), _TEXT)
        self._quad = Rule(lambda c: getattr(cameo.act(c), "quad", None), pa.int8())
        self._intensity = Rule(lambda c: getattr(cameo.act(c), "intensity", None), pa.float64())

    def __call__(self, codes: Any) -> Mapping[str, Any]:
        """Return the four columns."""
        coded = codes.dictionary_encode()
        return {
            "code": self._code.of(coded),
            "kind": self._kind.of(coded),
            "quad": self._quad.of(coded),
            "intensity": self._intensity.of(coded),
        }


def _cameo_code(text: str) -> str | None:
    code = text.strip()
    if code in _NO_CODE:
        return None
    known = cameo.act(code)
    return known.code if known is not None and known.code == f"0{code}" else code


class Plover:
    """What PLOVER's types and modes mean: ``code`` (the mode), ``kind``, ``quad``, ``intensity``.

    A type that is none of the sixteen leaves all but the mode empty.
    """

    def __init__(self) -> None:
        self._code = Rule(lambda m: None if m in _NO_CODE else m.strip().lower(), _TEXT)
        self._kind = Rule(lambda k: getattr(plover.act(k), "kind", None), _TEXT)
        self._quad = Rule(lambda k: getattr(plover.act(k), "quad", None), pa.int8())
        self._intensity = JointRule(_plover_intensity, pa.float64())

    def __call__(self, types: Any, modes: Any) -> Mapping[str, Any]:
        """Return the four columns."""
        return {
            "code": self._code(modes),
            "kind": self._kind(types),
            "quad": self._quad(types),
            "intensity": self._intensity(types, modes),
        }


def _plover_intensity(kind: str, mode: str) -> float | None:
    known = plover.act(kind, mode)
    return None if known is None else known.intensity


class Topic:
    """The topic of events by :func:`detente.record.ontology.topic.topic_of`, column by column."""

    def __init__(self, source: Source) -> None:
        polecat = source == "polecat"
        self._stated = Rule(
            lambda c: None if polecat else getattr(cameo.act(c), "topic", None), _TEXT
        )
        self._context = Rule(plover.topic, _TEXT)
        self._side = Rule(lambda s: _place(of_sectors(source, (s,))), pa.int8())
        self._otherwise = Rule(lambda c: topic_of(c, None, None, source=source), _TEXT)
        self._order = pa.array(ORDER, _TEXT)

    def __call__(self, codes: Any, actors: Any, targets: Any, contexts: Any = None) -> Any:
        """Return the topics of events of these codes, sides' sectors, and contexts."""
        sides = self._order.take(pc.min_element_wise(self._side(actors), self._side(targets)))
        otherwise = self._otherwise(codes)
        # Parties' sectors tell less than an act that is of diplomacy by itself.
        partisan = pc.and_(pc.equal(sides, "politics"), pc.not_equal(otherwise, "other"))
        sides = pc.if_else(pc.fill_null(partisan, False), otherwise, sides)
        found = [self._stated(codes)]
        if contexts is not None:
            found.append(self._context(contexts))
        return pc.coalesce(*found, sides, otherwise)


def _place(topic: str | None) -> int | None:
    return None if topic is None else ORDER.index(topic)


class States:
    """The states that codes or names of one system stood for on the day of an event."""

    def __init__(self, system: System) -> None:
        def state(code: str, day: str) -> str | None:
            return find(system, code, to_day(day)) if code else None

        self._rule = JointRule(state, _TEXT)

    def __call__(self, codes: Any, days: Any) -> Any:
        """Return the states by ISO 3166 alpha-3; null for what is none, as a region."""
        return self._rule(codes, days)
