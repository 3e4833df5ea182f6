"""Malformed input thrown at the program: it answers or refuses, and never fails."""

import io
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import resources
from pathlib import Path

import pytest

from detente.cli.main import run
from detente.testing import random_case
from tests.broken.case_text import case_text
from tests.broken.material import CODES, SMALL, TEMPLATE

pytestmark = [pytest.mark.fuzz, pytest.mark.slow]

SEED = 20170511
SMALL_INPUTS = 16_000
TEMPLATE_INPUTS = 4_000
REFERENCE_INPUTS = 120
CHRONOLOGY_INPUTS = 3_000
CASES = 200

REFERENCE = resources.files("detente") / "cases" / "japan-russia-2017"
SIGNS = [
    *"&*!|>'\"%@`#,[]{}:?-~=<\t\r\0\x1b",
    "<<: ",
    "---\n",
    "...\n",
    "!!python/none ",
    "? ",
    "- ",
]
WORDS = ["null", "true", "no", "-0", ".5", "1e999", "9" * 40, "-" + "9" * 18, "0x1f", "2/0", "1/3"]
WORDS += [
    "é",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\U0001f600",
    "x" * 500,
    "[1, 2, 3]",
    "{value: }",
    "''",
]
TOKEN = re.compile(r"[A-Za-z0-9_.]+|[^\sA-Za-z0-9_.]|\s+")


def _bytes(random_: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random_.randint(1, 4)):
        place = random_.randrange(len(spoilt))
        way = random_.randrange(3)
        if way == 0:
            spoilt[place] ^= 1 << random_.randrange(8)
        elif way == 1:
            del spoilt[place : place + random_.randint(1, 20)]
        else:
            spoilt[place:place] = random_.randbytes(random_.randint(1, 4))
    return bytes(spoilt)


def _lines(random_: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    for _ in range(random_.randint(1, 3)):
        first, second = random_.randrange(len(lines)), random_.randrange(len(lines))
        way = random_.randrange(4)
        if way == 0:
            del lines[first : first + random_.randint(1, 5)]
        elif way == 1:
            lines.insert(second, lines[first])
        elif way == 2:
            lines[first], lines[second] = lines[second], lines[first]
        else:
            lines[first] = " " * random_.randint(0, 6) + lines[first].lstrip()
        lines = lines or ["detente: 1\n"]
    return "".join(lines)


def _tokens(random_: random.Random, text: str) -> str:
    tokens = TOKEN.findall(text)
    for _ in range(random_.randint(1, 4)):
        first, second = random_.randrange(len(tokens)), random_.randrange(len(tokens))
        way = random_.randrange(4)
        if way == 0:
            tokens[first], tokens[second] = tokens[second], tokens[first]
        elif way == 1:
            tokens[first] = tokens[second]
        elif way == 2:
            tokens[first] = random_.choice(WORDS)
        else:
            tokens.insert(first, random_.choice(SIGNS))
    return "".join(tokens)


def _spoilt(random_: random.Random, text: str) -> bytes:
    way = random_.randrange(10)
    if way == 0:
        return _bytes(random_, text.encode())
    return (_lines if way < 4 else _tokens)(random_, text).encode("utf-8", "surrogatepass")


def _inputs(text: str, count: int, salt: int) -> Iterator[bytes]:
    random_ = random.Random(SEED + salt)
    for _ in range(count):
        yield _spoilt(random_, text)


def _run(arguments: list[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run(arguments)
    return status, out.getvalue(), err.getvalue()


def _tell(say: Callable[[str], None], seen: Counter[int]) -> None:
    faults = sum(seen.values()) - seen[0] - seen[2]
    counts = f"{seen[0]:,} passed, {seen[2]:,} refused, {faults} faults"
    say(f"fuzz: {sum(seen.values()):,} inputs, {counts}")


@pytest.fixture(autouse=True)
def _reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def _check(path: Path, data: bytes, seen: Counter[int], spoilt: Path | None = None) -> None:
    (spoilt or path).write_bytes(data)
    status, out, err = _run(["check", str(path)])
    seen[status] += 1
    assert status in (0, 2), f"{status}: {err}\n{data!r}"
    assert bool(out) == (status == 0), data
    if status == 2:
        assert re.search(r"^\d+ problems?$", err.splitlines()[-1]), data
        assert all(line.isprintable() for line in err.splitlines()), data


def test_check_answers_or_refuses_whatever_a_case_file_holds(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    path = tmp_path / "case.yaml"
    reference = (REFERENCE / "case.yaml").read_text(encoding="utf-8")
    (tmp_path / "chronology.csv").write_bytes((REFERENCE / "chronology.csv").read_bytes())
    seen: Counter[int] = Counter()

    for salt, (text, count) in enumerate(
        [(SMALL, SMALL_INPUTS), (TEMPLATE, TEMPLATE_INPUTS), (reference, REFERENCE_INPUTS)]
    ):
        for data in _inputs(text, count, salt):
            _check(path, data, seen)

    _tell(say, seen)
    assert min(seen[0], seen[2]) > 100


def test_check_answers_or_refuses_whatever_a_chronology_holds(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    path = tmp_path / "E505.yaml"
    path.write_bytes((CODES / "E505.yaml").read_bytes())
    rows = (CODES / "E503.csv").read_text(encoding="utf-8").replace("2025-13", "2025-12")
    seen: Counter[int] = Counter()

    for data in _inputs(rows, CHRONOLOGY_INPUTS, 3):
        _check(path, data, seen, tmp_path / "E505.csv")

    _tell(say, seen)
    assert min(seen[0], seen[2]) > 100


def test_every_valid_case_is_answered(tmp_path: Path, say: Callable[[str], None]) -> None:
    path = tmp_path / "case.yaml"
    seen: Counter[int] = Counter()

    for seed in range(CASES):
        case = random_case(SEED + seed)
        path.write_text(case_text(case), encoding="utf-8")
        first, second = [*case.principals][:2]
        form = ["--format", "json"] if seed % 2 else []
        assert _run(["check", str(path)])[0] == 0
        status, _, err = _run(["frontier", str(path), *form])
        seen[status] += 1
        assert (status, err) == (0, "")
        status, _, err = _run(["offers", str(path), "--from", first, "--to", second, *form])
        seen[status] += 1
        assert status == (2 if case.no_agreement == "outside" else 0), err

    _tell(say, seen)
