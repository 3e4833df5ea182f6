"""Results that a claim can move, under names for people."""

from __future__ import annotations

from collections.abc import Mapping

from detente.case.claim import Outcome

OUTCOME_NAMES: Mapping[Outcome, str] = {
    "relation": "where the relation stands",
    "gift": "the most each can bring alone",
    "most": "the most each can bring with a return",
    "offers": "what each can offer",
    "agreement": "what could be agreed",
    "reach": "how far it can go",
    "obstacles": "what stands in the way",
    "blocks": "who blocks what",
    "bottleneck": "the bottleneck",
    "ceiling": "what moves it most from outside",
    "scenarios": "the answer over all scenarios",
    "ex_ante": "the package fixed before the scenario is known",
    "beliefs": "the answer as each sees it",
    "drift": "the answer from day to day",
    "delay": "what waiting costs",
    "tracks": "what each level can agree",
    "order": "wishes that oppose",
    "calendar": "the calendar",
    "steps": "the steps",
}
"""Each result under the words of its section."""
