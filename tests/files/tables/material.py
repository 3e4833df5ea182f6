"""A case that uses every key there is, and workbooks and folders to break."""

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from detente.base.errors import InputError
from detente.case.case import Case
from detente.files.converted import converted
from detente.files.opened import open_case
from tests.broken.material import SMALL

DAY = "2016-02-03"
NUMBER = {
    "value": ["-1/3", Decimal("0.1"), 2],
    "reason": " =so\nit is ",
    "fact": "f",
    "signer": "me",
    "sourced": True,
    "date": DAY,
    "known_from": DAY,
}
CHANGES: dict[str, Any] = {
    "principals": {
        "A": {
            "adjective": None,
            "name": "null",
            "reserve": [1, 2, 3],
            "outside": {"value": 5},
            "baseline": NUMBER,
            "weights": {"points": {"i": Decimal("0.10"), "j": "2/15"}},
            "objectives": {"o": None, "p": {"text": "json: no", "facts": ["f", "g"]}},
        }
    },
    "issues": {
        "i": {"options": {"x": {"codes": {"A": {"o": 2, "p": {"code": -1, "reason": "x"}}}}}}
    },
    "commitments": {"c": None, "d": {"options": {"i": ["x"], "j": ["x", "y"]}, "price": {}}},
    "wishes": {"w": {"removable": True, "first": {}, "unknown": {"deep": [1, {"a": None}]}}},
    "steps": {},
}
SELECTION = {"i": ["x", "y"], "j": "x", "k": []}
PARTY = {
    "known_from": DAY,
    "name": "'quoted",
    "weights": {
        "points": {"i": NUMBER, "j": 60},
        "reason": "why",
        "fact": "f",
        "signer": "me",
        "date": DAY,
        "total": "201/2",
        "known_from": DAY,
        "comparisons": {
            "c": {
                "known_from": DAY,
                "more": "i",
                "than": ["j", "k"],
                "times": "3/2",
                "reason": "=r",
                "fact": "f",
                "signer": "me",
                "date": DAY,
            },
            "d": {"ranking": ["i", "j"], "alike": ["k", "l"]},
        },
    },
    "objectives": {"o": {"text": "+more", "facts": "f", "importance": NUMBER, "known_from": DAY}},
    "reserve": NUMBER,
    "outside": -5,
    "baseline": [0, 0, 1],
}
OPTION = {
    "known_from": DAY,
    "name": "Nothing",
    "text": "two\nlines",
    "controller": ["A", "B"],
    "track": "leaders",
    "confidential": True,
    "calls": "R",
    "codes": {"A": {"o": {"code": 2, "reason": "r", "fact": "f", "signer": "me", "date": DAY,
                          "known_from": DAY}, "p": -1}, "B": {}},
    "scores": {"B": NUMBER, "R": 0},
    "reason": "@r",
    "facts": ["f", "g"],
    "share": 0,
}  # fmt: skip
FULL: dict[str, Any] = {
    "detente": 1,
    "id": "full",
    "title": "= a title",
    "question": "2017-05?",
    "summary": "A summary\n\nin two paragraphs",
    "as_of": "2017-05-11",
    "signer": "me",
    "signers": {"me": {"name": "-5", "role": "r"}},
    "facts": {
        "f": {"text": "t", "source": "'s", "signer": "me", "confidence": "high", "date": "2017",
              "known_from": DAY},
        "g": {"text": "# not a comment", "source": "s"},
    },
    "chronology": {
        "file": "events.csv",
        "selection": "All.",
        "names": {"a|b": "#c", "#d": "e"},
        "rules": [
            {"counts": "context", "date": "2017", "actor": ["a|b", "c\\d", ", e"], "target": "t",
             "kind": "k", "topic": ["x", "y"], "reason": "r"},
            {"counts": "cooperative"},
        ],
    },
    "no_agreement": "outside",
    "principals": {
        "A": {**PARTY, "adjective": "A's", "reserve_removable": True,
              "discount": Decimal("0.9"), "exposure": NUMBER, "impatience": [0, 5, 10],
              "capacity": 3},
        "principals": {"name": "B", "weights": {"points": {}}},
    },
    "ratifiers": {
        "R": {**PARTY, "principal": "A", "kind": "public", "rule": "half", "facts": "f",
              "removable": True},
    },
    "third_parties": {"T": {"name": "T", "text": "t", "facts": ["f"], "known_from": DAY}},
    "issues": {
        "i": {
            "known_from": DAY, "name": "I", "text": "t", "topic": "w", "status_quo": "none",
            "options": {"none": OPTION, "all": {"name": "All", "share": 1}},
            "divisible": {"steps": 3, "unit": "M", "least": "1/3", "most": Decimal("2.5")},
            "poles": {"A": "none", "principals": "all"}, "reason": "r",
        },
        "j": {"name": "J", "options": {"x": {"name": "X"}}},
    },
    "constraints": {"c": {"known_from": DAY, "name": "n", "text": "t", "if": SELECTION,
                          "requires": {"i": "x"}, "excludes": {"j": ["x"]}, "removable": True,
                          "reason": "r", "facts": "f"}},
    "linkages": {"l": {"known_from": DAY, "name": "n", "text": "t", "when": {"i": "x", "j": "y"},
                       "points": {"A": NUMBER, "R": 3}, "reason": "r"}},
    "commitments": {"c": {"known_from": DAY, "name": "n", "text": "t", "by": "A", "to": "T",
                          "kind": "priced", "options": SELECTION, "price": NUMBER, "scope": "s",
                          "removable": True, "reason": "r", "facts": ["f"]}},
    "shocks": {
        "s": {
            "known_from": DAY, "name": "n", "text": "t", "now": "on", "by": DAY, "given": "z",
            "reason": "r", "facts": "f",
            "states": {
                "on": {"known_from": DAY, "name": "n", "probability": NUMBER, "holds": {"i": "x"},
                       "changes": CHANGES, "reason": "r", "facts": "f"},
                "off": {"name": "n", "probabilities": {"up": NUMBER, "down": "2/15"}},
            },
            "transitions": {
                "t": {"known_from": DAY, "from": "on", "to": "off", "at": "c", "given": "up",
                      "probability": NUMBER, "reason": "r", "facts": "f"},
                "u": {"from": "off", "to": "on", "hazard": NUMBER},
            },
        },
    },
    "scenarios": {"s": {"known_from": DAY, "name": "n", "text": "t", "states": {"s": "on"}}},
    "dated": {"d": {"known_from": DAY, "name": "n", "from": DAY, "until": DAY, "changes": CHANGES,
                    "reason": "r", "signer": "me", "facts": "f"},
              "e": {"name": "n", "from": DAY, "changes": {}}},
    "calendar": {"c": {"known_from": DAY, "name": "n", "kind": "summit", "from": DAY,
                       "until": DAY, "bars": SELECTION, "text": "t", "facts": "f"}},
    "beliefs": {"b": {"known_from": DAY, "name": "n", "holder": "A", "about": "R",
                      "changes": CHANGES, "reason": "r", "signer": "me", "facts": "f"}},
    "judgement_sets": {"j": {"known_from": DAY, "name": "n", "signer": "me", "date": DAY,
                             "changes": CHANGES, "reason": "r"}},
    "steps": {"s": {"known_from": DAY, "name": "n", "option": {"i": "x"}, "months": NUMBER,
                    "reversible": False, "visible": True, "after": ["t"], "effects": CHANGES,
                    "reason": "r", "signer": "me", "facts": "f"}},
    "wishes": {"w": {"known_from": DAY, "name": "n", "text": "t", "party": "A",
                     "first": SELECTION, "then": {"i": "x"}, "points": NUMBER, "reason": "r",
                     "facts": "f"}},
    "claims": {"c": {"known_from": DAY, "number": 3, "text": "t", "elements": ["a.b", "c|d"],
                     "events": [{"date": "2017", "actor": "a", "kind": "k"}, {"date": "2016"}],
                     "outcome": "relation", "neutral": CHANGES, "without": [{"date": "2015"}],
                     "expects": "e", "measure": "ceiling",
                     "background": "b", "facts": "f"}},
}  # fmt: skip


def full_case() -> Case:
    """Return a case of the right form, though of little sense, with every key in use."""
    return Case.model_validate(FULL)


def small_workbook(folder: Path, change: Callable[[Any], None] | None = None) -> Path:
    """Write a small sound case as ``small.xlsx``, changed by a function of the open workbook."""
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    opened = open_case(str(folder / "small.yaml"))
    path = folder / "small.xlsx"
    [data] = converted(opened.case, opened.events, path, folder=False).values()
    if change is not None:
        book = load_workbook(io.BytesIO(data))
        change(book)
        book.save(path)
    else:
        path.write_bytes(data)
    return path


def small_folder(folder: Path) -> Path:
    """Write the same case as a folder of CSV tables."""
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    opened = open_case(str(folder / "small.yaml"))
    for path, data in converted(opened.case, opened.events, folder / "small", folder=True).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return folder / "small"


def told(path: Path) -> list[tuple[str, str, int]]:
    """Return the code, the file or sheet, and the row of everything wrong with a case."""
    try:
        open_case(str(path))
    except InputError as error:
        return [
            (p.code, p.file.removeprefix(str(path)).lstrip("/"), p.line) for p in error.problems
        ]
    return []
