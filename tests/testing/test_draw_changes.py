"""Changes are drawn in the shape of the case file, each of a place of its own."""

from __future__ import annotations

import random
from fractions import Fraction

from detente.case.change import changed, leaves
from detente.case.consistency import findings
from detente.case.written import written
from detente.testing import random_case
from detente.testing.draw_changes import ChangeDraw, mode, nested


def test_a_change_of_one_place() -> None:
    assert nested(("a", "b", "c"), None) == {"a": {"b": {"c": None}}}


def test_modes_of_all_forms() -> None:
    assert [mode(7), mode([1, 2, 3]), mode({"value": "1/3", "reason": "why"})] == [
        7,
        2,
        Fraction(1, 3),
    ]


def test_each_change_alone_leaves_a_consistent_case() -> None:
    kinds = set()
    for seed in range(30):
        case = random_case(seed)
        draw = ChangeDraw(random.Random(seed).randint, written(case))
        for name, make in draw.makers().items():
            change = make()
            kinds.add(name.split()[0])
            told = [f for f in findings(changed(case, change)) if f.code != "C307"]
            assert not told, (seed, name, change)
    assert kinds >= {"reserve", "weight", "scores", "codes", "commitment", "linkage", "constraint"}


def test_no_two_makers_change_one_place() -> None:
    for seed in range(30):
        draw = ChangeDraw(random.Random(seed).randint, written(random_case(seed)))
        taken: set[tuple[str, ...]] = set()
        for make in draw.makers().values():
            mine = {*leaves(make())}
            assert not mine & taken
            taken |= mine


def test_what_concerns_one_principal() -> None:
    for seed in range(30):
        case = random_case(seed)
        draw = ChangeDraw(random.Random(seed).randint, written(case))
        for make in draw.makers("A").values():
            for leaf in leaves(make()):
                by = case.commitments[leaf[1]].by if leaf[0] == "commitments" else ""
                assert "A" in (*leaf, by)
