"""What is said beyond the present carries the results' own numbers."""

from __future__ import annotations

from detente.study.claims import ClaimsResult
from detente.study.drift import DriftResult
from detente.study.outlook_sentences import NAMED, borne_out, drift_sentence, scenario_sentence
from detente.study.scenarios import ScenariosResult
from detente.study.sentence_parts import Sentence, Writer
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


def _claims() -> ClaimsResult:
    found = full()[1].claims
    assert found is not None
    return found


def test_how_probable_an_agreement_is_and_what_to_choose() -> None:
    said = scenario_sentence(full()[0], _scenarios())

    assert _numbers(said) == [
        ("60 %", "scenarios"),
        ("15 %", "scenarios"),
        ("60 %", "ex-ante"),
        ("8.4", "ex-ante"),
        ("6.3", "ex-ante"),
    ]
    assert said.text.startswith("By 11 May 2018 an agreement is possible with a probability of")
    assert "the steel market" in said.text
    assert "a middle price; 100 tonnes; at the buyer's works" in said.text


def test_without_a_day_a_ceiling_or_a_choice_less_is_said() -> None:
    case = full()[0]
    shocks = {name: s.model_copy(update={"by": None}) for name, s in case.shocks.items()}
    none = _scenarios().model_copy(update={"ceiling": None, "choice": None})

    said = scenario_sentence(case.model_copy(update={"shocks": shocks}), none)

    assert said.text == (
        "An agreement is possible with a probability of 60 %; "
        "no package is acceptable in any scenario."
    )


def test_what_moves_it_most_is_not_said_twice() -> None:
    said = scenario_sentence(full()[0], _scenarios(), _claims())

    assert "moves it most" not in said.text


def test_options_beyond_a_few_are_counted() -> None:
    case, result = full()[0], _scenarios()
    assert result.choice is not None
    many = {f"{issue}{n}": o for n in range(3) for issue, o in result.choice.package.items()}
    issues = {f"{name}{n}": issue for n in range(3) for name, issue in case.issues.items()}
    long = result.model_copy(update={"choice": result.choice.model_copy(update={"package": many})})

    said = scenario_sentence(case.model_copy(update={"issues": issues}), long)

    assert (f"{len(many) - NAMED} more", "ex-ante") in _numbers(said)


def test_how_it_drifted_and_what_waiting_costs() -> None:
    said = drift_sentence(full()[0], _drift())

    assert _numbers(said) == [
        ("26 %", "drift"),
        ("15 %", "drift"),
        ("10 %", "drift"),
        ("0.0", "drift"),
        ("4.0", "drift"),
    ]
    assert said.text.endswith(
        "10 % is to be expected as of 1 January 2018; waiting until then would cost "
        "the seller 0.0 and the buyer 4.0 points."
    )


def test_dates_of_one_side_only_are_told_by_themselves() -> None:
    case, result = full()[0], _drift()
    past = drift_sentence(case, result.model_copy(update={"days": result.days[:3]}))
    ahead = drift_sentence(case, result.model_copy(update={"days": result.days[2:]}))

    assert [text for text, _ in _numbers(past)] == ["26 %", "15 %"]
    assert [text for text, _ in _numbers(ahead)] == ["15 %", "10 %", "0.0", "4.0"]
    for said in (past, ahead):
        assert said.text.endswith(".")
        assert "  " not in said.text


def _borne_out(claims: ClaimsResult, **changed: object) -> str:
    case, result = full()
    obstacles = result.obstacles.model_copy(update=changed)
    scenarios = None if "scenarios" in changed else result.scenarios
    said = Writer("reach", "reach").say("so it goes")
    borne_out(said, case, claims, obstacles, scenarios)
    return said.end().text


def test_whether_claims_that_expect_a_result_are_borne_out() -> None:
    assert _borne_out(_claims()) == (
        "So it goes; the text's claim 2, “It is the buyer that holds out”, is not borne out: the "
        "bottleneck is the seller's board, which would have to accept 85 % of its most less; "
        "the text's claim 3, “The bank decides how far it can go”, is not borne out: what moves "
        "it most from outside is the steel market, by 15 %"
    )
    right = tuple(c.model_copy(update={"agrees": True}) for c in _claims().claims[1:2])
    assert ", is borne out: " in _borne_out(_claims().model_copy(update={"claims": right}))


def test_where_no_result_is_there_it_is_said() -> None:
    text = _borne_out(_claims(), bottleneck=None, scenarios=None)

    assert "no one party's accepting less would let it go farther" in text
    assert text.endswith("no change of the outside world moves how far it can go")
