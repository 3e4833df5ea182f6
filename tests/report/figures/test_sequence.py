from detente.report.figures.sequence import sequence
from tests.report.figures.drawing import check
from tests.report.walked import walked


def test_steps_tracks_and_gains_are_drawn() -> None:
    case, result = walked()
    drawn = sequence(case, result)

    shown = check(drawn)

    assert {"All paid", "Shipped", "leaders", "ministers", "the seller", "the buyer"} <= {*shown}
    assert drawn.title == "The way to the package asked for"
    assert "up to 11 October 2017" in drawn.caption


def test_a_step_of_no_track_is_drawn_too() -> None:
    case, result = walked()
    first = result.plan.steps[0].model_copy(update={"track": None})
    plan = result.plan.model_copy(update={"steps": (first, *result.plan.steps[1:])})

    shown = check(sequence(case, result.model_copy(update={"plan": plan})))

    assert "none given" in shown
