"""The section strip: the despatch unrolled, each section as tall as its words are many."""

from __future__ import annotations

import textwrap

import pandas as pd

from lessonkit.charts._chart import Chart, canvas, columns_of, scale_of
from lessonkit.style import BLUE, INK, PAPER, VERMILLION

_LONGEST_LABEL = 52  # characters of a line


def section_strip(sections: pd.DataFrame, size: str = "page") -> Chart:
    """Draw the sections of a document as one strip, from its first word down to its last.

    A section with a heading of its own is solid, one without is hatched.

    Parameters
    ----------
    sections : pandas.DataFrame
        The sections table, or its columns section, heading and words.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart

    Raises
    ------
    ValueError
        If `size` is neither, or there is no section.

    Examples
    --------
    >>> import lessonkit
    >>> section_strip(lessonkit.load().sections).alt[:62]
    'Strip of 8 sections from the top down, taller the more words t'
    """
    if columns_of(sections, "section", "heading", "words").empty:
        raise ValueError("sections: expected at least one section, found an empty table.")
    scale = scale_of(size)
    table = sections[["section", "heading", "words"]].reset_index(drop=True)
    below = table["words"].cumsum()
    figure, axes = canvas(7.4, max(3.0, 0.68 * len(table)), scale)
    for row, end in zip(table.itertuples(), below, strict=True):
        _draw(axes, row, end, scale, tall=0.06 * below.iloc[-1])
    total = int(below.iloc[-1])
    axes.set(xlim=(0, 4.4), ylim=(total, 0), xticks=[])
    axes.set_ylabel("words from the beginning", color=INK, fontsize=10 * scale, labelpad=8 * scale)
    axes.spines["bottom"].set_visible(False)
    return Chart(figure, _alt(table, total), _CAPTION, table)


_CAPTION = (
    "The despatch unrolled: the more words a section has, the taller it is. "
    "Hatched: a section without a heading of its own."
)


def _draw(axes, row, end: int, scale: float, tall: float) -> None:
    headed = pd.notna(row.heading)
    axes.bar(
        0.5,
        row.words,
        bottom=end - row.words,
        width=0.9,
        color=BLUE if headed else PAPER,
        edgecolor=PAPER if headed else VERMILLION,
        hatch=None if headed else "///",
        linewidth=1.5 * scale,
        zorder=2 if headed else 3,
    )
    middle = end - row.words / 2
    axes.text(
        0.5, middle, f"{row.words}", ha="center", va="center", fontsize=10 * scale, zorder=4,
        color=PAPER if headed else INK,
        bbox=None if headed else {"facecolor": PAPER, "edgecolor": "none", "pad": 1.5 * scale},
    )  # fmt: skip
    label = row.heading.rstrip(".") if headed else "(no heading)"
    if len(label) > _LONGEST_LABEL:
        label = textwrap.fill(label, _LONGEST_LABEL, max_lines=2 if row.words > tall else 1,
                              placeholder=" …")  # fmt: skip
    axes.text(1.08, middle, f"{row.section}", va="center", fontsize=10 * scale, color=INK)
    axes.text(1.25, middle, label, va="center", fontsize=10 * scale, color=INK, parse_math=False)


def _alt(table: pd.DataFrame, total: int) -> str:
    longest = table.loc[table["words"].idxmax()]
    bare = int(table["heading"].isna().sum())
    heading = "has no heading" if pd.isna(longest["heading"]) else "has a heading"
    return (
        f"Strip of {len(table)} sections from the top down, taller the more words they have. "
        f"{bare} are hatched: no heading. The longest, section {longest['section']}, {heading} "
        f"and holds {longest['words']} of {total} words."
    )
