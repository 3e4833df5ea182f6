from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from detente.case.consistency import findings
from detente.case.preference import scores, weights
from detente.files.genius.read import NO_DATE, read_genius
from tests.files.genius.material import (
    OTHER,
    TABLE,
    Table,
    domain_text,
    opened,
    refused,
    scenario,
    space_text,
)

numbers = st.one_of(
    st.integers(0, 100).map(str),
    st.decimals(0, 1, places=17).map(str),
    st.just("0"),
    st.just("1.5E-7"),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Table], list[tuple[str, ...]]]:
    """Draw the evaluations and the weights of two or three parties."""
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    parties = draw(st.integers(2, 3))
    made = [
        {f"{n}/": {f"> {v}": draw(numbers) for v in range(size)} for n, size in enumerate(shape)}
        for _ in range(parties)
    ]
    return made, [tuple(draw(numbers) for _ in shape) for _ in range(parties)]


def files_of(drawn: tuple[list[Table], list[tuple[str, ...]]]) -> dict[str, str]:
    """Return the files of a scenario that was drawn; the reservation value is a quarter."""
    rest = '<reservation value="0.25"/><discount_factor value="0.5"/>'
    spaces = {
        f"p{n}": space_text(table, held, rest)
        for n, (table, held) in enumerate(zip(*drawn, strict=True))
    }
    return {"domain": domain_text(drawn[0][0]), "one": "", "two": "", **spaces}


def test_a_folder_is_a_case(tmp_path: Path) -> None:
    case = opened(scenario(tmp_path))

    assert findings(case) == ()
    assert (case.no_agreement, case.as_of.isoformat()) == ("outside", NO_DATE)
    assert [*case.principals] == ["one", "two"]
    assert weights(case, "one") == {"Price": Fraction(2, 5), "Colour": Fraction(3, 5)}
    assert scores(case, "one", "Price") == {"low": 25, "high": 100}
    one, two = case.principals.values()
    assert one.outside is not None
    assert (one.outside.mode, one.outside.sourced, one.discount) == (Fraction(1, 4), True, None)
    assert two.discount == Fraction(9, 10)
    assert "discount factor 0.9" in case.facts["file_2"].text
    assert case.facts["file_2"].source == "two.xml"
    assert case.summary is not None
    assert "no answer uses them" in case.summary


def test_names_stay_beside_ids(tmp_path: Path) -> None:
    odd = {" Größe (cm)": {"< 5": "1", "> 5": "2"}, "日本": {"$3.47": "1", "": "2"}}

    case = opened(
        scenario(tmp_path, domain=domain_text(odd), one="", two="", **{
            "1 party": space_text(odd), "2-party": space_text(odd),
        })
    )  # fmt: skip

    assert findings(case) == ()
    assert {party: one.name for party, one in case.principals.items()} == {
        "p_1_party": "1 party",
        "p_2-party": "2-party",
    }
    assert {issue: one.name for issue, one in case.issues.items()} == {
        "Groe_cm": "Größe (cm)",
        "i": "日本",
    }
    assert {o: one.name for o, one in case.issues["Groe_cm"].options.items()} == {
        "v_5": "< 5",
        "v_5_2": "> 5",
    }
    assert {o: one.name for o, one in case.issues["i"].options.items()} == {
        "v_3_47": "$3.47",
        "v": "(no name)",
    }


def test_a_real_issue_is_divisible_and_files_that_are_not_read_are_named(tmp_path: Path) -> None:
    issue = "<issue index='1' name='t' type='real' lowerbound='0' upperbound='10'>{}</issue>"
    domain = f"<negotiation_template>{issue.format('')}</negotiation_template>"
    line = "<evaluator ftype='linear' parameter0='0' parameter1='0.1'/>"
    space = f"<utility_space>{issue.format(line)}</utility_space>"

    case = opened(scenario(tmp_path, domain=domain, one=space, two=space, pareto="0, 1"))

    assert findings(case) == ()
    assert case.issues["t"].divisible is not None
    assert case.issues["t"].divisible.most == 10
    assert len(case.issues["t"].options) == 21
    assert scores(case, "one", "t")["v_2_5"] == 25
    assert case.summary is not None
    assert "21 values" in case.summary
    assert "pareto.xml" in case.summary


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    scenario(tmp_path, one=space_text(TABLE, ("x", "1")), two=space_text(OTHER, ("1",)))

    assert [(p.code, Path(p.file).name) for p in refused(tmp_path)] == [
        ("G806", "one.xml"),
        ("G806", "two.xml"),
    ]


def test_a_domain_that_is_wrong_is_told_alone(tmp_path: Path) -> None:
    scenario(tmp_path, domain=domain_text({"x" * 500: {"a": "1"}}))
    assert [p.code for p in refused(tmp_path)] == ["G805"]
    scenario(tmp_path, domain="<negotiation_template/>")
    assert [(p.code, p.line) for p in refused(tmp_path)] == [("G805", 1)]


@given(tables())
def test_every_scenario_is_consistent_and_says_what_its_files_say(
    tmp_path_factory: object, drawn: tuple[list[Table], list[tuple[str, ...]]]
) -> None:
    folder = tmp_path_factory.mktemp("drawn")  # type: ignore[attr-defined]
    case = read_genius(scenario(folder, **files_of(drawn)), "there", lambda _: None)

    assert findings(case) == ()
    for party, table, held in zip(case.principals, *drawn, strict=True):
        rows = zip(case.issues, table.values(), held, strict=True)
        for issue, row, weight in rows:
            top = max(map(Fraction, row.values())) or Fraction(1)
            found = scores(case, party, issue)
            for value, option in zip(row.values(), case.issues[issue].options, strict=True):
                worth = weights(case, party)[issue] * found[option] / 100
                assert worth == Fraction(weight) * Fraction(value) / top
