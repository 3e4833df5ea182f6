"""Texts can be read on every ground, in light and in dark."""

from collections.abc import Mapping

import pytest

from detente.case.case import Case
from detente.case.written import written
from detente.report.palette import DARK, LIGHT, TEXT, colour, party_colour
from detente.testing import two_issue_case

AA = 4.5
DRAWN = 3.0


def luminance(value: str) -> float:
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "panel", "shade"])
@pytest.mark.parametrize("name", TEXT)
def test_text_has_contrast(colours: Mapping[str, str], ground: str, name: str) -> None:
    assert contrast(colours[name], colours[ground]) >= AA


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["muted", "cooperative", "conflictual"])
def test_bars_have_contrast(colours: Mapping[str, str], name: str) -> None:
    assert contrast(colours[name], colours["paper"]) >= DRAWN


def test_both_tables_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_an_unknown_colour_is_refused() -> None:
    with pytest.raises(KeyError):
        colour("mauve")


def test_after_six_principals_the_colours_come_again() -> None:
    plain = written(two_issue_case())
    plain["principals"] = {f"P{n}": plain["principals"]["A"] for n in range(7)}
    case = Case.model_validate(plain)

    assert party_colour(case, "P6") == party_colour(case, "P0") == "var(--p1)"
    assert party_colour(case, "P5") == "var(--p6)"
