import pytest

from tests.broken.material import problems_of
from tests.case.outlook_text import OUTLOOK

RATE = "shocks.rate.transitions"
RAIN = "shocks.rain.transitions"
WIDE = "[0, 0.4, 1]"

# The transitions of the rate, those of the rain, and all that is found.
CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "at an entry": ("t: {from: high, to: low, at: vote, probability: 0.2}", "", []),
    "in any month": ("t: {from: high, to: low, hazard: 0.02}", "", []),
    "both": (
        "t: {from: high, to: low, at: vote, probability: 0.2, hazard: 0.1}",
        "",
        [("C318", f"{RATE}.t.hazard")],
    ),
    "an entry without a probability": (
        "t: {from: high, to: low, at: vote}",
        "",
        [("C318", f"{RATE}.t")],
    ),
    "neither": ("t: {from: high, to: low}", "", [("C318", f"{RATE}.t")]),
    "a probability without an entry": (
        "t: {from: high, to: low, probability: 0.2}",
        "",
        [("C318", f"{RATE}.t.probability")],
    ),
    "above 1": (
        "t: {from: high, to: low, hazard: [0.1, 0.5, 1.1]}",
        "",
        [("C318", f"{RATE}.t.hazard")],
    ),
    "to itself": ("t: {from: high, to: high, hazard: 0.1}", "", [("C426", f"{RATE}.t.to")]),
    "an unknown state": ("t: {from: hihg, to: low, hazard: 0.1}", "", [("C210", f"{RATE}.t.from")]),
    "an unknown end": ("t: {from: high, to: lwo, hazard: 0.1}", "", [("C210", f"{RATE}.t.to")]),
    "an unknown entry": (
        "t: {from: high, to: low, at: vtoe, probability: 0.1}",
        "",
        [("C210", f"{RATE}.t.at")],
    ),
    "an unknown fact": (
        "t: {from: high, to: low, hazard: 0.02, facts: flwo}",
        "",
        [("C204", f"{RATE}.t.facts")],
    ),
    "given nothing": (
        "t: {from: high, to: low, hazard: 0.02, given: dry}",
        "",
        [("C426", f"{RATE}.t.given")],
    ),
    "the same twice": (
        "t: {from: high, to: low, hazard: 0.02}, u: {from: high, to: low, hazard: 0.01}",
        "",
        [("C426", f"{RATE}.u")],
    ),
    "the same of another state": (
        "",
        "t: {from: dry, to: wet, hazard: 0.07, given: low}, "
        "u: {from: dry, to: wet, hazard: 0.05, given: high}",
        [],
    ),
    "the same of one state and of any": (
        "",
        "t: {from: dry, to: wet, hazard: 0.02}, "
        "u: {from: dry, to: wet, hazard: 0.01, given: high}",
        [("C426", f"{RAIN}.u")],
    ),
    "an unknown state that it is given": (
        "",
        "t: {from: dry, to: wet, hazard: 0.02, given: hihg}",
        [("C210", f"{RAIN}.t.given")],
    ),
}  # fmt: skip


def _text(rate: str, rain: str) -> str:
    text = OUTLOOK.replace("probability: 0.6}", "probability: [0, 0.6, 1]}")
    text = text.replace("probability: 0.4\n", f"probability: {WIDE}\n")
    text = text.replace(
        "probabilities: {high: 0.5, low: 0.5}",
        "probabilities: {high: [0, 0.5, 1], low: [0, 0.5, 1]}",
    )
    for now, said in (("high", rate), ("dry", rain)):
        if said:
            line = f"    now: {now}\n"
            text = text.replace(line, f"{line}    transitions: {{{said}}}\n")
    return text


def _found(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in problems_of(text)]


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_is_told_where_it_stands(name: str) -> None:
    rate, rain, expected = CASES[name]

    assert _found(_text(rate, rain)) == expected


def test_an_entry_that_is_over_decides_nothing_more() -> None:
    text = _text("t: {from: high, to: low, at: vote, probability: 0.2}", "")

    for until, expected in (("2026-02-01", []), ("2026-01-31", [("C426", f"{RATE}.t.at")])):
        span = f"from: 2026-01-01, until: {until}"
        assert _found(text.replace("from: 2026-06-01, until: 2026-06-20", span)) == expected


def test_what_leaves_a_state_on_one_occasion_is_at_most_1() -> None:
    flood = "flood: {name: A flood, probabilities: {high: [0, 0, 1], low: [0, 0, 1]}}"
    two = "t: {from: dry, to: wet, hazard: 0.6}, u: {from: dry, to: flood, hazard: %s}"

    for share, expected in ((0.4, []), (0.5, [("C318", f"{RAIN}.u")])):
        text = _text("", two % share).replace("      wet:\n", f"      {flood}\n      wet:\n", 1)
        assert _found(text) == expected


def test_transitions_agree_with_the_probabilities_by_the_day() -> None:
    text = _text("t: {from: high, to: low, at: vote, probability: 0.2}", "")

    for high, expected in ((0.6, []), (0.5, [("C319", "shocks.rate.states.low.probability")])):
        low = "0.19" if high == 0.6 else "0.3"
        narrow = text.replace(WIDE, f"[{low}, 0.4, {high}]")
        assert _found(narrow) == expected


def test_given_another_shock_each_of_its_states_is_compared() -> None:
    text = _text("", "t: {from: dry, to: wet, hazard: 0.01, given: high}")
    narrow = "probabilities: {high: [0.4, 0.5, 1], low: [0, 0.5, 1]}"
    at = text.rindex("probabilities: {high")

    found = _found(text[:at] + narrow + text[at + len(narrow) - 2 :])

    assert found == [("C319", "shocks.rain.states.wet.probabilities.high")]
