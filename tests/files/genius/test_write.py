from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given

from detente.base.errors import InputError
from detente.case.case import Case
from detente.case.preference import scores, weights
from detente.case.written import written
from detente.files.genius.write import FORMS, Form, genius_files
from detente.files.opened import open_case
from detente.testing import two_issue_case
from tests.files.genius.material import Table, opened, scenario
from tests.files.genius.test_read import files_of, tables


def put(case: Case, folder: Path, form: Form = "genius") -> Path:
    for path, data in genius_files(case, folder, form).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def worth(case: Case) -> dict[str, list[list[Fraction]]]:
    return {
        party: [
            [weights(case, party)[i] * score / 100 for score in scores(case, party, i).values()]
            for i in case.issues
        ]
        for party in case.principals
    }


@given(tables())
def test_there_and_back_utility_stays_the_same(
    tmp_path_factory: object, drawn: tuple[list[Table], list[tuple[str, ...]]]
) -> None:
    folder = tmp_path_factory.mktemp("drawn")  # type: ignore[attr-defined]
    before = opened(scenario(folder, **files_of(drawn)))
    # A party whose weights add up to 100 counts in points, and is written a hundredth as large.
    assume(all(party.weights.total != 100 for party in before.principals.values()))

    after = opened(put(before, folder / "after"))

    assert worth(after) == worth(before)
    assert after.principals.keys() == before.principals.keys()
    for one, other in zip(after.principals.values(), before.principals.values(), strict=True):
        assert one.outside is not None
        assert other.outside is not None
        assert one.outside.mode == other.outside.mode == Fraction(1, 4)
        assert one.discount == other.discount
    for one_issue, other_issue in zip(after.issues.values(), before.issues.values(), strict=True):
        assert [o.name for o in one_issue.options.values()] == [
            o.name for o in other_issue.options.values()
        ]


def test_weights_that_add_up_to_100_are_points(tmp_path: Path) -> None:
    drawn: tuple[list[Table], list[tuple[str, ...]]] = (
        [{"0/": {"> 0": "1", "> 1": "2"}}, {"0/": {"> 0": "2", "> 1": "1"}}],
        [("100",), ("1",)],
    )
    before = opened(scenario(tmp_path, **files_of(drawn)))

    after = opened(put(before, tmp_path / "after"))

    for party, unit in (("p0", Fraction(1, 100)), ("p1", Fraction(1))):
        outside = after.principals[party].outside
        assert outside is not None
        assert outside.mode == unit / 4
        assert worth(after)[party] == [[unit * v for v in row] for row in worth(before)[party]]


def test_a_case_in_points_is_played_in_utility(tmp_path: Path) -> None:
    case = two_issue_case()

    after = opened(put(case, tmp_path / "out"))

    assert worth(after) == {
        party: [[(value - min(row)) / 100 for value in row] for row in rows]
        for party, rows in worth(case).items()
    }
    assert "one point of the case is 0.01" in (tmp_path / "out" / "A.xml").read_text()


@pytest.mark.parametrize("form", FORMS)
def test_names_that_are_alike_give_way_to_ids(form: Form, tmp_path: Path) -> None:
    plain = written(two_issue_case())
    for option in plain["issues"]["price"]["options"].values():
        option["name"] = "the <same> & more"

    after = opened(put(Case.model_validate(plain), tmp_path / "out", form))

    assert [*after.issues["Price"].options] == ["low", "middle", "high"]


def test_for_negmas_the_largest_evaluation_is_1_and_a_discount_stays_behind(
    tmp_path: Path,
) -> None:
    put(opened(scenario(tmp_path)), tmp_path / "out", "negmas")

    one, two = ((tmp_path / "out" / f"{name}.xml").read_text() for name in ("one", "two"))
    assert 'evaluation="0.25"' in one
    assert 'evaluation="0.3333333333333333"' in two
    assert "<discount_factor" not in two
    assert "the discount factor 0.9 is left out" in two


def test_everything_that_cannot_be_said_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        genius_files(open_case("panama-canal-1977").case, tmp_path / "out", "genius")

    assert [problem.code for problem in caught.value.problems] == ["G809"]


def test_numbers_of_endless_length_are_told(tmp_path: Path) -> None:
    plain = written(two_issue_case())
    primes = (10**61 + 1, 10**97 + 7, 10**151 + 3)
    options = plain["issues"]["price"]["options"]
    for n, option in enumerate(("middle", "high", "most")):
        held = options.setdefault(option, {**options["high"], "name": "Most"})
        held["scores"] = {**held["scores"], "A": f"{primes[n] - 2}/{primes[n]}"}

    with pytest.raises(InputError, match=r"principals\.A: .* over 300 signs"):
        genius_files(Case.model_validate(plain), tmp_path / "out", "genius")


def test_a_folder_that_holds_xml_is_left_alone(tmp_path: Path) -> None:
    scenario(tmp_path)

    with pytest.raises(InputError, match="U602"):
        genius_files(two_issue_case(), tmp_path, "genius")


def test_a_domain_has_a_name_of_its_own(tmp_path: Path) -> None:
    plain = written(two_issue_case())
    plain["principals"]["two-issues-domain"] = plain["principals"].pop("B")
    for issue in plain["issues"].values():
        for option in issue["options"].values():
            held = option.get("scores", {})
            option["scores"] = {p.replace("B", "two-issues-domain"): n for p, n in held.items()}

    files = genius_files(Case.model_validate(plain), tmp_path / "out", "genius")

    assert [path.name for path in files] == [
        "two-issues-domain_.xml",
        "A.xml",
        "two-issues-domain.xml",
    ]


def test_negmas_reads_the_same_utilities(tmp_path: Path) -> None:
    negmas = pytest.importorskip("negmas", reason="NegMAS is not installed here")
    case = opened(scenario(tmp_path))

    found = negmas.Scenario.from_genius_folder(put(case, tmp_path / "out", "negmas"))

    assert [ufun.reserved_value for ufun in found.ufuns] == [0.25, 0]
    for ufun, rows in zip(found.ufuns, worth(case).values(), strict=True):
        for price, first in zip(case.issues["Price"].options.values(), rows[0], strict=True):
            for colour, second in zip(case.issues["Colour"].options.values(), rows[1], strict=True):
                assert abs(float(ufun((price.name, colour.name))) - float(first + second)) < 1e-12
