import re

from hypothesis import given
from hypothesis import strategies as st

from detente.files.genius.naming import ids, title

ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


@given(st.lists(st.text(), unique=True, max_size=30))
def test_ids_are_ids_and_all_different(names: list[str]) -> None:
    found = ids(names, "v")

    assert len({*map(str.casefold, found)}) == len(names) or any(
        name.casefold() == other.casefold() for name in names for other in names if name != other
    )
    assert len({*found}) == len(names)
    assert all(ID.fullmatch(one) for one in found)


def test_names_that_are_ids_stay() -> None:
    assert ids(["HP", "Ü", "u", "U_2", "< 5", "> 5"], "v") == (
        "HP",
        "U_3",
        "u",
        "U_2",
        "v_5",
        "v_5_2",
    )


def test_titles_lose_their_blanks_and_nothing_else() -> None:
    assert title(" Accessory") == "Accessory"
    assert title(" \n") == "(no name)"
    assert title("x" * 401) is None
    assert title("a\u202eb") is None
