from detente.negotiation.payoff import compile_case
from detente.report.tables.sequence import aim, sequence_sheets, short_date, step_name
from detente.study.sequence import sequence
from tests.negotiation.walks import STEPS, sale
from tests.report.walked import walked


def test_the_plan_its_stops_and_what_else_could_be() -> None:
    case, result = walked()

    plan, stops, lower, contact = sequence_sheets(case, result)

    assert plan.title == "What first: the way to the package asked for"
    assert [row[0] for row in plan.rows] == ["█────", "·██──", "····█"]
    assert plan.rows[0][1] == "Half paid (on the way)"
    assert [row[4] for row in plan.rows] == ["cannot be", "not said", "can be"]
    said = " ".join(plan.notes)
    assert "the seller bears any exposure and any number of steps at once; a gain a year" in said
    bears = "the buyer bears standing at most 30.0 points below no agreement and 2 steps at once."
    assert bears in said
    assert "The first that people at home see: Half paid (on the way), on 11 June 2017." in said
    assert "Asked before Shipped begins, on 11 June 2017: the workers." in said
    assert "a month is taken, for: the high price." in said
    assert stops.rows[0][0] == "11 May 2017"
    assert "refused: " in stops.rows[1][-1]
    assert lower.title == "What can be done with no leaders' decision"
    assert [row[0] for row in contact.rows] == ["on", "off"]
    assert "Completed steps whose effects bear on the plan: Half paid." in contact.notes


def test_what_is_not_proved_or_not_reached_is_said() -> None:
    case = sale(steps={**STEPS, "paid": {**STEPS["paid"], "months": 9}})
    result = sequence(compile_case(case), months=5)
    assert result is not None
    said = " ".join(next(sequence_sheets(case, result)).notes)
    assert "Not in force by the end as the package has it: Price." in said

    plan = result.plan.model_copy(update={"proved": False, "gap": result.plan.shares["A"]})
    rough = result.model_copy(update={"plan": plan})
    assert "may be up to" in " ".join(next(sequence_sheets(case, rough)).notes)

    hurried = sequence(compile_case(case), months=5, seconds=0.0)
    assert hurried is not None
    assert "No plan was found" in " ".join(next(sequence_sheets(case, hurried)).notes)
    assert aim(hurried) == "the Nash package"


def test_effects_and_options_that_do_not_count_are_told() -> None:
    case, result = walked()
    more = result.model_copy(
        update={"left_out": ("steps.a.effects.steps.b.months",), "no_steps": ("price=high",)}
    )

    said = " ".join(next(sequence_sheets(case, more)).notes)

    assert "does not take into account: steps.a.effects.steps.b.months." in said
    assert "No principal may choose: the high price." in said


def test_with_effects_that_do_not_bear_there_is_nothing_to_compare() -> None:
    case = sale()
    result = sequence(compile_case(case), months=5)
    assert result is not None

    *_, contact = sequence_sheets(case, result)

    assert contact.rows == ()
    assert "none of them bears" in contact.notes[0]


def test_words() -> None:
    case, result = walked()

    assert short_date("2018-09-01") == "1 Sep 2018"
    assert step_name(case, result.plan.steps[-1]) == "All paid"
