"""The wheel answers by itself: outside the repository, with the locked libraries and no others."""

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.wheel, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
EXTRAS = "record,forecast,web,spark,testing"


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("COV_", "COVERAGE_", "DETENTE_", "PYTHON"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    [path] = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def binaries(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("bare") / "venv"
    venv.create(place, with_pip=True, symlinks=True)
    binaries = place / "bin"
    pip: list[str | Path] = [binaries / "python", "-m", "pip", "install", "--quiet", "--no-input"]
    lock = ROOT / "requirements" / "base.txt"
    _run(*pip, "--require-hashes", "--requirement", lock, cwd=place)
    _run(*pip, "--no-deps", wheel, cwd=place)
    return binaries


def _answers(binaries: Path, cwd: Path) -> None:
    version = _run(binaries / "detente", "--version", cwd=cwd)
    brief = _run(binaries / "detente", "brief", "japan-russia-2017", "--format", "json", cwd=cwd)

    assert re.search(r"\b\d+\.\d+\.\d+\b", version)
    assert isinstance(json.loads(brief), dict)
    assert list(cwd.iterdir()) == []


def test_the_wheel_ships_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "src" / "detente"
    kept = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert kept <= names
    assert not {name.split("/")[0] for name in names} & {"tests", "bench", "docs"}


def test_the_wheel_answers_with_the_base_libraries(binaries: Path, tmp_path: Path) -> None:
    _answers(binaries, tmp_path)


def test_the_wheel_answers_with_every_extra(
    wheel: Path, binaries: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pins = tmp_path_factory.mktemp("pins") / "constraints.txt"
    locked = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    named = re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?(==[^\\\n]+)", locked, re.MULTILINE)
    pins.write_text("\n".join(f"{name}{version}" for name, version in named))  # without extras
    pip: list[str | Path] = [binaries / "python", "-m", "pip"]
    _run(
        *pip, "install", "--quiet", "--no-input", "--constraint", pins, f"{wheel}[{EXTRAS}]",
        cwd=tmp_path,
    )  # fmt: skip
    _run(*pip, "check", cwd=tmp_path)

    _run(binaries / "python", "-c", "import detente.testing", cwd=tmp_path)
    _answers(binaries, tmp_path)
