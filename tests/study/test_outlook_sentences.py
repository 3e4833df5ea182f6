"""What is said beyond the present carries the results' own numbers."""

from __future__ import annotations

from fractions import Fraction

from detente.study.drift import DriftResult
from detente.study.outlook_sentences import drift_sentence, scenario_sentence
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import NAMED, Sentence
from tests.report.full_case import full


def _numbers(sentence: Sentence) -> list[tuple[str, str]]:
    return [(part.text, part.section) for part in sentence.parts if part.section]


def _scenarios() -> ScenariosResult:
    found = full()[1].scenarios
    assert found is not None
    return found


def _drift() -> DriftResult:
    found = full()[1].drift
    assert found is not None
    return found


def test_how_probable_an_agreement_is_by_three_bars_and_what_to_choose() -> None:
    said = scenario_sentence(full()[0], _scenarios())

    assert _numbers(said) == [
        ("60 %", "scenarios"),
        ("12 %", "scenarios"),
        ("12 %", "scenarios"),
        ("15.0", "scenarios"),
        ("60 %", "ex-ante"),
        ("8.4", "ex-ante"),
        ("6.3", "ex-ante"),
    ]
    assert said.text.startswith("An agreement is possible by 11 May 2018 with a probability of")
    assert "a middle price; 100 tonnes; at the buyer's works" in said.text


def test_what_is_possible_in_every_scenario_is_said_to_be_a_low_bar() -> None:
    sure = _scenarios().model_copy(update={"open": Fraction(1)})

    said = scenario_sentence(full()[0], sure)

    assert said.text.startswith("In each of the 4 scenarios that the case describes an agreement")
    assert "a low bar" in said.text


def test_without_a_day_a_ceiling_or_a_choice_less_is_said() -> None:
    case = full()[0]
    shocks = {name: s.model_copy(update={"by": None}) for name, s in case.shocks.items()}
    none = _scenarios().model_copy(update={"ceiling": None, "choice": None})

    said = scenario_sentence(case.model_copy(update={"shocks": shocks}), none)

    assert said.text.startswith("An agreement is possible with a probability of 60 %")
    assert said.text.endswith("; no package is acceptable in any scenario.")


def test_what_moves_it_most_is_not_said_twice() -> None:
    said = scenario_sentence(full()[0], _scenarios(), full()[1].claims)

    assert "moves most how far" not in said.text


def test_options_beyond_a_few_are_counted() -> None:
    case, result = full()[0], _scenarios()
    assert result.choice is not None
    many = {f"{issue}{n}": o for n in range(4) for issue, o in result.choice.package.items()}
    issues = {f"{name}{n}": issue for n in range(4) for name, issue in case.issues.items()}
    long = result.model_copy(update={"choice": result.choice.model_copy(update={"package": many})})

    said = scenario_sentence(case.model_copy(update={"issues": issues}), long)

    assert (f"{len(many) - NAMED} more", "ex-ante") in _numbers(said)


def test_how_it_drifted_and_until_when_waiting_pays() -> None:
    said = drift_sentence(full()[0], _drift())

    assert _numbers(said) == [("26 %", "drift"), ("15 %", "drift"), ("4.0", "drift")]
    assert "; in the world as it stands, waiting costs the seller nothing until 1 " in said.text


def test_waiting_that_first_pays_and_then_costs() -> None:
    result = _drift()
    last = result.days[-1]
    days = [
        last.model_copy(update={"day": day, "delay": {"A": Fraction(cost), "B": Fraction(0)}})
        for day, cost in (("2018-01-01", -2), ("2018-06-01", -1), ("2019-01-01", 3))
    ]
    later = result.model_copy(update={"days": (*result.days[:-1], *days)})

    said = drift_sentence(full()[0], later)

    assert (
        "waiting brings the seller 1.0 to 2.0 points until 1 June 2018, and costs it 3.0 points "
        "from 1 January 2019 on; it costs the buyer nothing until 1 January 2019."
    ) in said.text


def test_dates_of_one_side_only_are_told_by_themselves() -> None:
    case, result = full()[0], _drift()
    past = drift_sentence(case, result.model_copy(update={"days": result.days[:3]}))
    ahead = drift_sentence(case, result.model_copy(update={"days": result.days[2:]}))

    assert [text for text, _ in _numbers(past)] == ["26 %", "15 %"]
    assert [text for text, _ in _numbers(ahead)] == ["4.0"]
    for said in (past, ahead):
        assert said.text.endswith(".")
        assert "  " not in said.text
