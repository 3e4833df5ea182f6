"""A browser shows the brief whole: light and dark, on narrow screens, no text cut or covered."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.report.html import render_html
from detente.report.palette import DARK, LIGHT
from tests.report.full_case import full
from tests.report.reading import reference, small
from tests.report.test_html import hostile

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
CASES: dict[str, Callable[[], Any]] = {
    "reference": reference,
    "full": full,
    "small": small,
    "hostile": hostile,
}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="chromium is not installed"),
]

MEASURE = """
const seen = document.getElementById("seen").contentDocument;
const found = {
  width: seen.documentElement.scrollWidth,
  ground: getComputedStyle(seen.body).backgroundColor,
  text: seen.body.innerText.length,
  cut: [], covered: [], shut: [],
};
for (const link of seen.querySelectorAll(".sentences a, .card a.n, tbody a.n")) {
  const target = seen.getElementById(link.hash.slice(1));
  if (target.matches("details:not([open])")) found.shut.push(link.hash);
}
for (const svg of seen.querySelectorAll("figure svg")) {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim());
  const boxes = texts.map((t) => [t.textContent, t.getBoundingClientRect()]);
  for (const [text, box] of boxes) {
    if (box.left < frame.left - 1 || box.right > frame.right + 1 ||
        box.top < frame.top - 1 || box.bottom > frame.bottom + 1) found.cut.push(text);
  }
  boxes.forEach(([one, a], n) => boxes.slice(n + 1).forEach(([other, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 3) found.covered.push(one + " | " + other);
  }));
}
document.body.innerHTML = "";
document.body.setAttribute("data-found", JSON.stringify(found));
"""


def run(folder: Path, page: Path, *options: str) -> str:
    assert BROWSER is not None
    done = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            f"--user-data-dir={folder / 'profile'}",
            *options,
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout


def measured(
    folder: Path, page: str, width: int, *options: str, script: str = MEASURE
) -> dict[str, Any]:
    """Return what a browser sees of a copy of the page in a frame of a width."""
    copy = html.escape(POLICY.sub("", page))
    path = folder / "frame.html"
    path.write_text(
        f'<!doctype html><body><iframe id="seen" style="width:{width}px;height:900px;border:0" '
        f'srcdoc="{copy}"></iframe><script>addEventListener("load", () => {{{script}}});</script>',
        encoding="utf-8",
    )
    dumped = run(
        folder,
        path,
        "--dump-dom",
        "--virtual-time-budget=8000",
        "--window-size=1600,1000",
        *options,
    )
    match = re.search(r'data-found="([^"]*)"', dumped)
    assert match, dumped[:500]
    found: dict[str, Any] = json.loads(html.unescape(match.group(1)))
    return found


def pixels(image: bytes) -> bytes:
    """Return the bytes of a PNG's picture, as they are before their lines are unfiltered."""
    at, parts = 8, []
    while at < len(image):
        size, kind = int.from_bytes(image[at : at + 4]), image[at + 4 : at + 8]
        if kind == b"IDAT":
            parts.append(image[at + 8 : at + 8 + size])
        at += size + 12
    return zlib.decompress(b"".join(parts))


def rgb(value: str) -> str:
    return f"rgb({', '.join(str(int(value[n : n + 2], 16)) for n in (1, 3, 5))})"


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("width", [400, 360])
def test_a_narrow_screen_needs_no_sideways_scrolling(case: str, width: int, tmp_path: Path) -> None:
    found = measured(tmp_path, render_html(*CASES[case]()), width)

    assert found["width"] <= width
    assert found["text"] > 1000


@pytest.mark.parametrize("case", CASES)
def test_no_text_of_a_figure_is_cut_or_covered(case: str, tmp_path: Path) -> None:
    found = measured(tmp_path, render_html(*CASES[case]()), 1200)

    assert found["cut"] == []
    assert found["covered"] == []


def test_a_number_opens_what_it_leads_to(tmp_path: Path) -> None:
    page = render_html(*reference())
    follow = """
      const frame = document.getElementById("seen").contentWindow;
      const opened = {};
      for (const name of ["package-nash", "event-2", "frontier-points"]) {
        frame.location.hash = name;
        opened[name] = frame.document.getElementById(name).closest("details").open;
      }
      document.body.innerHTML = "";
      document.body.setAttribute("data-found", JSON.stringify(opened));
    """

    assert set(measured(tmp_path, page, 1200, script=follow).values()) == {True}
    assert measured(tmp_path, page, 1200)["shut"] == []


@pytest.mark.parametrize(("scheme", "colours"), [("1", LIGHT), ("0", DARK)], ids=["light", "dark"])
def test_both_modes_are_shown(scheme: str, colours: dict[str, str], tmp_path: Path) -> None:
    page = render_html(*reference())
    mode = f"--blink-settings=preferredColorScheme={scheme}"

    assert measured(tmp_path, page, 1200, mode)["ground"] == rgb(colours["paper"])

    path, shot = tmp_path / "brief.html", tmp_path / "brief.png"
    path.write_text(page, encoding="utf-8")
    run(tmp_path, path, f"--screenshot={shot}", "--window-size=1200,2400", mode)
    assert len(set(pixels(shot.read_bytes()))) > 32
