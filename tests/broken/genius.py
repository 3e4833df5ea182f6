"""Broken scenarios of GENIUS: for each of their codes, the smallest change that shows it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

NAME = "river"

DOMAIN = """<negotiation_template>
  <utility_space>
    <objective index="0" name="river">
      <issue index="1" name="water" type="discrete">
        <item index="1" value="low"/>
        <item index="2" value="high"/>
      </issue>
      <issue index="2" name="price" type="integer" lowerbound="0" upperbound="9"/>
    </objective>
  </utility_space>
</negotiation_template>
"""

SPACE = """<utility_space>
  <objective index="0" name="river">
    <issue index="1" name="water">
      <item index="1" value="low" evaluation="1"/>
      <item index="2" value="high" evaluation="4"/>
    </issue>
    <issue index="2" name="price" type="integer" lowerbound="0" upperbound="9">
      <evaluator ftype="linear" offset="0.1" slope="0.1"/>
    </issue>
    <weight index="1" value="0.4"/>
    <weight index="2" value="0.6"/>
  </objective>
  <reservation value="0.2"/>
</utility_space>
"""

FILES = {"domain.xml": DOMAIN, "lowland.xml": SPACE, "upland.xml": SPACE}


class Broken(NamedTuple):
    """What to change in which file, and on which line the problem is then told."""

    change: Callable[[Path], object]
    file: str
    line: int


def _text(file: str, old: str, new: str, line: int) -> Broken:
    def change(folder: Path) -> None:
        assert old in FILES[file]
        (folder / file).write_text(FILES[file].replace(old, new, 1), encoding="utf-8")

    return Broken(change, f"/{file}", line)


def _unlink(file: str) -> Broken:
    return Broken(lambda folder: (folder / file).unlink(), "", 0)


BROKEN: dict[str, Broken] = {
    "G801": _unlink("domain.xml"),
    "G802": _text("upland.xml", "</objective>\n", "", 13),
    "G803": _text("domain.xml", "<", '<!DOCTYPE x [<!ENTITY all "all">]>\n<', 1),
    "G804": _text("upland.xml", "<utility_space>", '<utility_space type="nonlinear">', 1),
    "G805": _text("upland.xml", 'value="high"', 'value="hihg"', 5),
    "G806": _text("upland.xml", 'value="0.6"', 'value="0,6"', 11),
    "G807": _text("upland.xml", 'ftype="linear" offset="0.1" slope="0.1"', 'ftype="parabolic"', 8),
    "G808": _text("domain.xml", 'upperbound="9"', 'upperbound="9000"', 8),
}


def build(code: str, folder: Path) -> Path:
    """Write the broken scenario of a code into a folder; return its path."""
    path = folder / NAME
    path.mkdir()
    for name, text in FILES.items():
        (path / name).write_text(text, encoding="utf-8")
    BROKEN[code].change(path)
    return path
