import pyarrow as pa

from detente.store.readers.cells import Part
from detente.store.readers.years import by_variable, has, heading_of, state_rule, year_rule


def test_years() -> None:
    years = year_rule()(pa.array(["1815.0", "1799", "2101", "1990.5", "", "x"]))

    assert years.to_pylist() == [1815, None, None, None, None, None]
    assert year_rule(1945)(pa.array(["74"])).to_pylist() == [2019]


def test_states_of_a_year() -> None:
    found = state_rule()(
        pa.array(["365.0", "365", "369", ""]), pa.array(["1985", "1992", "1950", "1950"])
    )

    assert found.to_pylist() == ["SUN", "RUS", "UKR", None]


def test_headings() -> None:
    assert heading_of('a, "b,c"', ";") == ['a, "b,c"']
    assert heading_of('"a ",b', ",") == ["a", "b"]
    assert heading_of('"a,b', ",") == ['"a,b']
    assert has(b"\xef\xbb\xbfb,a\r\n1", ["a", "b"])
    assert not has(b"", ["a"])


def test_rows_by_variable_in_the_order_of_the_file() -> None:
    part = Part(pa.array([2, 3], pa.int64()), pa.array(["x", "y"]), None)
    reasons = pa.array([None, "state"], pa.string())
    variables = [
        {"variable": "a", "value": pa.array([1, 2])},
        {"variable": "b", "value": pa.array([3, 4])},
    ]

    made, found = by_variable(part, {"year": pa.array([1990, 1991])}, variables, reasons)

    assert {name: column.to_pylist() for name, column in made.items()} == {
        "row": [2, 2, 3],
        "text": ["x", "x", "y"],
        "year": [1990, 1990, 1991],
        "variable": ["a", "b", "a"],
        "value": [1, 3, 2],
    }
    assert found.to_pylist() == [None, None, "state"]
