"""A case small enough to be worked out by hand, for examples and tests."""

from __future__ import annotations

from detente.case.case import Case


def two_issue_case() -> Case:
    """Return a case of two principals, A and B, that bargain over a price and a delivery.

    B alone can pay the middle price, A alone can deliver early, and the high price takes both.
    No agreement is a low price and a late delivery. The gains, in points, are

    ====== ======== === ===
    price  delivery A   B
    ====== ======== === ===
    low    late       0   0
    low    early    -30  60
    middle late      42 -16
    middle early     12  44
    high   late      70 -40
    high   early     40  20
    ====== ======== === ===

    Examples
    --------
    >>> case = two_issue_case()
    >>> {issue: list(case.issues[issue].options) for issue in case.issues}
    {'price': ['low', 'middle', 'high'], 'delivery': ['late', 'early']}
    """
    return Case.model_validate(
        {
            "detente": 1,
            "id": "two-issues",
            "title": "A price and a delivery",
            "question": "What can A offer B?",
            "as_of": "2017-05-11",
            "signer": "author",
            "signers": {"author": {"name": "case author, illustrative"}},
            "principals": {
                "A": {
                    "name": "the seller",
                    "weights": {
                        "points": {"price": 70, "delivery": 30},
                        "reason": "the seller minds the price more than the date.",
                    },
                },
                "B": {
                    "name": "the buyer",
                    "weights": {
                        "points": {"price": 40, "delivery": 60},
                        "reason": "the buyer is in a hurry.",
                    },
                },
            },
            "issues": {
                "price": {
                    "name": "Price",
                    "status_quo": "low",
                    "reason": "The nearer to the high price, the better for the seller.",
                    "options": {
                        "low": {"name": "the low price"},
                        "middle": {
                            "name": "a middle price",
                            "controller": "B",
                            "track": "officials",
                            "scores": {"A": 60, "B": -40},
                        },
                        "high": {
                            "name": "the high price",
                            "controller": ["A", "B"],
                            "track": "leaders",
                            "scores": {"A": 100, "B": -100},
                        },
                    },
                },
                "delivery": {
                    "name": "Delivery",
                    "status_quo": "late",
                    "reason": "Haste costs the seller and serves the buyer.",
                    "options": {
                        "late": {"name": "late delivery"},
                        "early": {
                            "name": "early delivery",
                            "controller": "A",
                            "track": "ministers",
                            "scores": {"A": -100, "B": 100},
                        },
                    },
                },
            },
        }
    )
