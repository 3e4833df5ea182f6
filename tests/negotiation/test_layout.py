"""A case's options by number."""

from detente.negotiation.layout import Layout
from detente.testing import Bounds, random_case, two_issue_case


def test_options_are_numbered_in_the_order_of_the_file() -> None:
    layout = Layout(two_issue_case())

    assert layout.places == {issue: n for n, issue in enumerate(layout.case.issues)}
    for issue, options in layout.options.items():
        assert layout.numbers(issue, options) == tuple(range(len(options)))
        assert layout.numbers(issue, ()) == ()


def test_places_follow_ids() -> None:
    for seed in range(20):
        layout = Layout(random_case(seed, Bounds()))
        for options, order in zip(layout.options.values(), layout.order, strict=True):
            assert [options[order.index(n)] for n in range(len(options))] == sorted(options)


def test_calls_name_no_option_of_no_agreement() -> None:
    for seed in range(20):
        case = random_case(seed, Bounds())
        issues = [*case.issues.values()]
        for ratifier, calls in Layout(case).calls.items():
            for place, number in calls:
                name = [*issues[place].options][number]
                assert name != issues[place].status_quo
                assert ratifier in issues[place].options[name].calls
