from datetime import date
from fractions import Fraction

from detente.case.case import Case
from detente.case.course import months, moves, over, settling
from detente.case.situation import worlds
from detente.case.written import written
from detente.files.case_file import parse_case
from detente.testing import Bounds, random_case
from tests.case.outlook_text import OUTLOOK, outlook_case

SINCE, UNTIL = date(2026, 1, 31), date(2027, 1, 31)
VOTE = "{from: high, to: low, at: vote, probability: [0.1, 0.25, 0.4]}"
DRIFTS = "{from: high, to: low, hazard: 0.1}"


def moving(*transitions: str) -> Case:
    """Return the case with transitions of the bank's rate."""
    said = ", ".join(f"t{n}: {one}" for n, one in enumerate(transitions))
    wide = "high: {name: The rate stays, probability: [0, 0.6, 1]}"
    text = OUTLOOK.replace("high: {name: The rate stays, probability: 0.6}", wide)
    text = text.replace("        probability: 0.4\n", "        probability: [0, 0.4, 1]\n")
    old = "    now: high\n"
    assert old in text
    case, problems = parse_case(
        text.replace(old, f"{old}    transitions: {{{said}}}\n"), "case.yaml"
    )
    assert case is not None, problems
    return case


def test_a_shock_without_transitions_is_settled_on_its_day() -> None:
    rate, rain = moves(outlook_case(), SINCE, UNTIL)

    assert (rate.day, rate.cause, rate.name) == (date(2026, 12, 31), "settled", "rate")
    assert rate.rows[("", "high")] == {"high": Fraction(3, 5), "low": Fraction(2, 5)}
    assert rate.rows[("", "low")] == rate.rows[("", "high")]
    assert {other for other, _ in rain.rows} == {"high", "low"}


def test_without_a_day_it_is_settled_the_day_after_and_no_earlier_than_what_it_is_given() -> None:
    case = outlook_case("    by: 2026-12-31\n    reason", "    reason")
    assert settling(case, "rate", SINCE) == date(2026, 2, 1)
    case = outlook_case("    now: dry\n    by: 2026-12-31\n", "    now: dry\n")
    assert settling(case, "rain", SINCE) == date(2026, 12, 31)


def test_what_is_held_is_not_settled_again() -> None:
    assert [m.shock for m in moves(outlook_case(), SINCE, UNTIL, held={"rate": "low"})] == ["rain"]


def test_the_settled_states_multiply_to_the_scenarios() -> None:
    for seed in range(40):
        case = random_case(seed, Bounds(shocks=(1, 3)))
        spread = {tuple(s.now for s in case.shocks.values()): Fraction(1)}
        names = [*case.shocks]
        for move in moves(case, case.as_of, date(2100, 1, 1)):
            mine, after = names.index(move.shock), dict[tuple[str, ...], Fraction]()
            given = case.shocks[move.shock].given
            for states, mass in spread.items():
                other = states[names.index(given)] if given else ""
                for to, chance in move.rows[(other, states[mine])].items():
                    new = (*states[:mine], to, *states[mine + 1 :])
                    after[new] = after.get(new, Fraction(0)) + mass * chance
            spread = after
        assert spread == {tuple(w.states.values()): w.probability for w in worlds(case)}


def test_a_calendar_entry_decides_on_the_first_day_after_it() -> None:
    [rate, _] = moves(moving(VOTE), SINCE, UNTIL)

    assert (rate.day, rate.cause, rate.name) == (date(2026, 6, 20), "calendar", "vote")
    assert rate.rows == {("", "high"): {"high": Fraction(3, 4), "low": Fraction(1, 4)}}
    assert over(outlook_case("until: 2026-06-20, ", "").calendar["vote"]) == date(2026, 6, 1)


def test_hazards_come_each_full_month_and_before_the_calendar() -> None:
    case = moving(VOTE.replace("at: vote", "at: vote"), DRIFTS)
    rate = [move for move in moves(case, SINCE, date(2026, 6, 20)) if move.shock == "rate"]

    assert [move.cause for move in rate] == ["hazard"] * 4 + ["calendar"]
    assert [move.day.isoformat() for move in rate][:2] == ["2026-02-28", "2026-03-31"]
    assert rate[0].rows[("", "high")] == {"high": Fraction(9, 10), "low": Fraction(1, 10)}


def test_a_chance_may_stand_in_place_of_the_mode() -> None:
    table = {"shocks.rate.transitions.t0.probability": Fraction(1, 10)}

    [rate, _] = moves(moving(VOTE), SINCE, UNTIL, chances=table)

    assert rate.rows[("", "high")]["low"] == Fraction(1, 10)


def test_a_transition_may_be_given_a_state_of_another_shock() -> None:
    raw = written(outlook_case())
    raw["shocks"]["rain"]["transitions"] = {
        "dries": {"from": "dry", "to": "wet", "given": "low", "hazard": 0.5}
    }
    raw["shocks"]["rain"]["by"] = "2026-03-01"
    case = Case.model_validate(raw)

    found = [move for move in moves(case, SINCE, UNTIL) if move.shock == "rain"]

    assert {key for move in found for key in move.rows} == {("low", "dry")}


def test_months_are_full_ones() -> None:
    assert months(SINCE, date(2026, 4, 29)) == (date(2026, 2, 28), date(2026, 3, 31))
    assert months(SINCE, SINCE) == ()
