import re
from pathlib import Path

from detente.base.codes import CODES
from tests.broken.material import check_golden

GOLDEN = Path(__file__).with_name("codes.txt")


def test_codes_keep_their_titles() -> None:
    """A code is for ever: a line of the golden list may be added and never changed."""
    check_golden(GOLDEN, "".join(f"{code} {entry.title}\n" for code, entry in CODES.items()))


def test_codes_stand_in_order_and_say_three_things() -> None:
    assert list(CODES) == sorted(CODES, key=lambda code: ("FCEGTUR".index(code[0]), code))
    for code, (title, meaning, mend) in CODES.items():
        assert re.fullmatch(r"[FCEGTUR]\d{3}", code)
        assert title
        assert not title.endswith(".")
        assert meaning.endswith(".")
        assert mend.endswith(".")


def test_titles_are_unique() -> None:
    assert len({entry.title for entry in CODES.values()}) == len(CODES)
