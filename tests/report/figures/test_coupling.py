from detente.report.figures.coupling import coupling
from tests.report.figures.drawing import check
from tests.study.answered import coupled, coupling_result


def test_each_lag_has_its_bar_and_its_name() -> None:
    look = coupled()
    figure = coupling(coupling_result(look), look, "fig-coupling-0")

    shown = check(figure)

    assert {"Lag, days", "Correlation", "−1", "0", "1"} <= {
        text.replace("-", "−") for text in shown
    }
    assert figure.title == "United States–Russia and Japan–Russia"
    assert "the first follows the second" in figure.caption


def test_two_figures_on_a_page_share_no_name() -> None:
    look = coupled()
    one, two = (coupling(coupling_result(look), look, f"fig-{n}") for n in range(2))

    assert check(one) == check(two)
    assert one.svg != two.svg
