"""What holds for the repository as a whole."""

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "detente"
LINES = 300
KIB = 64

# Libraries that a bare `import detente` must not load.
HEAVY = {"numpy", "pydantic", "yaml", "click", "rich", "jinja2", "vl_convert"}
HEAVY |= {"ortools", "duckdb", "ibis", "pyarrow", "pandas", "urllib3", "openpyxl", "defusedxml"}

# Files that may be longer than LINES, and modules without a test file of their own: each with its
# reason. Paths are relative to src/detente.
LONG: dict[str, str] = {}
TABLES = ("agreement", "judgements", "offers", "reach", "relation", "sheet")
TESTED_ELSEWHERE: dict[str, str] = {
    f"report/tables/{name}.py": "tests/report/tables/test_tables.py reads all tables of a brief"
    for name in TABLES
} | {
    f"base/codes/{name}.py": "tests/base/test_codes.py reads the whole registry"
    for name in (
        "door",
        "entry",
        "fetching",
        "form",
        "logic",
        "measuring",
        "number",
        "reading",
        "store",
    )
}

# Where tables and other people's formats may lie.
DATA_SUFFIXES = {".csv", ".tsv", ".xml", ".xlsx", ".gmcr", ".parquet", ".json", ".zip", ".gz"}
DATA_FOLDERS = ("src/detente/", "tests/", "docs/reference/")

MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))


def _kept_files() -> list[Path]:
    """Return what version control keeps or would keep, as paths relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return sorted({Path(name) for name in listed.stdout.split("\0") if (ROOT / name).is_file()})


def _text(path: Path) -> str | None:
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def test_a_bare_import_loads_no_heavy_library() -> None:
    program = "import sys, detente; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8"
    )

    assert not HEAVY & set(done.stdout.split())


def test_the_import_contract_holds() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_names_a_place_on_one_machine() -> None:
    place = re.compile(r"(?<![\w.:}-])/(?:work|root|home|Users)/\w+")

    found = [
        f"{path}: {match.group()}"
        for path in _kept_files()
        for match in place.finditer(_text(path) or "")
    ]

    assert not found


def test_the_locks_are_hashed_and_name_no_registry() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))

    assert [lock.name for lock in locks] == [
        "base.txt",
        "bench.txt",
        "build.txt",
        "dev.txt",
        "record.txt",
        "spark.txt",
    ]
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert not re.search(r"://|^\s*-(?!-hash)", text.replace("# via -r", ""), re.MULTILINE)
        entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
        assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_the_locks_keep_the_extras_their_own_packages_ask_for() -> None:
    """A hashed install refuses `name[extra]` unless the lock itself pins `name[extra]`."""
    text = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    pinned = {
        canonicalize_name(name): set(filter(None, (extras or "").strip("[]").split(",")))
        for name, extras in re.findall(r"^([\w.-]+)(\[[\w.,-]+\])?==", text, re.MULTILINE)
    }
    wanted = [
        requirement
        for distribution in importlib.metadata.distributions()
        for line in distribution.requires or ()
        if canonicalize_name(distribution.name) in pinned
        and (requirement := Requirement(line)).extras
        and (requirement.marker is None or requirement.marker.evaluate({"extra": ""}))
    ]

    assert all(each.extras <= pinned[canonicalize_name(each.name)] for each in wanted)


def test_the_dev_lock_agrees_with_the_base_lock() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^\S+==[^\\\n]+", text, re.MULTILINE))

    assert pins("base.txt") | pins("build.txt") <= pins("dev.txt")


def test_only_small_tables_made_for_the_project_are_kept() -> None:
    strangers = [
        str(path)
        for path in _kept_files()
        if path.suffix in DATA_SUFFIXES
        and (
            not path.as_posix().startswith(DATA_FOLDERS)
            or (ROOT / path).stat().st_size > KIB * 1024
        )
    ]

    assert not strangers


@pytest.mark.parametrize("module", MODULES)
def test_a_file_is_short_or_says_why(module: str) -> None:
    count = len((SOURCE / module).read_text(encoding="utf-8").splitlines())

    assert (count > LINES) == (module in LONG), f"{module}: {count} lines"


@pytest.mark.parametrize(
    "module", [name for name in MODULES if not Path(name).name.startswith("__")]
)
def test_a_module_has_its_test_file_or_says_why(module: str) -> None:
    path = Path(module)
    test = ROOT / "tests" / path.with_name(f"test_{path.name}")

    assert test.is_file() != (module in TESTED_ELSEWHERE), f"no {test.relative_to(ROOT)}"


def test_the_exceptions_name_modules_that_exist() -> None:
    assert {*LONG, *TESTED_ELSEWHERE} <= set(MODULES)
