"""Cases whose every answer is worked out by hand.

``treaty`` is the one most tests use. Gains of A and B, who is called on, and what forbids:

===== ===== ==== ==== ==================================================================
land  aid   A    B
===== ===== ==== ==== ==================================================================
none  no      0    0
none  loan  -23   30  A: -20, less the price 3 of its promise to X
none  grant -40   60  the diet is called on and gains -50, below its -5
none  guest   0   60  X's to give: never chosen
half  no     30  -20  the diet gains 50
half  loan    7   10  A: 30 - 20 - 3; the diet gains 50
half  grant -10   45  B: -20 + 60 + 5 by the linkage; the diet gains 50 - 50 - 10 = -10
half  guest  30   40  X's
all   no     60  -40  `paid` wants aid for all the land
all   loan   37  -10  B promised X to keep the land; the duma gains -100, below its -60
all   grant  20   25  the same; and the diet gains -10
all   guest  60   20  X's
===== ===== ==== ==== ==================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from detente.case.case import Case


def made(**parts: Any) -> Case:
    head = {"detente": 1, "id": "made", "title": "made", "as_of": "2017-05-11", "signer": "author"}
    return Case.model_validate({**head, "signers": {"author": {"name": "author"}}, **parts})


def party(points: Mapping[str, int], **more: Any) -> dict[str, Any]:
    return {"name": "a party", "weights": {"points": points, "reason": "made"}, **more}


def judged(value: int) -> dict[str, Any]:
    return {"value": [value - 2, value, value + 9], "reason": "made"}


def option(scores: Mapping[str, int], **more: Any) -> dict[str, Any]:
    return {"name": "an option", "track": "leaders", "scores": scores, "reason": "made", **more}


def treaty() -> Case:
    goals = {
        "land": {"text": "the land", "importance": {"value": [1, 2, 3]}},
        "calm": {"text": "calm"},
    }
    none = {"name": "none", "reason": "made", "codes": {"A": {"land": -1}}}
    half = option(
        {"B": -50, "diet": 100, "duma": -50},
        controller=["A", "B"],
        calls="diet",
        codes={"A": {"land": 1, "calm": -1}},
    )
    whole = option(
        {"B": -100, "diet": 100, "duma": -100},
        controller="B",
        calls="duma",
        codes={"A": {"land": 2}},
    )
    return made(
        principals={
            "A": party({"land": 60, "aid": 40}, objectives=goals),
            "B": party({"land": 40, "aid": 60}, reserve=judged(5)),
        },
        ratifiers={
            "diet": party(
                {"land": 50, "aid": 50},
                principal="A",
                kind="parliament",
                reserve=judged(-5),
                removable=True,
            ),
            "duma": party({"land": 100}, principal="B", kind="parliament", reserve=judged(-60)),
        },
        third_parties={"X": {"name": "X"}},
        issues={
            "land": {
                "name": "Land",
                "status_quo": "none",
                "options": {"none": none, "half": half, "all": whole},
            },
            "aid": {
                "name": "Aid",
                "status_quo": "no",
                "options": {
                    "no": {"name": "none"},
                    "loan": option({"A": -50, "B": 50, "diet": 0}, controller="A"),
                    "grant": option(
                        {"A": -100, "B": 100, "diet": -100}, controller="A", calls="diet"
                    ),
                    "guest": option({"A": 0, "B": 100, "diet": 0}, controller="X"),
                },
            },
        },
        constraints={
            "paid": {
                "text": "all the land is paid for",
                "if": {"land": "all"},
                "requires": {"aid": ["loan", "grant"]},
                "removable": True,
            }
        },
        linkages={
            "thanks": {
                "text": "land for a grant",
                "when": {"land": ["half", "all"], "aid": "grant"},
                "points": {"B": 5, "diet": -10},
                "reason": "made",
            }
        },
        commitments={
            "loans": {
                "text": "no loans",
                "by": "A",
                "to": "X",
                "kind": "priced",
                "price": 3,
                "options": {"aid": "loan"},
                "reason": "made",
                "removable": True,
            },
            "keep": {
                "text": "keep the land",
                "by": "B",
                "to": "X",
                "kind": "hard",
                "options": {"land": "all"},
                "removable": True,
            },
        },
    )


def deal(options: Mapping[str, tuple[int, ...]], **reserves: int) -> Case:
    """One issue of weight 100 to everybody, so that scores are gains."""
    names = ("A", "B", "C")[: len(next(iter(options.values())))]
    forms = {
        name: option(dict(zip(names, scores, strict=True)), controller=list(names))
        for name, scores in options.items()
    }
    return made(
        principals={
            p: party({"deal": 100}, **({"reserve": judged(reserves[p])} if p in reserves else {}))
            for p in names
        },
        issues={
            "deal": {
                "name": "Deal",
                "status_quo": "none",
                "options": {"none": {"name": "none"}, **forms},
            }
        },
    )


def outside() -> Case:
    return made(
        no_agreement="outside",
        principals={
            "A": party({"deal": 100}, outside=judged(20)),
            "B": party({"deal": 100}, outside=judged(-10)),
        },
        third_parties={"X": {"name": "X"}},
        issues={
            "deal": {
                "name": "Deal",
                "options": {
                    "a": option({"A": 100, "B": -50}, controller=["A", "B"]),
                    "b": option({"A": 30, "B": 100}, controller="A"),
                    "c": option({"A": 100, "B": 100}, controller="X"),
                },
            }
        },
    )


def whole(*values: Fraction) -> tuple[int, ...]:
    """The numbers as integers, which they must be."""
    assert all(value.denominator == 1 for value in values)
    return tuple(int(value) for value in values)
