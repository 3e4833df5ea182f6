import pytest

from detente.base.errors import InputError
from detente.store.readers.mapping import ColumnMap, read_map, read_pairs


def _problems(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    return [(p.code, p.message) for p in error.value.problems]


def test_pairs_and_a_file_say_the_same() -> None:
    pairs = read_pairs(
        "date=Day, actor=By,target=To", states="cow", ontology="cameo", delimiter=";"
    )
    file = read_map(
        'states = "cow"\nontology = "cameo"\ndelimiter = "semicolon"\n'
        '[columns]\ndate = "Day"\nactor = "By"\ntarget = "To"\n'
    )

    assert pairs == file
    assert pairs == ColumnMap({"date": "Day", "actor": "By", "target": "To"}, "cow", "cameo", ";")


def test_all_problems_of_pairs_at_once() -> None:
    with pytest.raises(InputError) as error:
        read_pairs("dato=Day,actor=By,actor=Who,target,=x", states="iso5", day="D/M/Y")

    assert _problems(error) == [
        ("R923", "the column `actor` is mapped twice"),
        ("R921", "'target' is no pair"),
        ("R921", "'=x' is no pair"),
        ("R922", "the record has no column `dato`"),
        ("R923", "no column is mapped to `date`"),
        ("R923", "no column is mapped to `target`"),
        ("R924", "`states` is 'iso5'"),
        ("R924", "`day` is 'D/M/Y'"),
    ]
    assert error.value.problems[3].hint == "did you mean date?"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("date = ", "R921"),
        ("columns = 3", "R921"),
        ("[columns]\ndate = 3", "R921"),
        ('state = "iso3"\n[columns]\ndate="a"\nactor="b"\ntarget="c"', "R924"),
        ('states = 3\n[columns]\ndate="a"\nactor="b"\ntarget="c"', "R924"),
        ('delimiter = ["a"]\n[columns]\ndate="a"\nactor="b"\ntarget="c"', "R924"),
    ],
)
def test_a_file_that_cannot_be_read(text: str, first: str) -> None:
    with pytest.raises(InputError) as error:
        read_map(text, "my.toml")

    assert (error.value.problems[0].code, error.value.problems[0].file) == (first, "my.toml")
