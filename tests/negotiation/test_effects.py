from detente.negotiation.effects import AfterSteps, effective
from detente.negotiation.payoff import compile_case
from tests.negotiation.walks import STEPS, sale


def _after(**effects: object) -> AfterSteps:
    steps = {**STEPS}
    for name, made in effects.items():
        steps[name] = {**STEPS[name], "effects": made}
    return AfterSteps(compile_case(sale(-50, steps=steps)))


def _reserve(value: int) -> dict[str, object]:
    return {"ratifiers": {"workers": {"reserve": {"value": value, "reason": "x"}}}}


def test_steps_without_effects_change_nothing() -> None:
    after = _after()

    assert after.after(["paid", "shipped"]) is after.payoffs
    assert after.after(["price=high"]) is after.payoffs


def test_the_later_in_the_file_holds_in_whatever_order_they_are_completed() -> None:
    after = _after(halfway=_reserve(-60), paid=_reserve(-70))

    assert after.after(["paid", "halfway"]).reserve["workers"] == -70
    assert after.after(["halfway"]).reserve["workers"] == -60
    assert after.after(["halfway", "paid"]) is after.after(["paid", "halfway"])


def test_what_bears_on_a_plan() -> None:
    weights = {"principals": {"A": {"weights": {"points": {"price": 60}}}}}
    own = {"principals": {"A": {"reserve": {"value": 5, "reason": "x"}}}}
    after = _after(halfway=_reserve(-60), paid=weights, shipped=own)
    names = ["halfway", "paid", "shipped"]

    assert after.bearing(names, ["workers"]) == ("halfway", "paid")
    assert after.bearing(names, []) == ("paid",)


def test_scores_bear_on_a_plan_where_the_party_counts() -> None:
    def rescored(party: str) -> dict[str, object]:
        return {"issues": {"price": {"options": {"middle": {"scores": {party: 50}}}}}}

    after = _after(halfway=rescored("A"), paid=rescored("workers"))

    assert after.bearing(["halfway", "paid"], []) == ("halfway",)
    assert after.bearing(["halfway", "paid"], ["workers"]) == ("halfway", "paid")


def test_what_is_read_once_is_left_out() -> None:
    months = {"steps": {"paid": {"months": {"value": 5, "reason": "x"}}}}
    calls = {"issues": {"price": {"options": {"high": {"track": "civic"}}}}}
    after = _after(halfway=months, shipped=calls)

    assert [*after.left_out(["halfway", "paid", "shipped"])] == [
        "steps.halfway.effects.steps.paid.months",
        "steps.shipped.effects.issues.price.options.high.track",
    ]
    assert after.bearing(["halfway", "shipped"], ["workers"]) == ()
    assert not effective(("principals", "A", "capacity"))
    assert effective(("principals", "A", "exposure"))
