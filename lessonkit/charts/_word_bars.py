"""The word bars: the sections sorted by length, own words and copied words apart."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.patches import Patch

from lessonkit.charts._chart import Chart, canvas, columns_of, scale_of
from lessonkit.style import BLUE, GREEN, INK, PAPER, VERMILLION

_LINE, _LINES = 36, 3  # of a label: characters of a line, lines
_COLUMNS = ["section", "heading", "words", "own", "quoted", "copied"]
# whose words -> (what the key calls them, colour, hatch): solid, dotted, striped also in grey
_VOICES = {
    "own": ("the signer’s own words", BLUE, None),
    "quoted": ("quoted between marks", GREEN, "...."),
    "copied": ("copied whole", VERMILLION, "////"),
}


def word_bars(table: pd.DataFrame, size: str = "page") -> Chart:
    """Draw the sections as bars, the longest on top: own, quoted and copied words apart.

    Parameters
    ----------
    table : pandas.DataFrame
        What `lessonkit.whose_words` returns, or rows of it.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows in the order of the bars.

    Raises
    ------
    ValueError
        If `size` is neither, or there is no section.

    Examples
    --------
    >>> import lessonkit
    >>> chart = word_bars(lessonkit.whose_words(lessonkit.load()))
    >>> chart.table["section"].tolist()
    [7, 3, 8, 4, 5, 6, 2, 1]
    """
    if columns_of(table, *_COLUMNS).empty:
        raise ValueError("table: expected at least one section, found an empty table.")
    scale = scale_of(size)
    table = table[_COLUMNS].sort_values("words", ascending=False, kind="stable", ignore_index=True)
    longest = max(int(table["words"].max()), 1)
    figure, axes = canvas(7.6, 1.1 + 0.56 * len(table), scale)
    for place, row in enumerate(table.itertuples()):
        _draw(axes, row, place, longest, scale)
    axes.set(xlim=(0, longest * 1.09), ylim=(len(table) - 0.45, -0.55))
    axes.set_yticks(range(len(table)), [_label(heading) for heading in table["heading"]])
    for label in axes.get_yticklabels():
        label.set_parse_math(False)
    axes.set_xlabel("words", color=INK, fontsize=10 * scale)
    axes.tick_params(axis="y", length=0, pad=30 * scale)
    axes.spines["left"].set_visible(False)
    _key(axes, table, scale)
    return Chart(figure, _alt(table), _caption(table), table)


def _draw(axes, row, place: int, longest: int, scale: float) -> None:
    left = 0
    for voice, (_, colour, hatch) in _VOICES.items():
        if not (words := getattr(row, voice)):
            continue  # a bar without words would still have an edge
        axes.barh(
            place, words, left=left, height=0.72, color=PAPER if hatch else colour,
            edgecolor=colour if hatch else PAPER, hatch=hatch, linewidth=1.2 * scale,
        )  # fmt: skip
        if words < row.words and words > 0.08 * longest:
            axes.text(
                left + words / 2, place, f"{words}", ha="center", va="center",
                fontsize=10 * scale, color=INK if hatch else PAPER,
                bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 2 * scale} if hatch else None,
            )  # fmt: skip
        left += words
    for at, words, side, weight in (
        (0, f"{row.section}", "right", "normal"), (row.words, f"{row.words}", "left", "bold"),
    ):  # fmt: skip
        axes.annotate(
            words, (at, place), xytext=(5 * scale if at else -8 * scale, 0), ha=side, va="center",
            textcoords="offset points", fontsize=10 * scale, fontweight=weight, color=INK,
        )  # fmt: skip


def _label(heading: object) -> str:
    """Set a heading in as few lines as it takes, about as long as one another."""
    words = "(no heading)" if pd.isna(heading) else str(heading).rstrip(".")
    if (fewest := len(textwrap.wrap(words, _LINE))) > _LINES:
        return textwrap.fill(words, _LINE, max_lines=_LINES, placeholder=" …")
    widths = range(_LINE // 2, _LINE + 1)
    return textwrap.fill(words, next(w for w in widths if len(textwrap.wrap(words, w)) <= fewest))


def _key(axes, table: pd.DataFrame, scale: float) -> None:
    """Put the key over the bars, unless all words are of one kind."""
    shown = [voice for voice in _VOICES if table[voice].sum()]
    if len(shown) < 2:
        return
    handles = [
        Patch(
            facecolor=PAPER if hatch else colour, edgecolor=colour, hatch=hatch, label=name,
            linewidth=1.2 * scale,
        )
        for name, colour, hatch in map(_VOICES.get, shown)
    ]  # fmt: skip
    axes.figure.legend(
        handles=handles, loc="outside upper left", ncols=len(handles), frameon=False,
        fontsize=10 * scale, labelcolor=INK, handlelength=1.6, columnspacing=1.8,
    )  # fmt: skip


def _caption(table: pd.DataFrame) -> str:
    total, own = int(table["words"].sum()), int(table["own"].sum())
    if own == total:
        return f"The sections by their number of words, {total} in all."
    return (
        f"The sections by their number of words, {total} in all; {total - own} of them are not the "
        "signer’s own: quoted between marks (dotted), or copied whole (striped)."
    )


def _alt(table: pd.DataFrame) -> str:
    first = table.iloc[0]
    alt = (
        f"Horizontal bars of {len(table)} section{'s' * (len(table) > 1)}, sorted by words, from 0 "
        f"to {first['words']}. The longest is section {first['section']}"
    )
    if len(table) > 1:
        alt += f", before section {table['section'][1]} with {table['words'][1]}"
    if first["own"] == first["words"]:
        return f"{alt}. All of its words are the signer’s own."
    return (
        f"{alt}. Of its words {first['own']} are the signer’s own, {first['quoted']} quoted, "
        f"{first['copied']} copied whole."
    )
