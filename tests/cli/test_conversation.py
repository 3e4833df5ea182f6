from collections.abc import Iterator
from fractions import Fraction

import pytest

from detente.base.estimate import Estimate
from detente.cli.conversation import Conversation, print_weights, ranged
from detente.files.opened import open_case
from detente.testing import two_issue_case
from tests.cli.saying import say
from tests.study.answers import answers

REFERENCE = open_case("japan-russia-2017").case


def of_a_judge(talk: Conversation, true: dict[str, Fraction]) -> Iterator[object]:
    """Yield what a judge who knows the true weights answers to all questions."""
    worths, comparisons = answers(true)
    first, *_ = worths
    yield [*talk.swings].index(first) + 1
    yield from (worths[issue] for issue in talk.swings if issue != first)
    for said in comparisons:
        yield from (0,) if said.part == 100 else (1, said.part)


@pytest.mark.parametrize("party", ["JPN", "RUS"])
def test_a_judge_who_never_errs_gives_the_weights_of_the_reference_case(
    party: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = Conversation(REFERENCE, party)
    points = REFERENCE.principals[party].weights.points
    true = {issue: points[issue].mode for issue in talk.swings}
    say(monkeypatch, *of_a_judge(talk, true))

    found = talk.hold()

    assert {issue: estimate.mode for issue, estimate in found.items()} == true
    assert all(e.low == e.mode == e.high for e in found.values())
    assert "All answers agree with one another exactly." in capsys.readouterr().out
    assert talk.note().endswith("largest difference 0 per cent.")


def river() -> Conversation:
    """Return a conversation about three moves of the reference case, two of them losses."""
    talk = Conversation(REFERENCE, "JPN")
    kept = [
        *[issue for issue, swing in talk.swings.items() if swing.gain][:2],
        *[issue for issue, swing in talk.swings.items() if not swing.gain][:2],
    ]
    talk.swings = {issue: talk.swings[issue] for issue in kept}
    return talk


def test_the_largest_difference_is_named_and_can_be_revised(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = river()
    # worths 100, 80, 40, 20; direct: 80 to 40 as 100 to 40, 40 to 20 as 100 to 50
    say(monkeypatch, 1, 80, 40, 20, 1, 40, 1, 50, 3, 1, 50)

    found = talk.hold()

    out = capsys.readouterr().out
    names = [talk.issue(issue) for issue in talk.swings]
    assert f"The largest difference, 25 per cent, is between {names[1]} and {names[2]}." in out
    assert f"Where {names[1]} counts 100, {names[2]} counts 40 by the direct answer," in out
    assert f"and 50 by what both count beside {names[0]}." in out
    assert "Which counts more for Japan, the gain or the loss?" in out
    assert "Which would Japan rather be spared?" in out
    assert "All answers agree" in out
    assert [float(e.mode) for e in found.values()] == [41.7, 33.3, 16.7, 8.3]


@pytest.mark.parametrize(
    ("revision", "worths"),
    [
        ([1, 100, 0], [100, 100, 40, 20]),
        ([2, 0, 32, 0], [100, 80, 32, 20]),
        ([0], [100, 80, 40, 20]),
    ],
)
def test_a_first_answer_can_be_revised_or_all_left(
    revision: list[int], worths: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = river()
    say(monkeypatch, 1, 80, 40, 20, 1, 40, 1, 50, *revision)

    talk.hold()

    assert [talk.worths[issue] for issue in talk.swings] == worths


def test_a_pair_can_be_put_the_other_way_round(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = river()
    say(monkeypatch, 1, 80, 40, 20, 2, 80, 0, 0)

    found = talk.hold()

    second, third, fourth = [*talk.swings][1:]
    assert [(c.more, c.less) for c in talk.comparisons] == [(third, second), (third, fourth)]
    assert [c.part for c in talk.comparisons] == [80, 100]
    ends = (found[second].low, found[second].mode, found[second].high)
    assert [float(end) for end in ends] == [16.6, 33.3, 33.4]  # 32 of 192; 80 of 240, outwards
    assert talk.note() == (
        "Swing weights by trade-offs; 2 pairs checked directly, largest difference 150 per cent."
    )


def test_two_moves_leave_nothing_to_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = Conversation(two_issue_case(), "A")
    say(monkeypatch, 1, 25)

    found = talk.hold()

    assert {issue: e.mode for issue, e in found.items()} == {"price": 80, "delivery": 20}
    assert talk.note() == "Swing weights by trade-offs; no pairs checked directly."
    assert "a loss" in capsys.readouterr().out


def test_ranges_are_asked_for_and_shown_beside_the_weights_of_the_case(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = two_issue_case()
    eighty, twenty = Fraction(80), Fraction(20)
    found = {
        "price": Estimate(low=eighty, mode=eighty, high=eighty),
        "delivery": Estimate(low=twenty, mode=twenty, high=twenty),
    }
    say(monkeypatch, "70 90", "")

    found = ranged(case, found)
    print_weights(case, "A", found)

    assert [found["price"].low, found["price"].high] == [70, 90]
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Price", "70", "80", "(70", "to", "90)", "+10"] in rows
    assert ["Delivery", "30", "20", "−10"] in rows
