import json
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from detente.case.case import Case
from detente.case.written import number, written
from detente.files.case_file import parse_case
from detente.testing import random_case
from detente.testing.strategies import cases
from tests.broken.material import write_yaml
from tests.case.outlook_text import outlook_case


@given(cases())
def test_a_case_written_and_read_is_the_same_case(case: Case) -> None:
    assert Case.model_validate(written(case)) == case


def test_every_room_is_written_and_read() -> None:
    case = outlook_case()

    assert Case.model_validate(written(case)) == case
    assert written(case)["dated"]["spring"]["from"] == "2026-04-01"
    assert [*written(case)["issues"]["pumps"]["options"]] == ["none", "half", "all"]


def test_it_is_a_case_file() -> None:
    for case in (outlook_case(), random_case(5)):
        again, problems = parse_case(write_yaml(json.loads(json.dumps(_plain(case)))), "x.yaml")

        assert problems == ()
        assert again == case


def _plain(case: Case) -> object:
    return json.loads(json.dumps(written(case), default=lambda value: float(Decimal(value))))


@given(st.fractions(max_denominator=10**6).filter(lambda value: abs(value) < 10**12))
def test_a_number_is_written_exactly(value: Fraction) -> None:
    found = number(value)

    assert Fraction(str(found)) == value
    assert isinstance(found, int) == (value.denominator == 1)


def test_defaults_are_left_out() -> None:
    case = written(random_case(1))

    assert "shocks" not in case
    assert all("removable" not in r or r["removable"] for r in case.get("ratifiers", {}).values())
