"""Contrast of every pair of colours that we set, in both themes, and no colour beyond them."""

import re

import pytest

from lessonkit.classroom.messages import _LOOKS
from lessonkit.style import BLUE, GREEN, HIGHLIGHT, INK, PAPER, PURPLE, VERMILLION

from tests.support import ROOT

GROUNDS = {"light": "#ffffff", "JupyterLab dark": "#111111", "Furo dark": "#131416"}
GREYS = ("#e4e4e4", "#eeeeee", "#f3f3f3", "#f7f7f7")  # behind code and labels
EDGES = {
    "#c8c8c8",
    "#d0d0d0",
    "#dddddd",
    "#bbbbbb",
    "#9a9a9a",
    "#ececec",
}  # say nothing by themselves
SMALL = "#595959"  # page numbers in the margin

TEXT = [
    (INK, PAPER), (INK, HIGHLIGHT), (SMALL, PAPER), (PAPER, BLUE), *((INK, grey) for grey in GREYS),
    *((INK, background) for _, background, _ in _LOOKS.values()),
]  # fmt: skip
MARKS = [
    *((mark, PAPER) for mark in (BLUE, VERMILLION, GREEN, PURPLE)), ("#767676", PAPER),
    *((bar, background) for _, background, bar in _LOOKS.values()),
    *((BLUE, ground) for ground in GROUNDS.values()),  # the focus, and where one is in the contents
]  # fmt: skip


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#b4b4b4", "#ffffff") < 2.1  # the fault that the browser tests plant


@pytest.mark.parametrize("pair", TEXT, ids="-".join)
def test_text(pair):
    assert contrast(*pair) >= 4.5


@pytest.mark.parametrize("pair", MARKS, ids="-".join)
def test_marks(pair):
    assert contrast(*pair) >= 3


def test_no_colour_is_set_that_is_not_measured():
    files = [*(ROOT / "lessonkit").rglob("*.css"), *(ROOT / "lessonkit").rglob("*.py")]
    found = {
        colour.lower()
        for path in files
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
    }
    measured = {colour.lower() for pair in TEXT + MARKS for colour in pair}
    assert found - measured - EDGES == set()
