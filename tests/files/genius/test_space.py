import pytest

from detente.files.genius.domain import DomainIssue, read_domain
from detente.files.genius.space import Space, read_space
from detente.files.genius.told import Told
from tests.files.genius.material import TABLE, domain_text, element, space_text

NUMERIC = (
    "<negotiation_template><issue name='n' type='integer' lowerbound='1' upperbound='3'/>"
    "</negotiation_template>"
)


def issues_of(text: str) -> tuple[DomainIssue, ...]:
    say = Told("d.xml")
    found = read_domain(element(text), say)
    assert not say.problems
    return found


def read(text: str, domain: str = "") -> tuple[Space | None, list[tuple[str, int]]]:
    say = Told("s.xml")
    found = read_space(element(text), issues_of(domain or domain_text()), say)
    return found, [(problem.code, problem.line) for problem in say.problems]


def shown(space: Space | None) -> list[list[str]]:
    assert space is not None
    return [[str(value) for value in row] for row in space.worth]


def test_worth_is_weight_by_share_of_the_largest_evaluation() -> None:
    space, problems = read(space_text(TABLE, ("0.4", "0.7"), '<reservation value="0.1"/>'))

    assert problems == []
    assert shown(space) == [["1/10", "2/5"], ["7/10", "7/15"]]
    assert space is not None
    assert (str(space.reservation), space.discount) == ("1/10", None)


def test_issues_may_stand_in_any_order_and_weights_follow_their_numbers() -> None:
    turned = {name: TABLE[name] for name in reversed(TABLE)}

    assert shown(read(space_text(turned, ("0.7", "0.4")))[0]) == [["1/10", "2/5"], ["7/10", "7/15"]]


def test_evaluations_that_are_all_0_are_worth_nothing() -> None:
    nothing = {**TABLE, "Price": {"low": "0", "high": "0.0"}}

    assert shown(read(space_text(nothing))[0])[0] == ["0", "0"]


def test_of_what_stands_twice_the_last_counts() -> None:
    text = space_text(TABLE).replace(
        'value="high"', 'value="low" evaluation="2"/><item value="high"'
    )
    text = text.replace("<weight index='1'", "<weight index='1' value='9'/><weight index='1'")

    assert shown(read(text)[0])[0] == ["1/5", "2/5"]


def test_blanks_around_names_are_no_difference() -> None:
    spaced = {f" {name} ": {f"{v} ": n for v, n in row.items()} for name, row in TABLE.items()}

    assert shown(read(space_text(spaced))[0]) == shown(read(space_text(TABLE))[0])


def test_integer_issues_may_have_an_evaluator_or_a_table() -> None:
    start = "<utility_space><issue index='1' name='n' type='{}' lowerbound='1' upperbound='3'>"
    end = "</issue><weight index='1' value='0.5'/></utility_space>"
    line = "<evaluator ftype='linear' offset='0' slope='0.5'/>"
    table = "".join(f"<item value='{n}.0' evaluation='{n}'/>" for n in (1, 2, 3))

    assert shown(read(start.format("integer") + line + end, NUMERIC)[0]) == [["0", "1/4", "1/2"]]
    found, _ = read(start.format("discrete") + table + end, NUMERIC)
    assert shown(found) == [["1/6", "1/3", "1/2"]]
    found, problems = read(start.format("real") + line + end, NUMERIC)
    assert (found, problems) == (None, [("G805", 1)])
    assert read(start.format("integer") + end, NUMERIC)[1] == [("G806", 1)]
    bare = start.format("integer") + end.replace("0.5", "0")
    assert shown(read(bare, NUMERIC)[0]) == [["0", "0", "0"]]


def test_an_only_issue_needs_no_weight() -> None:
    text = "<utility_space><issue index='1' name='n'><item value='1' evaluation='1'/>"
    text += "<item value='2' evaluation='2'/><item value='3' evaluation='4'/></issue>"

    assert shown(read(f"{text}</utility_space>", NUMERIC)[0]) == [["1/4", "1/2", "1"]]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (space_text(TABLE, kind=" type='nonlinear'"), [("G804", 1)]),
        (space_text(TABLE, rest="<utility_function/>"), [("G804", 13)]),
        (space_text(TABLE, ("0.4",)), [("G806", 6)]),
        (space_text(TABLE, ("0.4", "0.6", "0.1")), [("G805", 12)]),
        (space_text(TABLE, ("0.4", "much")), [("G806", 11)]),
        (space_text(TABLE, rest="<reservation value='x'/>"), [("G806", 13)]),
        (space_text(TABLE, rest="<discount_factor value='x'/>"), [("G806", 13)]),
        (space_text({**TABLE, "Price": {"low": "1"}}), [("G806", 2)]),
        (space_text({**TABLE, "Price": {"low": "null", "high": "null"}}), [("G806", 2)]),
        (space_text({**TABLE, "Price": {"low": "1", "hihg": "2"}}), [("G805", 4)]),
        (space_text({**TABLE, "Price": {"low": "1", "high": "x"}}), [("G806", 4)]),
        (space_text({**TABLE, "Prize": {"low": "1"}}, ("0", "0", "0")), [("G805", 10)]),
        (space_text({"Price": TABLE["Price"]}, ("1",)), [("G805", 1)]),
        (space_text(TABLE).replace("index='1' value='0.4'", "value='0.4'"), None),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, problems: list[tuple[str, int]] | None
) -> None:
    found, told = read(text)

    assert found is None
    assert told == problems or (problems is None and {code for code, _ in told} == {"G806"})
