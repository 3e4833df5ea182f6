"""Which events are of a dyad, and which way they go."""

from collections.abc import Callable

import pytest

from detente.record.dyad import Direction, Dyad, of_dyad
from detente.testing.events import DIRECTIONS
from tests.record.made import event, table

ROWS = [
    event("2018-11-01", *pair, row=row)
    for row, pair in enumerate(
        [
            ("JPN", "RUS"),
            ("RUS", "JPN"),
            ("JPN", "JPN"),
            ("JPN", None),
            (None, "JPN"),
            ("USA", "JPN"),
            ("JPN", "CHN"),
            ("RUS", "USA"),
            (None, None),
        ]
    )
]

EXPECTED: list[tuple[tuple[str, ...], Direction, dict[int, str]]] = [
    (("RUS",), "both", {0: "from", 1: "to"}),
    (("RUS",), "from", {0: "from"}),
    (("RUS",), "to", {1: "to"}),
    (("RUS", "CHN"), "both", {0: "from", 1: "to", 6: "from"}),
    (("RUS", "CHN"), "to", {1: "to"}),
    ((), "both", {0: "from", 1: "to", 5: "to", 6: "from"}),
    ((), "from", {0: "from", 6: "from"}),
    ((), "to", {1: "to", 5: "to"}),
]


@pytest.mark.parametrize(("others", "direction", "sides"), EXPECTED)
def test_events_of_a_dyad_and_the_side_that_acted(
    others: tuple[str, ...], direction: Direction, sides: dict[int, str]
) -> None:
    found = of_dyad(table(ROWS), Dyad("JPN", others, direction)).to_pyarrow().to_pylist()

    assert {row["row"]: "from" if row["forth"] else "to" for row in found} == sides


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Dyad(""), "without a code"),
        (lambda: Dyad("JPN", ("RUS", "")), "without a code"),
        (lambda: Dyad("JPN", ("JPN",)), "stands twice"),
        (lambda: Dyad("JPN", ("RUS", "RUS")), "stands twice"),
        (lambda: Dyad("JPN", ("RUS",), "up"), "no direction: up"),  # type: ignore[arg-type]
        (lambda: Dyad("JPN").turned(), "no other side"),
    ],
)
def test_a_dyad_that_is_none_is_refused(make: Callable[[], Dyad], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()


def test_turned_twice_it_is_itself() -> None:
    for direction in DIRECTIONS:
        dyad = Dyad("JPN", ("RUS",), direction)
        assert dyad.turned().turned() == dyad
    assert Dyad("JPN", ("RUS",), "from").turned() == Dyad("RUS", ("JPN",), "to")
