"""A small case with something in every room, for tests of what a brief shows."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from detente.base.event import Event
from detente.base.partial_date import PartialDate
from detente.case.case import Case
from detente.case.written import written
from detente.files.case_yaml import case_yaml
from detente.study.brief import BriefResult, brief
from detente.testing import two_issue_case


def full_case() -> Case:
    """Return the sale of :func:`two_issue_case` with ratifiers, a bank, and all that may come.

    The board keeps the seller from early delivery, and the buyer's promise to the bank keeps it
    from the high price; whether the bank gives credit follows from the market.
    """
    tree: dict[str, Any] = written(two_issue_case())
    tree["id"] = "full"
    tree["title"] = "A sale, and all that may come"
    tree["signers"] = {
        "author": {"name": "case author, illustrative"},
        "second": {"name": "second analyst, illustrative"},
    }
    tree["facts"] = {"market_report": {"text": "Steel is short.", "source": "Yearbook 2017"}}
    tree["chronology"] = {
        "file": "events.csv",
        "selection": "Made up.",
        "rules": [{"kind": "visit", "counts": "cooperative"}, {"counts": "conflictual"}],
    }
    tree["principals"] = _principals()
    tree["ratifiers"] = _ratifiers()
    tree["third_parties"] = {"BANK": {"name": "the bank"}}
    _extend(tree["issues"])
    tree["commitments"] = {
        "bank_terms": {
            "name": "the loan's terms",
            "text": "The buyer promised the bank not to pay the high price.",
            "by": "B",
            "to": "BANK",
            "kind": "hard",
            "options": {"price": "high"},
            "removable": True,
        }
    }
    tree["linkages"] = {
        "paid_on_credit": {
            "name": "a high price on credit",
            "text": "On credit the high price is easier to bear.",
            "when": {"price": "high", "credit": "granted"},
            "points": {"B": 15},
            "reason": "the buyer pays later.",
        }
    }
    return Case.model_validate({**tree, **_outlook(), "claims": _claims()})


@lru_cache(maxsize=1)
def full() -> tuple[Case, BriefResult]:
    """Return the full case and its brief, worked out once for all tests."""
    case = full_case()
    return case, brief(case, full_events(), try_claims=True)


def full_events() -> tuple[Event, ...]:
    """Return the chronology of the full case: a visit and a quarrel in the last year."""
    rows = (("2015-11", "visit"), ("2016-12", "visit"), ("2017-02", "quarrel"))
    return tuple(
        Event(
            PartialDate.parse(day),
            "A",
            "B",
            kind,
            "price",
            f"A {kind}.",
            "https://example.org/",
            "high",
            row,
        )
        for row, (day, kind) in enumerate(rows, start=2)
    )


def write_full(folder: Path) -> Path:
    """Write the full case and its chronology as files; return the path of the case."""
    path = folder / "full.yaml"
    path.write_text(case_yaml(full_case()), encoding="utf-8")
    lines = ["date,actor,target,kind,topic,summary,source_url,confidence"]
    lines += [
        f"{e.date},{e.actor},{e.target},{e.kind},{e.topic},{e.summary},{e.source},{e.confidence}"
        for e in full_events()
    ]
    (folder / "events.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _principals() -> dict[str, Any]:
    return {
        "A": {
            "name": "the seller",
            "weights": {
                "points": {"price": [40, 50, 60], "delivery": 20, "volume": 20, "site": 10},
                "reason": "the seller minds the price most.",
            },
        },
        "B": {
            "name": "the buyer",
            "weights": {
                "points": {"price": 30, "delivery": [30, 40, 50], "volume": 15, "site": 15},
                "reason": "the buyer is in a hurry.",
            },
            "reserve": {"value": [2, 5, 12], "reason": "it can wait a little."},
            "reserve_removable": True,
        },
    }


def _ratifiers() -> dict[str, Any]:
    return {
        "board": {
            "name": "the seller's board",
            "principal": "A",
            "kind": "other",
            "weights": {"points": {"price": 40, "delivery": 60}, "reason": "it fears haste."},
            "reserve": {"value": -10, "reason": "it bears a little."},
            "removable": True,
        },
        "crowd": {
            "name": "the public of the buyer",
            "principal": "B",
            "kind": "public",
            "weights": {"points": {"price": 50, "site": 50}, "reason": "it pays, and works there."},
        },
    }


def _extend(issues: dict[str, Any]) -> None:
    issues["price"]["options"]["middle"]["scores"] |= {"A": 50, "board": 40, "crowd": -40}
    issues["price"]["options"]["high"]["scores"] |= {"board": 100, "crowd": -100}
    issues["price"]["options"]["high"]["calls"] = ["crowd"]
    issues["delivery"]["options"]["early"]["scores"] |= {"board": -100}
    issues["delivery"]["options"]["early"]["calls"] = ["board"]
    issues["volume"] = {
        "name": "Volume",
        "status_quo": "usual",
        "reason": "The seller wants to sell more, the buyer to buy less.",
        "divisible": {"steps": 4, "unit": "tonnes", "least": 0, "most": 400},
        "poles": {"A": "large", "B": "small"},
        "options": {
            "small": {
                "name": "no tonnes",
                "share": 0,
                "controller": "B",
                "track": "officials",
                "scores": {"A": -60, "B": 100},
            },
            "usual": {"name": "200 tonnes, as before", "share": "1/2"},
            "large": {
                "name": "400 tonnes",
                "share": 1,
                "controller": "B",
                "track": "ministers",
                "scores": {"A": 100, "B": -100},
            },
        },
    }
    issues["site"] = {
        "name": "Where to hand over",
        "status_quo": "open",
        "reason": "Each would have the goods handed over at home.",
        "poles": {"A": "seller", "B": "buyer"},
        "options": {
            "open": {"name": "case by case"},
            "seller": {
                "name": "at the seller's works",
                "controller": ["A", "B"],
                "track": "officials",
                "confidential": True,
                "scores": {"A": 100, "B": -60, "crowd": -100},
            },
            "buyer": {
                "name": "at the buyer's works",
                "controller": "A",
                "track": "civic",
                "scores": {"A": -50, "B": 100, "crowd": 100},
            },
        },
    }
    issues["credit"] = {
        "name": "Credit",
        "status_quo": "refused",
        "options": {
            "refused": {"name": "no credit", "controller": "BANK", "track": "officials"},
            "granted": {"name": "credit", "controller": "BANK", "track": "officials"},
        },
    }


def _outlook() -> dict[str, Any]:
    return {
        "shocks": {
            "market": {
                "name": "the steel market",
                "now": "calm",
                "by": "2018-05-11",
                "reason": "from the yearbook.",
                "facts": ["market_report"],
                "states": {
                    "calm": {"name": "it stays calm", "probability": [0.5, 0.6, 0.7]},
                    "tight": {
                        "name": "steel runs short",
                        "probability": [0.3, 0.4, 0.5],
                        "changes": {"principals": {"B": {"reserve": 30, "baseline": -5}}},
                    },
                },
                "transitions": {
                    "strikes": {"from": "calm", "to": "tight", "hazard": [0.02, 0.04, 0.06]},
                    "fair_deals": {
                        "from": "tight",
                        "to": "calm",
                        "at": "fair",
                        "probability": [0.1, 0.2, 0.4],
                        "facts": ["market_report"],
                    },
                },
            },
            "bank": {
                "name": "the bank",
                "now": "strict",
                "given": "market",
                "reason": "from its letters.",
                "states": {
                    "strict": {
                        "name": "the bank stays strict",
                        "probabilities": {"calm": 0.8, "tight": 0.5},
                    },
                    "lenient": {
                        "name": "the bank gives credit",
                        "probabilities": {"calm": 0.2, "tight": 0.5},
                        "holds": {"credit": "granted"},
                        "changes": {"commitments": {"bank_terms": None}},
                    },
                },
            },
        },
        "scenarios": {"squeeze": {"name": "A squeeze", "states": {"market": "tight"}}},
        "dated": {
            "before_the_shortage": {
                "name": "before the shortage",
                "from": "2016-01-01",
                "until": "2017-01-01",
                "changes": {"principals": {"A": {"weights": {"points": {"price": 70}}}}},
            },
            "new_owner": {
                "name": "a new owner of the buyer",
                "from": "2018-01-01",
                "changes": {"principals": {"B": {"reserve": 12, "baseline": -4}}},
                "reason": "the owner is choosy.",
            },
        },
        "calendar": {
            "fair": {
                "name": "the spring fair",
                "kind": "summit",
                "from": "2018-03-01",
                "until": "2018-03-05",
                "bars": {"delivery": "early"},
            }
        },
        "beliefs": {
            "buyer_can_wait": {
                "name": "the buyer can wait",
                "holder": "A",
                "about": "B",
                "changes": {"principals": {"B": {"reserve": 15}}},
                "reason": "said so in a letter.",
            }
        },
        "judgement_sets": {
            "second_view": {
                "name": "the second analyst's view",
                "signer": "second",
                "changes": {"principals": {"B": {"weights": {"points": {"price": 45}}}}},
                "reason": "the buyer minds money more than is thought.",
            }
        },
        "steps": {
            "pay": {
                "name": "paying",
                "option": {"price": "middle"},
                "months": [1, 2, 4],
                "reason": "banks are slow.",
            },
            "build": {
                "name": "building the site",
                "option": {"site": "buyer"},
                "months": 6,
                "after": ["pay"],
                "effects": {"principals": {"B": {"reserve": 3}}},
                "reason": "what stands persuades.",
            },
        },
        "wishes": {
            "money_first": {
                "name": "money first",
                "text": "The seller wants to be paid before it delivers early.",
                "party": "A",
                "first": {"price": ["middle", "high"]},
                "then": {"delivery": "early"},
                "points": [2, 4, 8],
                "reason": "it was cheated once.",
            },
            "goods_first": {
                "name": "goods first",
                "text": "The buyer wants the goods before it pays.",
                "party": "B",
                "first": {"delivery": "early"},
                "then": {"price": ["middle", "high"]},
                "points": 6,
                "reason": "it was cheated twice.",
            },
        },
    }


def _claims() -> dict[str, Any]:
    return {
        "board_fears_haste": {
            "number": 1,
            "text": "The board fears haste.",
            "elements": ["ratifiers.board"],
            "outcome": "reach",
            "neutral": {"ratifiers": {"board": {"reserve": -100}}},
        },
        "buyer_is_the_bottleneck": {
            "number": 2,
            "text": "It is the buyer that holds out.",
            "elements": ["principals.B.reserve", "ratifiers.board"],
            "outcome": "bottleneck",
            "neutral": {"principals": {"B": {"reserve": None}}},
            "expects": "B",
        },
        "market_decides": {
            "number": 3,
            "text": "The bank decides how far it can go.",
            "elements": ["shocks.bank"],
            "outcome": "ceiling",
            "neutral": {"shocks": {"bank": None}},
            "expects": "bank",
        },
        "steel_is_short": {
            "number": 4,
            "text": "Steel is short.",
            "background": "It is the ground of the market's states, and moves nothing by itself.",
        },
        "they_met": {
            "number": 5,
            "text": "They met in December.",
            "events": [{"date": "2016-12", "actor": "A"}],
            "outcome": "relation",
            "without": [{"date": "2016-12"}],
        },
    }
