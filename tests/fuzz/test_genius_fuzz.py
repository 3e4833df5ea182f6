"""Whatever is done to the files of a scenario, it is a consistent case or is refused in words."""

import random
from pathlib import Path

import pytest

from detente.base.codes import CODES
from detente.base.errors import InputError
from detente.case.consistency import findings
from detente.files.opened import open_case
from tests.broken.genius import FILES

ROUNDS = 300
BITS = (
    "", "<", "&", "\0", "é", "9" * 400, "1e-99", "-5", "null", "NaN", "'", '"', "/>", "type",
    "\n", "<!DOCTYPE a>", "name=''", "日本",
)  # fmt: skip


def mangled(text: str, chance: random.Random) -> str:
    """Return a text with up to two small pieces of it replaced."""
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        start = chance.randrange(len(text) + 1)
        end = start + chance.choice((0, 1, 3, 9))
        copied = text[chance.randrange(len(text)) :][: chance.randrange(40)]
        text = text[:start] + chance.choice((*BITS, copied)) + text[end:]
    return text


@pytest.mark.parametrize("seed", range(3))
def test_a_mangled_scenario_is_a_case_or_is_refused(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    read = 0
    codes: set[str] = set()
    for _ in range(ROUNDS):
        for name, text in FILES.items():
            (tmp_path / name).write_text(mangled(text, chance), encoding="utf-8")
        try:
            case = open_case(str(tmp_path)).case
        except InputError as error:
            codes |= {problem.code for problem in error.problems}
            continue
        read += 1
        assert findings(case) == ()

    assert codes
    assert codes <= {*CODES}
    assert 0 < read < ROUNDS
