from detente.negotiation.payoff import compile_case
from detente.study.sequence import sequence
from detente.study.sequence_result import SequenceResult
from detente.study.sequence_sentence import sequence_sentence
from tests.negotiation.walks import STEPS, sale


def _found(**rooms: object) -> SequenceResult:
    found = sequence(compile_case(sale(**rooms)), months=5, beside=False)  # type: ignore[arg-type]  # rooms of a case
    assert found is not None
    return found


def test_the_first_steps_and_what_is_reached_are_said() -> None:
    said = sequence_sentence(sale(), _found()).text

    assert said == (
        "On the way to the Nash package come first: by 11 June 2017 half paid; by 11 July 2017 "
        "shipped; by 11 September 2017 all paid; by 11 October 2017 2 of its 2 options are in "
        "force and bring the seller 40.0 and the buyer 20.0 points."
    )


def test_an_option_without_a_step_is_said_by_its_own_name() -> None:
    steps = {"paid": STEPS["paid"]}

    said = sequence_sentence(sale(steps=steps), _found(steps=steps)).text

    assert "early delivery" in said


def test_what_is_not_proved_is_said() -> None:
    found = _found()
    rough = found.model_copy(update={"plan": found.plan.model_copy(update={"proved": False})})

    assert "not proved best" in sequence_sentence(sale(), rough).text


def test_where_no_step_leads_there_that_is_said() -> None:
    found = sequence(compile_case(sale()), months=5, beside=False, seconds=0.0)
    assert found is not None

    assert sequence_sentence(sale(), found).text.startswith("No step leads toward")
