from fractions import Fraction

import pytest

from detente.files.genius.domain import STEPS, VALUES, DomainIssue, read_domain
from detente.files.genius.told import Told
from tests.files.genius.material import element


def read(issues: str) -> tuple[tuple[DomainIssue, ...], list[str]]:
    say = Told("d.xml")
    text = f"<negotiation_template><utility_space>{issues}</utility_space></negotiation_template>"
    return read_domain(element(text), say), [problem.code for problem in say.problems]


def test_issues_of_every_kind_are_read_also_within_objectives() -> None:
    issues, codes = read(
        "<objective><issue name='a'><item value='x'/><item value='y'/><item value='x'/></issue>"
        "<objective><issue name='b' type='integer' lowerbound='-1' upperbound='1'/></objective>"
        "<issue name='c' etype='real'><range lowerbound='2.5' upperbound='3.5'/></issue>"
        "</objective>"
    )

    assert codes == []
    assert [(issue.name, issue.kind) for issue in issues] == [
        ("a", "discrete"),
        ("b", "integer"),
        ("c", "real"),
    ]
    assert issues[0].values == ("x", "y")
    assert issues[1].values == ("-1", "0", "1")
    assert len(issues[2].values) == STEPS + 1
    assert (issues[2].values[1], issues[2].numbers[-1]) == ("2.55", Fraction(7, 2))


def test_a_real_issue_without_width_has_one_value() -> None:
    issues, _ = read("<issue name='a' type='real' lowerbound='1' upperbound='1'/>")

    assert issues[0].values == ("1",)


@pytest.mark.parametrize(
    ("issue", "code"),
    [
        ("<issue name='a'/>", "G805"),
        ("<issue><item value='x'/></issue>", "G805"),
        ("<issue name='a'><item/></issue>", "G805"),
        ("<issue name='a' type='calendar'/>", "G805"),
        ("<issue name='a'><item value='x'/></issue>" * 2, "G805"),
        ("<issue name='a' type='integer'/>", "G806"),
        ("<issue name='a' type='integer' lowerbound='1'/>", "G806"),
        ("<issue name='a' type='integer' lowerbound='2' upperbound='1'/>", "G806"),
        ("<issue name='a' type='integer' lowerbound='0.5' upperbound='1'/>", "G806"),
        ("<issue name='a' type='real' lowerbound='x' upperbound='1'/>", "G806"),
        (f"<issue name='a' type='integer' lowerbound='0' upperbound='{VALUES}'/>", "G808"),
    ],
)
def test_what_is_no_issue_is_told(issue: str, code: str) -> None:
    assert read(issue)[1] == [code]
