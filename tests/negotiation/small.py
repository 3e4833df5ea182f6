"""Cases written in a few lines, scores given directly: for worked examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.case.case import Case

Scores = Mapping[str, float]
Issues = Mapping[str, Mapping[str, Scores]]


def small_case(weights: Mapping[str, Mapping[str, float]], issues: Issues, **rest: Any) -> Case:
    """Return a case whose options hold scores by party; an issue's first option is no agreement.

    ``rest`` may hold ``ratifiers`` {name: principal}, ``reserves`` {party: points}, ``calls`` and
    ``controllers`` {(issue, option): names}, ``outside`` {party: points} in place of a status quo,
    and ``constraints``, ``linkages`` and ``commitments`` as in a case file.
    """
    ratifiers: Mapping[str, str] = rest.get("ratifiers", {})
    outside: Mapping[str, float] = rest.get("outside", {})
    principals = [party for party in weights if party not in ratifiers]

    def party(name: str) -> dict[str, Any]:
        form: dict[str, Any] = {
            "name": name,
            "weights": {"points": weights[name], "reason": "worked"},
        }
        for word in ("reserves", "outside"):
            if name in rest.get(word, {}):
                form[word.removesuffix("s")] = {"value": rest[word][name], "reason": "worked"}
        return form

    def option(issue: str, name: str, scores: Scores) -> dict[str, Any]:
        return {
            "name": name,
            "scores": scores,
            "track": "leaders",
            "controller": rest.get("controllers", {}).get((issue, name), principals[0]),
            "calls": rest.get("calls", {}).get((issue, name), ()),
        }

    return Case.model_validate(
        {
            "detente": 1,
            "id": "small",
            "title": "A small case",
            "as_of": "2017-05-11",
            "signer": "author",
            "signers": {"author": {"name": "case author, illustrative"}},
            "no_agreement": "outside" if outside else "status_quo",
            "principals": {name: party(name) for name in principals},
            "ratifiers": {
                name: {
                    **party(name),
                    "principal": of,
                    "kind": "parliament",
                    "removable": name in rest.get("removable", ()),
                }
                for name, of in ratifiers.items()
            },
            "third_parties": {"X": {"name": "X"}},
            "issues": {
                issue: {
                    "name": issue,
                    "status_quo": None if outside else next(iter(options)),
                    "reason": "worked",
                    "options": {name: option(issue, name, of) for name, of in options.items()},
                }
                for issue, options in issues.items()
            },
            **{w: rest.get(w, {}) for w in ("constraints", "linkages", "commitments")},
        }
    )


def exact(value: object) -> object:
    """Return the value: its rationals equal whole numbers, though their types do not."""
    return value
