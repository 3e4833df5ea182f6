from detente.report.tables.scenarios import SHOWN, ex_ante_sheets, scenario_sheets
from detente.report.words import points_text, share_text
from detente.study.scenarios import ScenariosResult
from tests.report.full_case import full
from tests.report.tables.reading import rows


def _result() -> ScenariosResult:
    found = full()[1].scenarios
    assert found is not None
    return found


def test_each_state_shows_its_probability_and_what_it_does() -> None:
    case, result = full()[0], _result()

    states, _ = scenario_sheets(case, result)

    assert rows(states) == {
        f"{case.shocks[s.shock].name}: {case.shocks[s.shock].states[s.state].name}"
        + (" (now)" if case.shocks[s.shock].now == s.state else ""): (
            share_text(s.probability, 1),
            share_text(s.open, 1),
            share_text(s.j, 1),
            share_text(s.alone.j, 1),
        )
        for s in result.states
    }
    assert "by 11 May 2018 with a probability of 60.0 %" in states.notes[0]
    assert "What moves it most is the steel market" in states.notes[-2]
    assert states.notes[-1] == (
        "No agreement itself brings the buyer −5.0 points where the steel market: steel runs short."
    )


def test_scenarios_stand_side_by_side_the_likeliest_first() -> None:
    case, result = full()[0], _result()

    _, likeliest = scenario_sheets(case, result)

    assert [row[1] for row in likeliest.rows] == [
        share_text(one.probability, 1) for one in result.scenarios
    ]
    assert rows(likeliest)["as now"] == ("48.0 %", "yes", "15.0 %", "8.0", "18.0")
    assert rows(likeliest)["A squeeze (the steel market: steel runs short)"][1:] == (
        "no",
        "0.0 %",
        "–",
        "–",
    )


def test_of_many_scenarios_the_rest_are_counted() -> None:
    case, result = full()[0], _result()
    many = result.model_copy(update={"scenarios": result.scenarios * SHOWN})

    _, likeliest = scenario_sheets(case, many)

    assert len(likeliest.rows) == SHOWN
    assert any(note.startswith(f"{3 * SHOWN} less likely scenarios") for note in likeliest.notes)


def test_the_choice_stands_first_and_perfect_information_beside_it() -> None:
    case, result = full()[0], _result()
    choice = result.choice
    assert choice is not None

    (sheet,) = ex_ante_sheets(case, result)

    gains = tuple(points_text(choice.expected[p]) for p in case.principals)
    assert sheet.rows[0][1:] == (*gains, share_text(choice.acceptance, 1))
    assert sheet.rows[0][0] == "a middle price; 100 tonnes; at the buyer's works"
    assert len(sheet.rows) == len(result.ex_ante) + 1
    knowing = tuple(points_text(result.perfect_information[p]) for p in case.principals)
    assert rows(sheet)["perfect information"] == (*knowing, share_text(result.open, 1))


def test_where_nothing_is_ever_acceptable_it_is_said() -> None:
    nothing = _result().model_copy(update={"ex_ante": (), "choice": None})

    (sheet,) = ex_ante_sheets(full()[0], nothing)

    assert (sheet.notes, sheet.rows) == (
        ("No package is acceptable to all in any scenario.",),
        (),
    )
