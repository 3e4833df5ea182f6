from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from detente.base.exact import DIGITS, MAGNITUDE, Exact, to_fraction, to_json, to_text


class Held(BaseModel):
    number: Exact


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, Fraction(7)),
        (0.1, Fraction(1, 10)),
        (1e-3, Fraction(1, 1000)),
        (Decimal("0.10"), Fraction(1, 10)),
        ("2/15", Fraction(2, 15)),
        (" -2.5 ", Fraction(-5, 2)),
        ("+3", Fraction(3)),
        (Fraction(1, 3), Fraction(1, 3)),
        (MAGNITUDE, Fraction(MAGNITUDE)),
    ],
)
def test_a_number_is_read_exactly(value: object, expected: Fraction) -> None:
    assert to_fraction(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        True,
        None,
        [],
        {},
        b"1",
        1j,
        "",
        "1/0",
        "1/",
        "a",
        "1e3",
        "1,5",
        "1 000",
        "0x1",
        "inf",
        "1.2.3",
        "9" * 19,
        float("nan"),
        float("inf"),
        1e300,
        1e-300,
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("-Infinity"),
        Decimal("1E+40"),
        Decimal("1E-40"),
        Decimal("1." + "1" * DIGITS),
        10**400,
        -MAGNITUDE - 1,
    ],
)
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"number|true or false"):
        to_fraction(value)


@given(st.fractions(-1000, 1000, max_denominator=1000))
def test_text_and_json_are_read_as_the_same_number(number: Fraction) -> None:
    assert to_fraction(to_text(number)) == number
    assert to_json(number) == {"exact": to_text(number), "value": float(number)}
    held = Held(number=number)
    assert held.model_dump(mode="json") == {"number": to_json(number)}


@given(st.decimals(-1000, 1000, allow_nan=False, places=6))
def test_a_decimal_is_its_own_value(number: Decimal) -> None:
    assert to_fraction(number) == to_fraction(str(number)) == Fraction(number)


def test_both_schemas_say_what_is_written() -> None:
    assert Held.model_json_schema()["properties"]["number"]["type"] == "number"
    written = Held.model_json_schema(mode="serialization")["properties"]["number"]
    assert set(written["properties"]) == {"exact", "value"}


def test_a_fraction_may_be_longer_than_any_judgement() -> None:
    long = Fraction(10**300 + 1, 3**600)

    assert to_fraction(to_text(long)) == long
    with pytest.raises(ValueError, match="too large"):
        to_fraction(f"{10**300}/7")
