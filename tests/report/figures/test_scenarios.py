from detente.case.case import Case
from detente.case.written import written
from detente.report.figures.scenarios import NOW, scenarios
from detente.report.words import share_text
from detente.study.scenarios import scenarios as answered
from tests.report.figures.drawing import check
from tests.report.full_case import full, full_case


def test_every_state_stands_beneath_its_shock_with_how_likely_it_is() -> None:
    case, result = full()
    assert result.scenarios is not None
    shown = check(scenarios(case, result.scenarios))

    assert NOW in shown
    for shock in case.shocks.values():
        assert any(text.lower() == shock.name.lower() for text in shown)
    for state in result.scenarios.states:
        assert case.shocks[state.shock].states[state.state].name in shown
        assert share_text(state.alone.j) in shown
        assert f"likely {share_text(state.probability)}" in shown


def test_names_that_look_like_code_are_only_shown() -> None:
    tree = written(full_case())
    tree["shocks"]["market"]["name"] = "\"], datum.value) >= 0 || alert('x') || indexof([\""
    tree["shocks"]["bank"]["name"] = "<b>&\\u0041</b>"
    case = Case.model_validate(tree)
    found = answered(case)
    assert found is not None

    shown = check(scenarios(case, found))

    assert any("alert" in text for text in shown)
    assert "<b>&\\u0041</b>" in shown
