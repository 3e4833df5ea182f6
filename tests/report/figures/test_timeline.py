from detente.report.figures.timeline import timeline
from detente.study.brief import brief
from tests.report.figures.drawing import check
from tests.report.reading import event, reference, with_events


def test_years_are_named_and_counts_have_no_sign() -> None:
    _, result = reference()
    assert result.relation is not None

    shown = check(timeline(result.relation))

    assert {"2012", "2013", "2014", "2015", "2016", "2017"} <= set(shown)
    assert {"cooperative", "conflictual", "context"} <= set(shown)
    assert not [text for text in shown if text.startswith(("-", "−"))]


def test_a_long_chronology_names_some_years_only() -> None:
    case, _ = with_events()
    result = brief(case, [event(2, "1855-02-07"), event(3, "2017-01-01")]).relation
    assert result is not None

    years = [text for text in check(timeline(result)) if len(text) == 4 and text.isdigit()]

    assert 4 <= len(years) <= 18


def test_a_single_quarter_is_drawn() -> None:
    case, _ = with_events()
    result = brief(case, [event(2, "2016-05-01")]).relation
    assert result is not None

    assert "2016" in check(timeline(result))
